import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { RequestContext } from '../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../platform/database/tenant-database.js';
import { NOTICES_OUTBOX } from './announcer.js';
import type { Message, SendOutcome } from './message.js';
import { NOTICE_COLUMNS, type NoticeRow } from './notices.repository.js';
import { retryAt } from './delivery-plan.js';

/** Longer than a send can take with all its time limits; who is silent for so long has died. */
export const LOST_AFTER_MILLIS = 120_000;
const MOST_AT_ONCE = 50;

export interface UnsentNotice {
  readonly id: string;
  readonly userId: string;
  readonly urgent: boolean;
  readonly kind: string;
}

export interface PlannedDelivery {
  readonly noticeId: string;
  readonly userId: string;
  readonly channel: 'mail' | 'push';
  readonly dueAt: Instant;
}

type Claimed = Omit<Message, 'email' | 'name' | 'locale'>;

/**
 * The way of a notice out of the house: from the outbox to a row for each channel, claimed before it is sent and settled
 * after. A claim is committed before anything leaves, so a crash can lose the news of a message but never send it again.
 */
@Injectable()
export class DeliveryRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Takes what was announced out of the outbox and stores what `plan` makes of it, in one transaction. False when none was left. */
  async takeFromOutbox(
    context: RequestContext,
    plan: (notices: readonly UnsentNotice[]) => Promise<readonly PlannedDelivery[]>,
  ): Promise<boolean> {
    return this.database.withTenant(context, async (tx) => {
      const [taken] = await tx.query<[{ payload: string[] }[], number]>(
        `update outbox set sent_at = now(), attempts = attempts + 1 where id in (
           select id from outbox where topic = '${NOTICES_OUTBOX}' and sent_at is null order by created_at limit ${MOST_AT_ONCE} for update skip locked)
         returning payload`,
      );
      if (taken.length === 0) return false;
      const notices = await tx.query<UnsentNotice[]>(
        'select id, user_id as "userId", urgent, kind from notifications where id = any($1::uuid[])',
        [taken.flatMap(({ payload }) => payload)],
      );
      await this.store(tx, await plan(notices));
      return true;
    });
  }

  private async store(tx: EntityManager, deliveries: readonly PlannedDelivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    await tx.query(
      `insert into notice_deliveries (organisation_id, notice_id, channel, user_id, due_at)
       select app_organisation_id(), d.notice_id, d.channel, d.user_id, d.due_at
       from unnest($1::uuid[], $2::text[], $3::uuid[], $4::timestamptz[]) as d (notice_id, channel, user_id, due_at)
       on conflict do nothing`,
      [
        deliveries.map(({ noticeId }) => noticeId),
        deliveries.map(({ channel }) => channel),
        deliveries.map(({ userId }) => userId),
        deliveries.map(({ dueAt }) => new Date(dueAt).toISOString()),
      ],
    );
  }

  /** Messages whose sender died: a mail may have gone out and stays so, a push is the same to its reader when it comes twice. */
  async settleLost(context: RequestContext, now: Instant): Promise<void> {
    await this.database.withTenant(context, (tx) =>
      tx.query(
        `update notice_deliveries set state = case channel when 'mail' then 'uncertain' else 'waiting' end, problem = 'sender died'
         where state = 'sending' and claimed_at < $1::timestamptz`,
        [iso(now - LOST_AFTER_MILLIS)],
      ),
    );
  }

  /** The next message that is due: all that waits for one person and channel. Null when nothing is due. */
  async claim(context: RequestContext, now: Instant): Promise<Claimed | null> {
    return this.database.withTenant(context, async (tx) => {
      // Who has seen it in the app need not be told again.
      await tx.query(
        `update notice_deliveries d set state = 'dropped' from notifications n
         where n.organisation_id = d.organisation_id and n.id = d.notice_id and n.read_at is not null and d.state = 'waiting' and d.due_at <= $1::timestamptz`,
        [iso(now)],
      );
      const [first] = await tx.query<{ userId: string; channel: 'mail' | 'push' }[]>(
        `select user_id as "userId", channel from notice_deliveries where state = 'waiting' and due_at <= $1::timestamptz
         order by due_at limit 1 for update skip locked`,
        [iso(now)],
      );
      if (!first) return null;
      const claimId = uuidv7();
      const [rows] = await tx.query<[{ noticeId: string; attempts: number; claimId: string }[], number]>(
        `update notice_deliveries set state = 'sending', claim_id = coalesce(claim_id, $1), claimed_at = $2::timestamptz, attempts = attempts + 1
         where (notice_id, channel) in (select notice_id, channel from notice_deliveries where user_id = $3 and channel = $4 and state = 'waiting'
           and due_at <= $2::timestamptz order by due_at limit ${MOST_AT_ONCE} for update skip locked)
         returning notice_id as "noticeId", attempts, claim_id as "claimId"`,
        [claimId, iso(now), first.userId, first.channel],
      );
      // A message tried before keeps its name, whatever has joined it.
      const kept = rows.find((row) => row.claimId !== claimId)?.claimId ?? claimId;
      const ids = rows.map(({ noticeId }) => noticeId);
      await tx.query('update notice_deliveries set claim_id = $1 where notice_id = any($2::uuid[]) and channel = $3', [
        kept,
        ids,
        first.channel,
      ]);
      const notices = await readRows<NoticeRow>(
        tx,
        `select ${NOTICE_COLUMNS} from notifications where id = any($1::uuid[]) order by created_at desc, id desc`,
        [ids],
      );
      return { ...first, claimId: kept, notices, attempts: Math.max(...rows.map(({ attempts }) => attempts)) };
    });
  }

  async settle(context: RequestContext, message: Claimed, outcome: SendOutcome, now: Instant): Promise<void> {
    const again = outcome.kind === 'later' ? retryAt(message.attempts, now) : null;
    const state = again !== null ? 'waiting' : STATE_AFTER[outcome.kind];
    await this.database.withTenant(context, async (tx) => {
      await tx.query(
        `update notice_deliveries set state = $1, problem = $2, sent_at = case when $1 = 'sent' then now() end, due_at = coalesce($3::timestamptz, due_at)
         where claim_id = $4 and channel = $5 and state in ('sending', 'uncertain')`,
        [
          state,
          'problem' in outcome ? outcome.problem : null,
          again === null ? null : iso(again),
          message.claimId,
          message.channel,
        ],
      );
      if (outcome.kind !== 'sent') return;
      await tx.query(
        'update notifications set delivered_at = now() where id = any($1::uuid[]) and delivered_at is null',
        [message.notices.map(({ id }) => id)],
      );
    });
  }

  /** When the next message is due or the next silent sender counts as dead; null when nothing waits. */
  async nextAt(context: RequestContext): Promise<Instant | null> {
    const [row] = await this.database.read<{ at: Instant | null }>(
      context,
      `select min(case state when 'waiting' then due_at else claimed_at + make_interval(secs => $2) end) as at
       from notice_deliveries where organisation_id = $1 and state in ('waiting', 'sending')`,
      [context.organisationId, LOST_AFTER_MILLIS / 1000],
    );
    return row?.at ?? null;
  }
}

const STATE_AFTER = {
  sent: 'sent',
  later: 'failed',
  refused: 'failed',
  uncertain: 'uncertain',
  'nobody-there': 'dropped',
} as const satisfies Record<SendOutcome['kind'], string>;

const iso = (at: Instant): string => new Date(at).toISOString();
