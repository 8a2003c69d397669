import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../platform/database/tenant-database.js';

/** Some teams (null: all) on some days, half-open. */
export interface PublishPart {
  readonly teamIds: readonly string[] | null;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
}

export interface Publication extends PublishPart {
  readonly id: string;
  readonly publishedAt: Instant;
  readonly publishedBy: string | null;
}

export interface ScheduleRecord {
  readonly id: string;
  readonly siteId: string | null;
  readonly zone: string;
  readonly weekStartOn: LocalDate;
  readonly weeks: number;
  readonly state: 'draft' | 'published';
  readonly version: number;
  readonly publishedAt: Instant | null;
  readonly changesSincePublish: number;
  readonly requirementId: string | null;
  readonly updatedAt: Instant;
}

const SELECT = `
select id, site_id as "siteId", zone, week_start_on as "weekStartOn", weeks, state, version, published_at as "publishedAt",
  changes_since_publish as "changesSincePublish", requirement_id as "requirementId", updated_at as "updatedAt"
from schedules`;

/** The first step that touched a shift says whether agents knew it then. */
const RECOUNT_CHANGES = `
update schedules s set changes_since_publish =
  (select count(*) from shifts sh where sh.organisation_id = s.organisation_id and sh.schedule_id = s.id and sh.as_published is not null)
  + (select count(*) from (
      select distinct on (id) id, known from (
        select coalesce(b.shift ->> 'id', e.after -> (b.position - 1)::integer ->> 'id')::uuid as id, b.shift <> 'null' as known, e.version
        from schedule_edits e, jsonb_array_elements(e.before) with ordinality as b (shift, position)
        where e.organisation_id = s.organisation_id and e.schedule_id = s.id and e.created_at > s.published_at) touched
      order by id, version) first
    where first.known <> exists (select 1 from shifts sh where sh.organisation_id = s.organisation_id and sh.id = first.id))
where s.id = $1 returning changes_since_publish as count`;

/** Heads of schedules: one a planning week (or more) of the organisation. */
@Injectable()
export class ScheduleRepository {
  constructor(private readonly database: TenantDatabase) {}

  async byId(context: RequestContext, id: string): Promise<ScheduleRecord | null> {
    const [row] = await this.database.read<ScheduleRecord>(context, `${SELECT} where id = $1`, [id]);
    return row ?? null;
  }

  /** The schedule whose weeks hold the date, the newest when there are several. */
  async holding(context: RequestContext, on: LocalDate): Promise<ScheduleRecord | null> {
    const [row] = await this.database.read<ScheduleRecord>(
      context,
      `${SELECT} where parent_id is null and week_start_on <= $1::date and week_start_on + weeks * 7 > $1::date order by week_start_on desc, id desc limit 1`,
      [on],
    );
    return row ?? null;
  }

  /** Schedules with a week in the range (half-open), in order of week. */
  async between(context: RequestContext, range: { fromOn: LocalDate; untilOn: LocalDate }): Promise<ScheduleRecord[]> {
    return this.database.read<ScheduleRecord>(
      context,
      `${SELECT} where parent_id is null and week_start_on < $2::date and week_start_on + weeks * 7 > $1::date order by week_start_on, id`,
      [range.fromOn, range.untilOn],
    );
  }

  /** Teams (null: all) and days of a draft that agents have been told of, in the order they were published. */
  publishedParts(context: RequestContext, id: string): Promise<Publication[]> {
    return this.database.read<Publication>(
      context,
      `select p.id, p.team_ids as "teamIds", p.from_on as "fromOn", p.until_on as "untilOn", p.published_at as "publishedAt", u.display_name as "publishedBy"
       from schedule_publications p left join users u on u.id = p.published_by
       where p.schedule_id = $1 and p.withdrawn_at is null order by p.id`,
      [id],
    );
  }

  /** When agents of a team were told of the schedule, or of a part of it; null while they were not. */
  async publishedAtFor(
    context: RequestContext,
    { id, state, publishedAt }: ScheduleRecord,
    teamId: string,
  ): Promise<Instant | null> {
    if (state === 'published') return publishedAt;
    const parts = await this.publishedParts(context, id);
    return parts.findLast(({ teamIds }) => !teamIds || teamIds.includes(teamId))?.publishedAt ?? null;
  }

  /** The schedule, locked until the transaction ends, so that of two writers one waits. */
  async lock(tx: EntityManager, id: string): Promise<ScheduleRecord | null> {
    const [row] = await readRows<ScheduleRecord>(tx, `${SELECT} where id = $1 for update`, [id]);
    return row ?? null;
  }

  async insert(
    tx: EntityManager,
    schedule: { zone: string; weekStartOn: LocalDate; weeks: number; createdBy: string | null },
  ): Promise<string> {
    const [{ id }] = await tx.query(
      `insert into schedules (organisation_id, zone, week_start_on, weeks, created_by) values (app_organisation_id(), $1, $2, $3, $4) returning id`,
      [schedule.zone, schedule.weekStartOn, schedule.weeks, schedule.createdBy],
    );
    return id;
  }

  /** Raises the version; returns the new one. */
  async touch(
    tx: EntityManager,
    id: string,
    change: { requirementId?: string; jobId?: string; score?: unknown } = {},
  ): Promise<number> {
    const [rows] = await tx.query(
      `update schedules set version = version + 1, updated_at = now(), requirement_id = coalesce($2, requirement_id), job_id = coalesce($3, job_id),
         score = coalesce($4::jsonb, score) where id = $1 returning version`,
      [
        id,
        change.requirementId ?? null,
        change.jobId ?? null,
        change.score === undefined ? null : JSON.stringify(change.score),
      ],
    );
    return rows[0].version;
  }

  async publish(tx: EntityManager, id: string, userId: string | null): Promise<void> {
    await tx.query(
      `update schedules set state = 'published', published_at = now(), published_by = $2, version = version + 1, updated_at = now(), changes_since_publish = 0 where id = $1`,
      [id, userId],
    );
  }

  /**
   * Counts the shifts that stand otherwise than when the schedule was published: changed, added since or gone since. One
   * that was moved and moved back, or added and taken away, is none.
   */
  async recountChanges(tx: EntityManager, id: string): Promise<number> {
    const [rows] = await tx.query(RECOUNT_CHANGES, [id]);
    return rows[0].count;
  }

  /** After a part was published: the version goes up, and what changed and is not told yet is counted again. */
  async publishPart(tx: EntityManager, id: string): Promise<void> {
    await tx.query(
      `update schedules set version = version + 1, updated_at = now(), changes_since_publish =
         (select count(*) from shifts sh where sh.organisation_id = schedules.organisation_id and sh.schedule_id = $1 and sh.as_published is not null)
       where id = $1`,
      [id],
    );
  }

  /** For the demo: weeks of the past were made known in time. */
  async backdate(tx: EntityManager, id: string, publishedAt: Instant): Promise<void> {
    await tx.query('update schedules set published_at = $2 where id = $1', [id, new Date(publishedAt).toISOString()]);
  }
}
