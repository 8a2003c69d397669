import { Injectable } from '@nestjs/common';
import { isExcuseKind } from '@yotei/scheduling/adherence';
import { DAY_MILLIS } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { AgentsService } from '../../organisation/index.js';
import type { FactSpan } from './adherence-facts.repository.js';
import { AdherenceHistoryService, type ExcuseEffect } from './adherence-history.service.js';
import { AdherenceNews } from './adherence-news.js';
import {
  ExceptionsRepository,
  type ExceptionRow,
  type ExceptionScope,
  type NewException,
} from './exceptions.repository.js';

export interface ExceptionOrder extends FactSpan {
  readonly kind: string;
  readonly note: string;
}

type Fault = { readonly kind: 'invalid'; readonly path: string; readonly message: string };

export type ExceptionOutcome =
  | { readonly kind: 'made'; readonly exception: ExceptionRow; readonly rejudgeJobId: string | null }
  | Fault
  | { readonly kind: 'not-found'; readonly what: string };

const MOST_NOTE = 500;
const OLDEST_DAYS = 62;
/** The effect on more agents is worked out by a job: each of their days is some hundreds of states. */
const MOST_AT_ONCE = 300;

/** Explanations and excuses: proposed, decided, taken back; each change is audited and has its days judged again. */
@Injectable()
export class ExceptionsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly exceptions: ExceptionsRepository,
    private readonly history: AdherenceHistoryService,
    private readonly people: AgentsService,
    private readonly news: AdherenceNews,
    private readonly clock: Clock,
  ) {}

  /** The reader's own explanation; it waits for somebody else to decide. */
  async explain(context: RequestContext, order: ExceptionOrder): Promise<ExceptionOutcome> {
    const fault = this.faultOf(order);
    if (fault) return fault;
    return this.database.withTenant(context, async (tx) => {
      const agent = context.userId ? await this.people.ofUser(context, context.userId) : null;
      if (!agent) return { kind: 'not-found', what: 'agent' };
      const scope: ExceptionScope = { kind: 'agent', id: agent.id };
      return this.make(tx, context, { ...order, scope, agentIds: [agent.id], state: 'proposed' });
    });
  }

  /** A supervisor's excuse: holds at once. */
  async excuse(context: RequestContext, order: ExceptionOrder & { scope: ExceptionScope }): Promise<ExceptionOutcome> {
    const fault = this.faultOf(order);
    if (fault) return fault;
    return this.database.withTenant(context, async (tx) => {
      const agentIds = await this.exceptions.agentsOf(context, order.scope);
      if (agentIds.length === 0) return { kind: 'not-found', what: order.scope.kind };
      return this.make(tx, context, { ...order, agentIds, state: 'approved' });
    });
  }

  async decide(
    context: RequestContext,
    decision: { readonly id: string; readonly approve: boolean; readonly note: string | null },
  ): Promise<ExceptionOutcome> {
    return this.database.withTenant(context, async (tx) => {
      const before = await this.exceptions.byId(context, decision.id);
      if (before?.proposedBy !== null && before?.proposedBy === context.userId)
        return { kind: 'invalid', path: 'id', message: 'somebody else decides on what you explained yourself' };
      const exception = await this.exceptions.decide(tx, context, {
        ...decision,
        from: 'proposed',
        to: decision.approve ? 'approved' : 'declined',
      });
      if (!exception) return { kind: 'not-found', what: 'waiting explanation' };
      await this.news.decided(tx, context, exception);
      const rejudgeJobId = await this.news.changed(tx, context, { before: 'proposed', exception });
      return { kind: 'made', exception, rejudgeJobId };
    });
  }

  /** Takes an excuse back, or the reader's own explanation as long as it waits. */
  async takeBack(
    context: RequestContext,
    { id, own, note }: { readonly id: string; readonly own: boolean; readonly note: string | null },
  ): Promise<ExceptionOutcome> {
    return this.database.withTenant(context, async (tx) => {
      const before = await this.exceptions.byId(context, id);
      const isMine = before?.proposedBy === context.userId;
      if (!before || (own && !isMine)) return { kind: 'not-found', what: 'explanation' };
      const from = own ? 'proposed' : 'approved';
      const exception = await this.exceptions.decide(tx, context, { id, from, to: 'withdrawn', note });
      if (!exception) return { kind: 'not-found', what: 'explanation' };
      const rejudgeJobId = await this.news.changed(tx, context, { before: from, exception });
      return { kind: 'made', exception, rejudgeJobId };
    });
  }

  waiting(context: RequestContext): Promise<ExceptionRow[]> {
    return this.exceptions.waiting(context);
  }

  /** Shown before an excuse is saved; of many agents in the background ({@link MOST_AT_ONCE}). */
  async effect(
    context: RequestContext,
    order: FactSpan & { readonly scope: ExceptionScope },
  ): Promise<
    | { readonly kind: 'effect'; readonly effect: ExcuseEffect }
    | { readonly kind: 'takes-long'; readonly scheduledAgents: number }
    | Fault
  > {
    const fault = this.faultOfSpan(order);
    if (fault) return fault;
    const agentIds = await this.exceptions.agentsOf(context, order.scope);
    const scheduled = await this.exceptions.scheduled(context, order, agentIds);
    if (scheduled.length > MOST_AT_ONCE) return { kind: 'takes-long', scheduledAgents: scheduled.length };
    return { kind: 'effect', effect: await this.history.effect(context, order, { agentIds: scheduled }) };
  }

  /** Why nothing can be excused in the span; null where it can. */
  faultOfSpan({ startAt, endAt }: FactSpan): Fault | null {
    return this.faultOf({ startAt, endAt, kind: 'other', note: '' });
  }

  private async make(tx: EntityManager, context: RequestContext, made: NewException): Promise<ExceptionOutcome> {
    const exception = await this.exceptions.add(tx, context, made);
    const rejudgeJobId = await this.news.changed(tx, context, { before: null, exception });
    return { kind: 'made', exception, rejudgeJobId };
  }

  private faultOf({ kind, startAt, endAt, note }: ExceptionOrder): Fault | null {
    const fault = (path: string, message: string) => ({ kind: 'invalid' as const, path, message });
    if (!isExcuseKind(kind)) return fault('kind', 'the reason must be one of those listed');
    if (!(endAt > startAt)) return fault('endAt', 'the end must be after the start');
    if (endAt - startAt > DAY_MILLIS) return fault('endAt', 'at most a day can be excused at once');
    if (startAt < this.clock.now() - OLDEST_DAYS * DAY_MILLIS)
      return fault('startAt', `nothing older than ${OLDEST_DAYS} days can be excused`);
    if (note.length > MOST_NOTE) return fault('note', `the note must have at most ${MOST_NOTE} characters`);
    return null;
  }
}
