import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { isAllowed } from '../../platform/permissions/permissions.js';
import { UserAccountsService } from '../identity/user-accounts.service.js';
import { ExchangeSettler } from './exchange-settler.js';
import { ExchangesService, type AnswerOutcome } from './exchanges.service.js';
import { ExchangeRepository, type ExchangeRow } from './exchanges.repository.js';

export interface Delegation {
  readonly id: string;
  readonly fromUserId: string;
  readonly toUserId: string;
  readonly from: string;
  readonly to: string;
  readonly untilAt: Instant;
}

export type DelegateOutcome =
  | { readonly kind: 'delegated'; readonly delegation: Delegation }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

/** The manager's inbox: what waits, deciding one or many, handing the inbox over for a while. */
@Injectable()
export class ExchangeReviewService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly exchanges: ExchangeRepository,
    private readonly loop: ExchangesService,
    private readonly settler: ExchangeSettler,
    private readonly clock: Clock,
    private readonly accounts: UserAccountsService,
  ) {}

  /** By role, or because somebody who may has handed it over. */
  async mayDecide(context: RequestContext): Promise<boolean> {
    if (isAllowed(context.roles, 'exchange.decide')) return true;
    const [row] = await this.database.read<{ id: string }>(
      context,
      'select id from exchange_delegations where to_user_id = $1 and until_at > $2 limit 1',
      [context.userId, this.nowText()],
    );
    return row !== undefined;
  }

  /** Null: may not. */
  async inbox(context: RequestContext, first: number): Promise<ExchangeRow[] | null> {
    return (await this.mayDecide(context)) ? this.exchanges.inReview(context, first) : null;
  }

  /** Each in a transaction of its own, so that one that has become impossible does not stop the others. */
  async decide(
    context: RequestContext,
    ids: readonly string[],
    decision: { readonly approve: boolean; readonly note: string | null },
  ): Promise<{ id: string; outcome: AnswerOutcome }[]> {
    if (!(await this.mayDecide(context))) return ids.map((id) => ({ id, outcome: { kind: 'not-found' } }));
    const decided: { id: string; outcome: AnswerOutcome }[] = [];
    for (const id of ids) decided.push({ id, outcome: await this.decideOne(context, id, decision) });
    return decided;
  }

  private decideOne(
    context: RequestContext,
    id: string,
    { approve, note }: { readonly approve: boolean; readonly note: string | null },
  ): Promise<AnswerOutcome> {
    return this.loop.change(context, { id, mayApply: approve }, async (tx, exchange) => {
      if (exchange.state !== 'in-review') return { kind: 'closed', exchange };
      const ended = approve
        ? await this.settler.settle(tx, context, { exchange, approvedBy: context.userId ?? 'program', note })
        : await this.settler.end(tx, context, exchange, { to: 'refused', code: 'refused-by-manager', note });
      return { kind: 'answered', exchange: ended };
    });
  }

  async delegate(context: RequestContext, email: string, untilAt: Instant): Promise<DelegateOutcome> {
    if (untilAt <= this.clock.now())
      return { kind: 'invalid', path: 'untilAt', message: 'the last day must lie ahead' };
    const [user] = await this.database.read<{ id: string }>(
      context,
      `select u.id from users u join memberships m on m.user_id = u.id where m.organisation_id = $1 and lower(u.email) = lower($2)`,
      [context.organisationId, email.trim()],
    );
    if (!user || user.id === context.userId)
      return { kind: 'invalid', path: 'email', message: 'give the address of another person of this organisation' };
    const id = await this.database.withTenant(context, async (tx) => {
      const [row] = await tx.query(
        `insert into exchange_delegations (organisation_id, from_user_id, to_user_id, until_at) values (app_organisation_id(), $1, $2, $3) returning id`,
        [context.userId, user.id, new Date(untilAt).toISOString()],
      );
      return row.id as string;
    });
    return { kind: 'delegated', delegation: (await this.delegations(context)).find((one) => one.id === id)! };
  }

  async endDelegation(context: RequestContext, id: string): Promise<boolean> {
    return this.database.withTenant(context, async (tx) => {
      const [rows] = await tx.query(
        'update exchange_delegations set until_at = $3 where id = $1 and from_user_id = $2 and until_at > $3 returning id',
        [id, context.userId, this.nowText()],
      );
      return rows.length > 0;
    });
  }

  /** Those in force. */
  async delegations(context: RequestContext): Promise<Delegation[]> {
    const rows = await this.database.read<Omit<Delegation, 'from' | 'to'>>(
      context,
      `select id, from_user_id as "fromUserId", to_user_id as "toUserId", until_at as "untilAt" from exchange_delegations
       where until_at > $1 and ($2::uuid in (from_user_id, to_user_id)) order by until_at`,
      [this.nowText(), context.userId],
    );
    const names = await this.accounts.namesOf(
      context,
      rows.flatMap(({ fromUserId, toUserId }) => [fromUserId, toUserId]),
    );
    return rows.map((row) => ({ ...row, from: names.get(row.fromUserId) ?? '', to: names.get(row.toUserId) ?? '' }));
  }

  private nowText(): string {
    return new Date(this.clock.now()).toISOString();
  }
}
