import { Injectable } from '@nestjs/common';
import { staffingPlanFaults, type PlanFault, type StaffingPlan } from '@yotei/scheduling/staffing';
import type { RequestContext } from '../../platform/context/request-context.js';
import { QueueDirectory, type QueueRecord, type QueueSettings } from '../demand/index.js';

export interface SettingsOrder {
  readonly queueId: string;
  /** The version of the queue that was on the screen. */
  readonly version: number;
  readonly plan: StaffingPlan;
  /** Undefined: stays as it is. */
  readonly defaultHandleSeconds?: number | null;
}

export type SavedSettings =
  | { readonly kind: 'saved'; readonly queue: QueueRecord }
  | { readonly kind: 'changed-meanwhile'; readonly queue: QueueRecord }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly fault: PlanFault };

/** How a queue's requirement is computed. Figures already stored do not change. */
@Injectable()
export class StaffingSettingsService {
  constructor(private readonly queues: QueueDirectory) {}

  async save(context: RequestContext, order: SettingsOrder): Promise<SavedSettings> {
    const queue = await this.queues.byId(context, order.queueId);
    if (!queue) return { kind: 'not-found' };
    const settings: QueueSettings = {
      plan: order.plan,
      defaultHandleSeconds:
        order.defaultHandleSeconds === undefined ? queue.defaultHandleSeconds : order.defaultHandleSeconds,
    };
    const fault = faultOf(settings);
    if (fault) return { kind: 'invalid', fault };
    const saved = await this.queues.saveSettings(context, { id: queue.id, version: order.version }, settings);
    const now = (await this.queues.byId(context, queue.id))!;
    return saved ? { kind: 'saved', queue: now } : { kind: 'changed-meanwhile', queue: now };
  }
}

function faultOf({ plan, defaultHandleSeconds }: QueueSettings): PlanFault | undefined {
  const [first] = staffingPlanFaults(plan);
  if (first) return { ...first, path: `plan.${first.path}` };
  if (defaultHandleSeconds === null || defaultHandleSeconds > 0) return undefined;
  return {
    path: 'defaultHandleSeconds',
    message: {
      en: `Handle time (${defaultHandleSeconds}) must be above 0 seconds`,
      ja: `処理時間(${defaultHandleSeconds})は0秒より大きくしてください`,
    },
  };
}
