import { Injectable } from '@nestjs/common';
import {
  historyFromSeries,
  judgeHistory,
  learnEventEffectsOf,
  type EventEffectEvidence,
  type HistoryAction,
  type HistoryPicture,
  type HistoryProposal,
  type JudgedHistory,
} from '@yotei/forecast';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { CalendarEventRepository, type CalendarEventRecord } from '../calendar-events.repository.js';
import { ForecastInputService } from '../forecast-input.service.js';
import { QueueDirectory, type QueueRecord } from '../queue-directory.js';
import { decisionOf, HistoryDecisionRepository, type HistoryDecisionRecord } from './history-decisions.repository.js';
import { faultOfSpan, spanOf, type SpanOrder } from './span-order.js';

export interface UnusualHistoryView {
  readonly queue: QueueRecord;
  readonly historyDays: number;
  /** Decisions that the newest forecast does not know; 0 without a forecast. */
  readonly changesSinceForecast: number;
  readonly proposals: readonly (HistoryProposal & { readonly picture: HistoryPicture })[];
  readonly decided: readonly (HistoryDecisionRecord & {
    readonly isStale: boolean;
    readonly picture: HistoryPicture;
  })[];
}

export interface DecisionOrder {
  readonly proposalId: string;
  readonly action: HistoryAction;
  /** With `event`. */
  readonly title?: string | null;
  readonly eventKind?: CalendarEventRecord['kind'] | null;
}

export type UnusualOutcome =
  | { readonly kind: 'changed' | 'edited-meanwhile'; readonly view: UnusualHistoryView }
  | { readonly kind: 'not-found'; readonly what: string }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

export const MOST_DECISIONS = 300;

/** Odd stretches of a queue's history, and what planners say about them. */
@Injectable()
export class UnusualHistoryService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly inputs: ForecastInputService,
    private readonly queues: QueueDirectory,
    private readonly decisions: HistoryDecisionRepository,
    private readonly events: CalendarEventRepository,
  ) {}

  /** Null without such a queue; no proposals below four weeks of history. */
  async view(context: RequestContext, queueId: string): Promise<UnusualHistoryView | null> {
    const queue = await this.queues.byId(context, queueId);
    if (!queue) return null;
    const decided = await this.decisions.ofQueue(context, queueId);
    const input = await this.inputs.wholeHistory(context, queue);
    const changesSinceForecast = await this.decisions.changesSinceForecast(context, queueId);
    if (!input) return { queue, historyDays: 0, changesSinceForecast, proposals: [], decided: [] };
    const history = historyFromSeries({ grid: input.grid, values: input.contacts }, null, queue.zone);
    const judged = judgeHistory(history, input.events, decided.map(decisionOf));
    const stale = new Set(judged.stale.map(({ proposalId }) => proposalId));
    return {
      queue,
      historyDays: history.days.length,
      changesSinceForecast,
      proposals: judged.proposals.map((proposal) => ({ ...proposal, picture: judged.pictureOf(proposal) })),
      decided: decided.map((record) => ({
        ...record,
        isStale: stale.has(record.proposalId),
        picture: judged.pictureOf(record),
      })),
    };
  }

  /** Effects of the queue's events with their evidence; empty without history. */
  async effects(context: RequestContext, queueId: string): Promise<readonly EventEffectEvidence[] | null> {
    const queue = await this.queues.byId(context, queueId);
    if (!queue) return null;
    const input = await this.inputs.wholeHistory(context, queue);
    if (!input) return [];
    const history = historyFromSeries({ grid: input.grid, values: input.contacts }, null, queue.zone);
    return learnEventEffectsOf(history, input.events);
  }

  /** All or none: a proposal that is gone (decided elsewhere, data corrected) tells the newer state instead. */
  async decide(context: RequestContext, queueId: string, orders: readonly DecisionOrder[]): Promise<UnusualOutcome> {
    if (orders.length === 0 || orders.length > MOST_DECISIONS)
      return { kind: 'invalid', path: 'decisions', message: `give 1..${MOST_DECISIONS} decisions` };
    return this.database.withTenant(context, async () => {
      const before = await this.view(context, queueId);
      if (!before) return { kind: 'not-found' as const, what: 'queue' };
      const proposals = new Map(before.proposals.map((proposal) => [proposal.id, proposal]));
      if (orders.some(({ proposalId }) => !proposals.has(proposalId)))
        return { kind: 'edited-meanwhile' as const, view: before };
      for (const order of orders) {
        const { picture: _picture, ...proposal } = proposals.get(order.proposalId)!;
        await this.insert(context, { queueId, order, proposal });
      }
      return { kind: 'changed' as const, view: (await this.view(context, queueId))! };
    });
  }

  /** Any span of the past that a planner names; the same span twice tells the newer state instead. */
  async decideSpan(context: RequestContext, queueId: string, order: SpanOrder): Promise<UnusualOutcome> {
    return this.database.withTenant(context, async () => {
      const queue = await this.queues.byId(context, queueId);
      if (!queue) return { kind: 'not-found' as const, what: 'queue' };
      const wrong = faultOfSpan(order);
      if (wrong) return { kind: 'invalid' as const, ...wrong };
      const judged = await this.judged(context, queue);
      const proposal = judged?.byHand(spanOf(order, queue.zone), order.reason.trim()) ?? null;
      if (!proposal)
        return { kind: 'invalid' as const, path: 'fromOn', message: 'nothing of it lies in the history of the queue' };
      const decided = await this.decisions.ofQueue(context, queueId);
      if (decided.some(({ proposalId }) => proposalId === proposal.id))
        return { kind: 'edited-meanwhile' as const, view: (await this.view(context, queueId))! };
      const named = { ...order, proposalId: proposal.id, title: order.title?.trim() || order.reason.trim() };
      await this.insert(context, { queueId, order: named, proposal });
      return { kind: 'changed' as const, view: (await this.view(context, queueId))! };
    });
  }

  /** Undoing twice changes nothing; the event a decision made goes with it unless it was edited since. */
  async undo(context: RequestContext, queueId: string, ids: readonly string[]): Promise<UnusualOutcome> {
    return this.database.withTenant(context, async () => {
      for (const { eventId } of await this.decisions.undo(context, ids, context.userId))
        if (eventId) await this.events.delete(context, { id: eventId, version: 1 });
      const view = await this.view(context, queueId);
      return view ? { kind: 'changed' as const, view } : { kind: 'not-found' as const, what: 'queue' };
    });
  }

  /** Null without history. */
  private async judged(context: RequestContext, queue: QueueRecord): Promise<JudgedHistory | null> {
    const input = await this.inputs.wholeHistory(context, queue);
    if (!input) return null;
    const history = historyFromSeries({ grid: input.grid, values: input.contacts }, null, queue.zone);
    return judgeHistory(history, input.events, (await this.decisions.ofQueue(context, queue.id)).map(decisionOf));
  }

  private async insert(
    context: RequestContext,
    { queueId, order, proposal }: { queueId: string; order: DecisionOrder; proposal: HistoryProposal },
  ): Promise<void> {
    const event =
      order.action === 'event'
        ? await this.events.insert(context, {
            kind: order.eventKind ?? eventKindOf(proposal),
            title: order.title?.trim() || proposal.kind,
            fromOn: proposal.fromOn,
            untilOn: proposal.untilOn,
            queueIds: [queueId],
          })
        : null;
    await this.decisions.insert(context, {
      queueId,
      proposal,
      action: order.action,
      eventId: event?.id ?? null,
      authorId: context.userId!,
    });
  }
}

/** What an odd stretch most likely was, when the planner only says that it was an event. */
function eventKindOf({ kind }: HistoryProposal): CalendarEventRecord['kind'] {
  switch (kind) {
    case 'outage':
    case 'partly-recorded':
    case 'stuck-value':
    case 'huge-value':
      return 'outage';
    case 'missing-span':
      return 'closed';
    default:
      return 'other';
  }
}
