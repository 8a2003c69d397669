import type { ScenarioAnswer } from '@yotei/scheduling/scenarios';
import { t } from '../../../app/i18n/t.js';
import type { ScenarioRunsQuery } from '../../../graphql/generated/graphql.js';
import type { ComparedColumn } from '../compare/comparison.model.js';
import type { ScenarioItem } from '../tree/scenario-tree.model.js';

type Comparison = Extract<ScenarioRunsQuery['compareScenarios'], { readonly __typename: 'ScenarioComparison' }>;
export type Run = Comparison['columns'][number]['runs'][number];
/** Newest runs of the scenarios that stand side by side. */
export type RunsById = ReadonlyMap<string, readonly Run[]>;

/** What a new roster comes to; counts and hours of the whole range. */
export interface RosterFigures {
  readonly shifts: number;
  readonly people: number;
  readonly requiredHours: number;
  readonly shortHours: number;
  readonly overHours: number;
  readonly mustBreaches: number;
  readonly preferBreaches: number;
  readonly shortRests: number;
  readonly longStretches: number;
}

/** A mean with the ends of its 95 % interval; null where it is not known. */
interface Simulated {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface SimulatedQueue {
  readonly queueId: string;
  readonly serviceLevel: Simulated;
  readonly asaSeconds: Simulated;
  readonly abandonment: Simulated;
  readonly occupancy: Simulated;
}

/** Fields that are null because there is none, and not because a number is not known. */
const NULLABLE = new Set(['cost', 'requiredCost', 'currency']);

/** An answer that came as JSON: null is a number that is not known. */
export function revivedAnswer(file: unknown): ScenarioAnswer {
  return JSON.parse(JSON.stringify(file), (key, value: unknown) =>
    value === null && !NULLABLE.has(key) ? Number.NaN : value,
  ) as ScenarioAnswer;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const newest = (runs: readonly Run[] | undefined, kind: Run['kind']): Run | undefined =>
  runs?.filter((run) => run.kind === kind).sort((a, b) => b.createdAt.localeCompare(a.createdAt))[0];

/** The columns of new rosters, beside the formulas' ones. */
export function rosterColumns(items: readonly ScenarioItem[], runs: RunsById): readonly ComparedColumn[] {
  return items.flatMap(({ id, name }): readonly ComparedColumn[] => {
    const run = newest(runs.get(id), 'ROSTER');
    if (!run || !isObject(run.figures) || !isObject(run.figures['answer'])) return [];
    const title = t(run.isCurrent ? 'scenarios.withNewRoster' : 'scenarios.withOldRoster', { name });
    return [{ id: run.id, title, state: 'answered', answer: revivedAnswer(run.figures['answer']), hasSeries: false }];
  });
}

export interface RosterRun {
  /** Of the run. */
  readonly id: string;
  readonly canOpen: boolean;
  readonly name: string;
  readonly isCurrent: boolean;
  readonly figures: RosterFigures;
}

export function rosterRuns(items: readonly ScenarioItem[], runs: RunsById): readonly RosterRun[] {
  return items.flatMap(({ id, name }) => {
    const run = newest(runs.get(id), 'ROSTER');
    if (!run || !isObject(run.figures) || !isObject(run.figures['roster'])) return [];
    const figures = run.figures['roster'] as unknown as RosterFigures;
    return [{ id: run.id, canOpen: run.canOpen, name, isCurrent: run.isCurrent, figures }];
  });
}

export interface SimulationRun {
  readonly name: string;
  readonly isCurrent: boolean;
  readonly queue: SimulatedQueue;
}

/** A row for each queue of each simulated scenario. */
export function simulationRuns(items: readonly ScenarioItem[], runs: RunsById): readonly SimulationRun[] {
  return items.flatMap(({ id, name }) => {
    const run = newest(runs.get(id), 'SIMULATION');
    const queues = run && isObject(run.figures) ? run.figures['queues'] : undefined;
    if (!run || !Array.isArray(queues)) return [];
    return (queues as readonly SimulatedQueue[]).map((queue) => ({ name, isCurrent: run.isCurrent, queue }));
  });
}
