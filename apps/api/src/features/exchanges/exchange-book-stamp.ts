import type { EntityManager } from 'typeorm';
import { readRows } from '../../platform/database/tenant-database.js';
import type { ScheduleRecord } from '../rosters/index.js';

/** What a book was made of; two books of one stamp are the same. */
export interface BookStamp {
  /** The published weeks the book holds, in order. */
  readonly schedules: readonly ScheduleRecord[];
  /** Everything a book rests on but those weeks: people, contracts, rules, absences, demand, policies, weeks before. */
  readonly base: string;
  /** This transaction itself has changed a week: what is read now nobody else may see yet. */
  readonly isOwn: boolean;
}

interface WeekRow extends ScheduleRecord {
  readonly change: string;
  readonly isOwn: boolean;
  readonly isHeld: boolean;
}

/** Days of published weeks before a book that rules look back on, generously. */
const LOOK_BACK_DAYS = 21;

const WEEKS = `
with named as (select week_start_on, weeks, zone from schedules where organisation_id = $1 and id = any ($2::uuid[]) and state = 'published'),
  span as (select min(week_start_on) as first_on, max(week_start_on + weeks * 7) as end_on,
    (array_agg(zone order by week_start_on))[1] as zone from named)
select s.id, s.site_id as "siteId", s.zone, s.week_start_on as "weekStartOn", s.weeks, s.state, s.version, s.published_at as "publishedAt",
  s.changes_since_publish as "changesSincePublish", s.requirement_id as "requirementId", s.updated_at as "updatedAt",
  s.xmin::text as change, coalesce(s.xmin = pg_current_xact_id_if_assigned()::xid, false) as "isOwn",
  s.week_start_on >= span.first_on and s.zone = span.zone as "isHeld"
from schedules s, span
where s.organisation_id = $1 and s.state = 'published' and s.parent_id is null
  and s.week_start_on < span.end_on + 7 and s.week_start_on + s.weeks * 7 > span.first_on - ${LOOK_BACK_DAYS}
order by s.week_start_on, s.id`;

/** Tables read whole: how many rows, and the sum of the transactions that wrote them, which no change leaves alone. */
export const WATCHED_TABLES: readonly string[] = [
  'activity_types',
  'agents',
  'agent_skills',
  'availability_exceptions',
  'contracts',
  'contract_templates',
  'exchange_policies',
  'planning_weights',
  'preferences',
  'queues',
  'requirements',
  'rule_settings',
  'shift_templates',
  'sites',
  'team_rules',
  'work_sessions',
];

const stateOf = (table: string, condition = 'true') =>
  `(select count(*) || '.' || coalesce(sum(xmin::text::bigint), 0) from ${table} where organisation_id = $1 and ${condition})`;

/** The hour, because what law holds depends on the date, and sites have their own midnight. */
const BASE = `select concat_ws(' ', date_trunc('hour', now()), ${WATCHED_TABLES.map((table) => stateOf(table)).join(', ')},
  ${stateOf('time_off', `span && tstzrange($2::timestamptz, $3::timestamptz)`)}) as base`;

/** Reads what a book of these schedules would be made of now; null when none of them is published. */
export async function readBookStamp(
  tx: EntityManager,
  organisationId: string,
  scheduleIds: readonly string[],
): Promise<BookStamp | null> {
  const weeks = await readRows<WeekRow>(tx, WEEKS, [organisationId, scheduleIds]);
  const [first] = weeks;
  const last = weeks.at(-1);
  if (!first || !last || !weeks.some(({ isHeld }) => isHeld)) return null;
  const [row] = await readRows<{ base: string }>(tx, BASE, [organisationId, ...reachOf(first, last)]);
  const before = weeks.filter(({ isHeld }) => !isHeld).map(({ id, change }) => `${id}.${change}`);
  return {
    schedules: weeks.filter(({ isHeld }) => isHeld),
    base: [row!.base, ...before].join(' '),
    isOwn: weeks.some(({ isOwn }) => isOwn),
  };
}

/** A day more on both sides than the weeks, whatever their zones. */
const reachOf = (first: ScheduleRecord, last: ScheduleRecord): readonly [string, string] => {
  const days = (on: string, by: number) => new Date(Date.parse(`${on}T00:00:00Z`) + by * 86_400_000).toISOString();
  return [days(first.weekStartOn, -LOOK_BACK_DAYS), days(last.weekStartOn, last.weeks * 7 + 2)];
};
