import type { GridStaffingModel } from './grid-staffing-model.js';
import { chatModel } from './models/chat.model.js';
import { deferredModel } from './models/deferred.model.js';
import { erlangAModel } from './models/erlang-a.model.js';
import { erlangBModel } from './models/erlang-b.model.js';
import { erlangCModel } from './models/erlang-c.model.js';
import { erlangXModel } from './models/erlang-x.model.js';
import { workloadModel } from './models/workload.model.js';
import type { StaffingLoad, StaffingModel } from './staffing-model.js';

/** Every staffing model, in the order in which they are offered. */
export const STAFFING_MODELS: readonly StaffingModel[] = [
  erlangAModel,
  erlangCModel,
  chatModel,
  erlangXModel,
  erlangBModel,
  workloadModel,
];

/** Models that staff a whole grid at once, because work waits from one interval to the next. */
export const GRID_STAFFING_MODELS: readonly GridStaffingModel[] = [deferredModel];

/** The grid model of that permanent id; null for any other id, those of interval models among them. */
export function gridStaffingModel(id: string): GridStaffingModel | null {
  return GRID_STAFFING_MODELS.find((model) => model.id === id) ?? null;
}

const byId = new Map(STAFFING_MODELS.map((model) => [model.id, model]));
/** Asked for last, and as a rule next: finding it in the map takes as long as a tenth of a small centre's answer. */
let latest = erlangAModel;

/** The model of that permanent id. Throws for an id that is not in the catalogue. */
export function staffingModel(id: string): StaffingModel {
  if (latest.id === id) return latest;
  const model = byId.get(id);
  if (!model) throw new RangeError(`modelId (${id}) must be one of ${[...byId.keys()].join(', ')}`);
  latest = model;
  return model;
}

/**
 * The model for a load of which nothing else is said: the one made for what it holds (several contacts at once, lines,
 * redials), else Erlang A where a patience is known and Erlang C where none is.
 */
export function defaultModelId(load: Partial<StaffingLoad>): string {
  const suited = STAFFING_MODELS.find(({ suits }) => suits?.(load));
  return suited?.id ?? (load.patienceSeconds === undefined ? 'erlang-c' : 'erlang-a');
}
