import { Injectable } from '@nestjs/common';
import type { Interval } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { AgentsService } from '../organisation/agents.service.js';
import type { Agent } from '../organisation/index.js';
import { TimeOffAccounts, type Adjustment, type TypeWithBalance } from './time-off-accounts.service.js';
import { TimeOffAnswers } from './time-off-answers.service.js';
import { TimeOffJudge, type Judged } from './time-off-judge.service.js';
import { TimeOffRepository, type TimeOffRow } from './time-off.repository.js';
import type { TimeOffType } from './time-off-terms.repository.js';

export interface AskedTimeOff {
  readonly kind: string;
  readonly span: Interval;
  readonly note: string | null;
}

export type TimeOffFault = { readonly kind: 'invalid'; readonly path: string; readonly message: string };
export type AskOutcome = { readonly kind: 'asked'; readonly requestId: string; readonly judged: Judged } | TimeOffFault;

const STATE_OF = { approved: 'approved', declined: 'declined', waiting: 'requested', review: 'requested' } as const;
const MOST_DAYS = 366;

export interface OwnTimeOff {
  readonly types: readonly TypeWithBalance[];
  readonly requests: readonly (TimeOffRow & { readonly position: number | null })[];
  readonly adjustments: readonly Adjustment[];
}

/** What an agent asks for and is told about absence. */
@Injectable()
export class TimeOffService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly people: AgentsService,
    private readonly requests: TimeOffRepository,
    private readonly judging: TimeOffJudge,
    private readonly answers: TimeOffAnswers,
    private readonly accounts: TimeOffAccounts,
  ) {}

  /** Null for who is no agent. */
  async mine(context: RequestContext): Promise<OwnTimeOff | null> {
    return this.database.withTenant(context, async (tx) => {
      const agent = await this.agentOf(context);
      if (!agent) return null;
      const { types, adjustments } = await this.accounts.of(tx, context, agent);
      const rows = await this.requests.ofAgent(context, agent.id);
      const positions = await this.requests.positions(
        context,
        rows.map(({ id }) => id),
      );
      return { types, adjustments, requests: rows.map((row) => ({ ...row, position: positions.get(row.id) ?? null })) };
    });
  }

  /** What would be answered, without asking. */
  async preview(context: RequestContext, ask: AskedTimeOff): Promise<Judged | TimeOffFault> {
    return this.database.withTenant(context, async (tx) => {
      const known = await this.check(context, ask);
      return 'kind' in known ? known : this.judging.judge(tx, context, { ...known, span: ask.span, exceptId: null });
    });
  }

  /** Judged and stored in one transaction, one request of a team after another. */
  async ask(context: RequestContext, ask: AskedTimeOff): Promise<AskOutcome> {
    return this.database.withTenant(context, async (tx) => {
      const known = await this.check(context, ask);
      if ('kind' in known) return known;
      await this.requests.lockTeam(tx, known.agent.teamId);
      const judged = await this.judging.judge(tx, context, { ...known, span: ask.span, exceptId: null });
      const requestId = await this.requests.add(tx, {
        agentId: known.agent.id,
        kind: ask.kind,
        span: ask.span,
        note: ask.note,
        state: STATE_OF[judged.verdict],
        verdict: judged.verdict,
        decision: judged.reason,
        paidMinutes: judged.needMinutes,
      });
      await this.answers.audit(tx, context, {
        action: 'time-off.ask',
        id: requestId,
        after: { verdict: judged.verdict, reason: judged.reason },
      });
      return { kind: 'asked', requestId, judged };
    });
  }

  /** Takes back what is ahead, approved or not; who waited longest for the place gets it. */
  async withdraw(context: RequestContext, id: string): Promise<'withdrawn' | 'not-found' | 'too-late'> {
    return this.database.withTenant(context, async (tx) => {
      const agent = await this.agentOf(context);
      if (!agent) return 'not-found';
      await this.requests.lockTeam(tx, agent.teamId);
      const row = await this.requests.byId(tx, id);
      if (row?.agentId !== agent.id) return 'not-found';
      if (row.state === 'declined' || row.state === 'withdrawn' || row.startAt <= this.answers.now()) return 'too-late';
      await this.requests.settle(tx, id, { state: 'withdrawn', by: context.userId, reason: null });
      await this.answers.audit(tx, context, { action: 'time-off.withdraw', id, after: { was: row.state } });
      await this.answers.fillPlaces(tx, context, agent.teamId);
      return 'withdrawn';
    });
  }

  private agentOf(context: RequestContext): Promise<Agent | null> {
    return context.userId ? this.people.ofUser(context, context.userId) : Promise.resolve(null);
  }

  private async check(
    context: RequestContext,
    { kind, span }: AskedTimeOff,
  ): Promise<{ agent: Agent; type: TimeOffType } | TimeOffFault> {
    const agent = await this.agentOf(context);
    if (!agent) return { kind: 'invalid', path: 'agent', message: 'only agents ask for time off' };
    const type = (await this.accounts.types(context)).find(({ code }) => code === kind);
    if (!type) return { kind: 'invalid', path: 'kind', message: 'there is no such kind of absence' };
    if (type.archived) return { kind: 'invalid', path: 'kind', message: 'this kind of absence is no longer offered' };
    if (!(span.endAt > span.startAt))
      return { kind: 'invalid', path: 'endAt', message: 'the end must be after the start' };
    if (span.endAt - span.startAt > MOST_DAYS * 86_400_000)
      return { kind: 'invalid', path: 'endAt', message: `at most ${MOST_DAYS} days at once` };
    return { agent, type };
  }
}
