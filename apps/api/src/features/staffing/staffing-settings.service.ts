import { Injectable } from '@nestjs/common';
import {
  missingParameters,
  requiredAgents,
  SERVICE_LEVEL_VARIANTS,
  STAFFING_MODELS,
  type ServiceGoal,
} from '@yotei/scheduling/staffing';
import type { RequestContext } from '../../platform/context/request-context.js';
import { QueueDirectory, type QueueGoal, type QueueRecord, type QueueSettings } from '../demand/index.js';
import { goalOf } from './requirement-series.js';

export interface SettingsOrder {
  readonly queueId: string;
  readonly modelId?: string | null;
  readonly goal?: QueueGoal | null;
  readonly patienceSeconds?: number | null;
  readonly shrinkageFraction?: number | null;
  readonly concurrency?: number | null;
  readonly defaultHandleSeconds?: number | null;
}

export type SavedSettings =
  | { readonly kind: 'saved'; readonly queue: QueueRecord }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

/** How a queue's requirement is computed: model, goal, patience, shrinkage. Figures already stored do not change. */
@Injectable()
export class StaffingSettingsService {
  constructor(private readonly queues: QueueDirectory) {}

  async save(context: RequestContext, order: SettingsOrder): Promise<SavedSettings> {
    const queue = await this.queues.byId(context, order.queueId);
    if (!queue) return { kind: 'not-found' };
    const settings: QueueSettings = {
      modelId: order.modelId ?? queue.modelId,
      goal: order.goal ?? queue.goal,
      patienceSeconds: order.patienceSeconds === undefined ? queue.patienceSeconds : order.patienceSeconds,
      shrinkageFraction: order.shrinkageFraction ?? queue.shrinkageFraction,
      concurrency: order.concurrency ?? queue.concurrency,
      defaultHandleSeconds:
        order.defaultHandleSeconds === undefined ? queue.defaultHandleSeconds : order.defaultHandleSeconds,
    };
    const fault = faultOf(settings);
    if (fault) return { kind: 'invalid', ...fault };
    await this.queues.saveSettings(context, queue.id, settings);
    return { kind: 'saved', queue: { ...queue, ...settings } };
  }
}

function faultOf(settings: QueueSettings): { path: string; message: string } | null {
  const { modelId, goal, patienceSeconds, shrinkageFraction, concurrency, defaultHandleSeconds } = settings;
  const model = STAFFING_MODELS.find(({ id }) => id === modelId);
  if (!model)
    return { path: 'modelId', message: `modelId must be one of ${STAFFING_MODELS.map(({ id }) => id).join(', ')}` };
  if (patienceSeconds !== null && !(patienceSeconds > 0))
    return { path: 'patienceSeconds', message: 'patience must be above 0 seconds' };
  if (missingParameters(model, { patienceSeconds: patienceSeconds ?? undefined }).length > 0)
    return { path: 'patienceSeconds', message: `${modelId} needs the mean patience in seconds` };
  if (!(shrinkageFraction >= 0 && shrinkageFraction < 1))
    return { path: 'shrinkageFraction', message: 'shrinkage must be 0 or more and below 1; 30 % is 0.3' };
  if (!(concurrency >= 1)) return { path: 'concurrency', message: 'concurrency must be 1 or more' };
  if (defaultHandleSeconds !== null && !(defaultHandleSeconds > 0))
    return { path: 'defaultHandleSeconds', message: 'handle time must be above 0 seconds' };
  if (goal.serviceLevelVariant && !SERVICE_LEVEL_VARIANTS.some((variant) => variant === goal.serviceLevelVariant))
    return { path: 'goal.serviceLevelVariant', message: `use one of ${SERVICE_LEVEL_VARIANTS.join(', ')}` };
  return goalFault(modelId, goalOf(goal), patienceSeconds);
}

/** The library itself says what is wrong with a goal: it is asked to staff a small load by it. */
function goalFault(
  modelId: string,
  goal: ServiceGoal,
  patienceSeconds: number | null,
): { path: string; message: string } | null {
  try {
    const answer = requiredAgents(
      modelId,
      { contacts: 10, intervalSeconds: 900, averageHandleSeconds: 180, patienceSeconds: patienceSeconds ?? undefined },
      goal,
    );
    return answer.kind === 'goal-unreachable'
      ? { path: 'goal', message: `no number of agents reaches this goal: ${answer.reason}` }
      : null;
  } catch (error) {
    if (error instanceof RangeError) return { path: 'goal', message: error.message };
    throw error;
  }
}
