import { Injectable } from '@nestjs/common';
import type { Balance } from '@yotei/scheduling/time-off';
import { addDays, isLocalDate, localDateOf, type Instant, type LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../platform/database/tenant-database.js';
import { AgentsService } from '../organisation/agents.service.js';
import type { Agent } from '../organisation/index.js';
import { AccountNews } from './time-off-account-news.service.js';
import { TimeOffAnswers } from './time-off-answers.service.js';
import { TimeOffJudge } from './time-off-judge.service.js';
import { TimeOffTermsRepository, type TimeOffType } from './time-off-terms.repository.js';

export type TypeWithBalance = TimeOffType & { readonly balance: Balance | null };

export interface Adjustment {
  readonly id: string;
  readonly kind: string;
  readonly on: LocalDate;
  readonly minutes: number;
  readonly reason: string;
  readonly authorName: string | null;
  readonly createdAt: Instant;
}

export interface NewAdjustment {
  readonly agentId: string;
  readonly kind: string;
  readonly on: LocalDate;
  readonly minutes: number;
  readonly reason: string;
}

export interface Account {
  readonly agentId: string;
  readonly agentName: string;
  readonly types: readonly TypeWithBalance[];
  readonly adjustments: readonly Adjustment[];
}

type AdjustOutcome =
  | { readonly kind: 'adjusted'; readonly account: Account }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

/** A year of minutes; more is a slip of the hand. */
const MOST_MINUTES = 366 * 1440;
const MOST_DAYS_AWAY = 3 * 366;

/** What agents have of each kind of absence, and corrections of it by hand. */
@Injectable()
export class TimeOffAccounts {
  constructor(
    private readonly database: TenantDatabase,
    private readonly people: AgentsService,
    private readonly terms: TimeOffTermsRepository,
    private readonly judging: TimeOffJudge,
    private readonly answers: TimeOffAnswers,
    private readonly news: AccountNews,
  ) {}

  types(context: RequestContext): Promise<TimeOffType[]> {
    return this.terms.types(context);
  }

  /** Balances as of now, and corrections, newest first. */
  async of(tx: EntityManager, context: RequestContext, agent: Agent): Promise<Omit<Account, 'agentId' | 'agentName'>> {
    const now = this.answers.now();
    const span = { startAt: now, endAt: now + 1 };
    const types: TypeWithBalance[] = [];
    for (const type of await this.terms.types(context))
      types.push({ ...type, balance: await this.judging.balance(tx, context, { agent, type, span, exceptId: null }) });
    return { types, adjustments: await adjustmentsOf(tx, agent.id) };
  }

  /** Null for an agent nobody knows. */
  async account(context: RequestContext, agentId: string): Promise<Account | null> {
    return this.database.withTenant(context, async (tx) => {
      const agent = (await this.people.byIds(context, [agentId])).get(agentId);
      return agent ? { agentId, agentName: agent.name, ...(await this.of(tx, context, agent)) } : null;
    });
  }

  /** Stores a correction, tells the agent, and gives places to those who wait and can have them now. */
  async adjust(context: RequestContext, given: NewAdjustment): Promise<AdjustOutcome> {
    return this.database.withTenant(context, async (tx) => {
      const agent = (await this.people.byIds(context, [given.agentId])).get(given.agentId);
      if (!agent) return { kind: 'not-found' };
      const type = (await this.terms.types(context)).find(({ code }) => code === given.kind);
      const order = { ...given, reason: given.reason.trim() };
      const fault = faultOf(order, type, localDateOf(this.answers.now(), agent.zone));
      if (fault) return { kind: 'invalid', ...fault };
      const [{ id }] = await tx.query<[{ id: string }]>(
        `insert into time_off_adjustments (organisation_id, agent_id, kind, on_date, minutes, reason, author_id)
         values (app_organisation_id(), $1, $2, $3::date, $4, $5, $6) returning id`,
        [order.agentId, order.kind, order.on, order.minutes, order.reason, context.userId],
      );
      await this.answers.audit(tx, context, { action: 'time-off.adjust', id, after: order });
      await this.news.tell(tx, context, { id, ...order, title: type!.title });
      await this.news.fill(tx, context, agent.teamId);
      const account = { agentId: agent.id, agentName: agent.name, ...(await this.of(tx, context, agent)) };
      return { kind: 'adjusted', account };
    });
  }
}

function faultOf(
  { on, minutes, reason }: NewAdjustment,
  type: TimeOffType | undefined,
  todayOn: LocalDate,
): { path: string; message: string } | null {
  if (!type?.hasBalance) return { path: 'kind', message: 'choose a kind of absence with a balance' };
  if (!isLocalDate(on) || on < addDays(todayOn, -MOST_DAYS_AWAY) || on > addDays(todayOn, MOST_DAYS_AWAY))
    return { path: 'on', message: 'choose a day at most three years away' };
  if (minutes === 0 || Math.abs(minutes) > MOST_MINUTES)
    return { path: 'minutes', message: 'give minutes to add, or below 0 to take away' };
  return reason === '' ? { path: 'reason', message: 'give a reason; the agent is told it' } : null;
}

function adjustmentsOf(tx: EntityManager, agentId: string): Promise<Adjustment[]> {
  return readRows<Adjustment>(
    tx,
    `select a.id, a.kind, to_char(a.on_date, 'YYYY-MM-DD') as "on", a.minutes, a.reason, u.display_name as "authorName", a.created_at as "createdAt"
     from time_off_adjustments a left join users u on u.id = a.author_id where a.agent_id = $1 order by a.created_at desc, a.id desc`,
    [agentId],
  );
}
