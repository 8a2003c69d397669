import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../platform/database/tenant-database.js';
import { rankedWeights } from './wish-budget.js';

export interface Wish {
  readonly kind: 'day-off' | 'day-on' | 'start-between' | 'end-between';
  /** Null: every day the person works. */
  readonly on: LocalDate | null;
  readonly fromMinute: number | null;
  readonly untilMinute: number | null;
}

export interface RankedWish extends Wish {
  readonly weight: number;
}

/** How a wish fared on one day of the published weeks so far; `on` is that day. */
export interface JudgedWish extends Wish {
  readonly on: LocalDate;
  readonly met: boolean;
}

export interface Window {
  readonly weekday: number;
  readonly fromMinute: number;
  readonly untilMinute: number;
}

const sameWish = (a: Wish, b: Wish): boolean =>
  a.kind === b.kind && a.on === b.on && a.fromMinute === b.fromMinute && a.untilMinute === b.untilMinute;

/** What an agent says of the own time: when it is possible, and when it would be nice. */
@Injectable()
export class AvailabilityRepository {
  constructor(private readonly database: TenantDatabase) {}

  async wishes(context: RequestContext, agentId: string): Promise<RankedWish[]> {
    return this.database.read<RankedWish>(
      context,
      `select kind, to_char(on_date, 'YYYY-MM-DD') as "on", from_minute as "fromMinute", until_minute as "untilMinute", weight
       from preferences where agent_id = $1 and rank is not null order by rank`,
      [agentId],
    );
  }

  /** The whole list anew; the first is the most wanted. Wishes entered by planners stay. */
  async saveWishes(
    context: RequestContext,
    agentId: string,
    wishes: readonly Wish[],
    todayOn: LocalDate,
  ): Promise<void> {
    await this.database.withTenant(context, async (tx) => {
      // What is over stays, without its place: it tells how often wishes were met.
      await tx.query(
        'update preferences set rank = null where agent_id = $1 and rank is not null and on_date < $2::date',
        [agentId, todayOn],
      );
      const [before] = await tx.query<[(Wish & { createdAt: string })[], number]>(
        `delete from preferences where agent_id = $1 and rank is not null
         returning kind, to_char(on_date, 'YYYY-MM-DD') as "on", from_minute as "fromMinute", until_minute as "untilMinute", created_at::text as "createdAt"`,
        [agentId],
      );
      const weights = rankedWeights(wishes.length);
      for (const [index, wish] of wishes.entries())
        await tx.query(
          `insert into preferences (organisation_id, agent_id, kind, on_date, from_minute, until_minute, weight, rank, created_at)
           values (app_organisation_id(), $1, $2, $3::date, $4, $5, $6, $7, coalesce($8::timestamptz, now()))`,
          [
            ...[agentId, wish.kind, wish.on, wish.fromMinute, wish.untilMinute, weights[index], index + 1],
            // A wish that only moved in the list is as old as it was.
            before.find((old) => sameWish(old, wish))?.createdAt ?? null,
          ],
        );
    });
  }

  /**
   * Dated wishes and standing ones against the published schedules of a range of days, on the agent's clock, latest first.
   * Only what was wished before the week was published counts. Wishes about hours are judged on days worked; a window that passes midnight also holds the early minutes of a start.
   */
  async judged(
    context: RequestContext,
    of: { agentId: string; zone: string; fromOn: LocalDate; untilOn: LocalDate },
  ): Promise<JudgedWish[]> {
    return this.database.withTenant(context, async (tx) =>
      readRows<JudgedWish>(
        tx,
        `with days as (
           select d::date as on_date, max(s.published_at) as published_at from generate_series($3::date, $4::date - 1, interval '1 day') as d
           join schedules s on s.state = 'published' and s.parent_id is null and s.week_start_on <= d and s.week_start_on + s.weeks * 7 > d group by d),
         worked as (
           select (lower(sh.span) at time zone $2)::date as on_date,
             extract(epoch from (lower(sh.span) at time zone $2) - date_trunc('day', lower(sh.span) at time zone $2)) / 60 as start_minute,
             extract(epoch from (upper(sh.span) at time zone $2) - date_trunc('day', lower(sh.span) at time zone $2)) / 60 as end_minute
           from shifts sh where sh.published and sh.agent_id = $1)
         select to_char(d.on_date, 'YYYY-MM-DD') as "on", p.kind, p.from_minute as "fromMinute", p.until_minute as "untilMinute",
           case p.kind when 'day-off' then w.on_date is null when 'day-on' then w.on_date is not null
             when 'start-between' then w.start_minute between coalesce(p.from_minute, 0) and coalesce(p.until_minute, 1440)
               or w.start_minute + 1440 between coalesce(p.from_minute, 0) and coalesce(p.until_minute, 1440)
             else w.end_minute between coalesce(p.from_minute, 0) and coalesce(p.until_minute, 2880) end as met
         from preferences p join days d on (p.on_date is null or p.on_date = d.on_date) and p.created_at <= d.published_at
         left join worked w on w.on_date = d.on_date
         where p.agent_id = $1 and (p.kind in ('day-off', 'day-on') or w.on_date is not null)
         order by d.on_date desc, p.rank nulls last, p.id`,
        [of.agentId, of.zone, of.fromOn, of.untilOn],
      ),
    );
  }

  async saveWindows(context: RequestContext, agentId: string, windows: readonly Window[]): Promise<void> {
    await this.database.withTenant(context, async (tx) => {
      const [before] = await tx.query<{ availability: unknown }[]>('select availability from agents where id = $1', [
        agentId,
      ]);
      await tx.query('update agents set availability = $2::jsonb, version = version + 1 where id = $1', [
        agentId,
        JSON.stringify(windows),
      ]);
      await tx.query(
        `insert into audit_entries (organisation_id, user_id, request_id, action, subject_kind, subject_id, before, after)
         values (app_organisation_id(), $1, $2, 'agent.availability', 'agent', $3, $4::jsonb, $5::jsonb)`,
        [context.userId, context.requestId, agentId, JSON.stringify(before?.availability), JSON.stringify(windows)],
      );
    });
  }
}
