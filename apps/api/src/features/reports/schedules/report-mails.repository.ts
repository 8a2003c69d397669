import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';
import { LOST_AFTER_MILLIS, retryAt, type SendOutcome } from '../../notifications/index.js';
import { nextSendAt, type SendTime } from './send-time.js';

/** A mail that one worker has taken to send. */
export interface ClaimedMail {
  readonly id: string;
  readonly scheduleId: string;
  readonly dueAt: Instant;
  /** A user id or an address. */
  readonly recipient: string;
  readonly attempts: number;
}

const STATE_AFTER = {
  sent: 'sent',
  later: 'failed',
  refused: 'failed',
  uncertain: 'uncertain',
  'nobody-there': 'failed',
} as const satisfies Record<SendOutcome['kind'], string>;

const iso = (at: Instant): string => new Date(at).toISOString();

/**
 * Mails of reports, each a row: made with the sending that asks for it, claimed and committed before it leaves, settled
 * after. A crash can lose a mail but never sends it twice.
 */
@Injectable()
export class ReportMailRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Rows for what is due; of sendings missed while no worker ran only the last is made up for. */
  async takeDue(context: RequestContext, now: Instant): Promise<void> {
    await this.database.withTenant(context, async (tx) => {
      const due = await readRows<SendTime & { id: string; nextAt: Instant; recipients: string[] }>(
        tx,
        `select id, next_at as "nextAt", cadence, weekday, month_day as "monthDay", local_minute as "localMinute", zone,
           user_ids::text[] || addresses as recipients
         from report_schedules where organisation_id = app_organisation_id() and next_at <= $1::timestamptz for update skip locked`,
        [iso(now)],
      );
      for (const schedule of due) {
        await this.ask(tx, {
          scheduleId: schedule.id,
          dueAt: lastSendAt(schedule, now),
          recipients: schedule.recipients,
        });
        await tx.query('update report_schedules set next_at = $2::timestamptz where id = $1', [
          schedule.id,
          iso(nextSendAt(schedule, now)),
        ]);
      }
    });
  }

  /** The same sending asks each recipient once, however often it is asked for. */
  async ask(
    tx: EntityManager,
    of: { readonly scheduleId: string; readonly dueAt: Instant; readonly recipients: readonly string[] },
  ): Promise<void> {
    await tx.query(
      `insert into report_mails (organisation_id, schedule_id, due_at, recipient)
       select app_organisation_id(), $1, $2::timestamptz, r from unnest($3::text[]) r on conflict do nothing`,
      [of.scheduleId, iso(of.dueAt), of.recipients],
    );
  }

  /** Mails whose sender died: they may have gone out and stay so. */
  async settleLost(context: RequestContext, now: Instant): Promise<void> {
    await this.database.withTenant(context, (tx) =>
      tx.query(
        `update report_mails set state = 'uncertain', problem = 'sender died' where state = 'sending' and claimed_at < $1::timestamptz`,
        [iso(now - LOST_AFTER_MILLIS)],
      ),
    );
  }

  /** The next mail to send; null: none is due. */
  async claim(context: RequestContext, now: Instant): Promise<ClaimedMail | null> {
    return this.database.withTenant(context, async (tx) => {
      const [row] = await readRows<ClaimedMail>(
        tx,
        `update report_mails set state = 'sending', claimed_at = $1::timestamptz, attempts = attempts + 1 where id =
           (select id from report_mails where organisation_id = app_organisation_id() and state = 'waiting'
              and coalesce(not_before, due_at) <= $1::timestamptz order by due_at, id limit 1 for update skip locked)
         returning id, schedule_id as "scheduleId", due_at as "dueAt", recipient, attempts`,
        [iso(now)],
      );
      return row ?? null;
    });
  }

  async settle(context: RequestContext, mail: ClaimedMail, outcome: SendOutcome, now: Instant): Promise<void> {
    const again = outcome.kind === 'later' ? retryAt(mail.attempts, now) : null;
    await this.database.withTenant(context, (tx) =>
      tx.query(
        `update report_mails set state = $2, problem = $3, not_before = $4::timestamptz, sent_at = case when $2 = 'sent' then $5::timestamptz end
         where id = $1 and state in ('sending', 'uncertain')`,
        [
          mail.id,
          again === null ? STATE_AFTER[outcome.kind] : 'waiting',
          'problem' in outcome ? outcome.problem : null,
          again === null ? null : iso(again),
          iso(now),
        ],
      ),
    );
  }

  /** When to look again: the next sending, the next try, or when a silent sender counts as dead. */
  async nextAt(context: RequestContext): Promise<Instant | null> {
    const [row] = await this.database.read<{ at: Instant | null }>(
      context,
      `select least((select min(next_at) from report_schedules where organisation_id = app_organisation_id()),
         (select min(case state when 'waiting' then coalesce(not_before, due_at) else claimed_at + make_interval(secs => $1) end)
          from report_mails where organisation_id = app_organisation_id() and state in ('waiting', 'sending'))) as at`,
      [LOST_AFTER_MILLIS / 1000],
    );
    return row?.at ?? null;
  }
}

/** The last sending that is due now. */
function lastSendAt(time: SendTime & { readonly nextAt: Instant }, now: Instant): Instant {
  let at = time.nextAt;
  for (let next = nextSendAt(time, at); next <= now; next = nextSendAt(time, at)) at = next;
  return at;
}
