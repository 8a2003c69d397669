import { Injectable } from '@nestjs/common';
import type { DayScore } from '@yotei/forecast';
import type { Instant, LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';

/** How far ahead a scored forecast was made: 0 is the one in force at the start of the day, approved or newest. */
export const LEAD_DAYS = [0, 1, 7, 28] as const;

export interface StoredScore {
  readonly queueId: string;
  readonly onDate: LocalDate;
  readonly leadDays: number;
  readonly forecastId: string;
  readonly version: number;
  /** Null: nobody approved the day in time, so the newest version at its start counts. */
  readonly approvalId: string | null;
  readonly score: DayScore;
  readonly promisedDayError: number | null;
  readonly scoredAt: Instant;
}

type Values = readonly (number | null)[];

/** A scored day by interval: what came and what was planned, in contacts; null = closed or not there yet. */
export interface ScoredDaySeries {
  readonly onDate: LocalDate;
  readonly startAt: Instant;
  readonly stepMinutes: number;
  readonly actual: Values;
  readonly planned: Values;
}

export interface NewScore extends Omit<StoredScore, 'scoredAt' | 'version'>, ScoredDaySeries {}

/** A queue-day whose facts changed, and how often so far. */
export interface DayToScoreRow {
  readonly queueId: string;
  readonly onDate: LocalDate;
  readonly changes: number;
}

export interface QueueDays {
  readonly queueId: string;
  readonly dates: readonly LocalDate[];
}

const SCORES = `
select s.queue_id as "queueId", s.on_date as "onDate", s.lead_days as "leadDays", s.forecast_id as "forecastId", f.version,
  s.approval_id as "approvalId", s.score, s.promised_day_error as "promisedDayError", s.scored_at as "scoredAt"
from forecast_scores s join forecasts f on f.id = s.forecast_id
where s.on_date >= $1::date and s.on_date < $2::date and ($3::uuid is null or s.queue_id = $3::uuid)
order by s.queue_id, s.on_date, s.lead_days`;

/** A score that says what is stored already is left alone, so that scoring again changes nothing. */
const UPSERT = `
insert into forecast_scores as stored (organisation_id, queue_id, on_date, lead_days, forecast_id, approval_id, start_at, step_minutes,
  actual, planned, score, promised_day_error)
select app_organisation_id(), n.queue_id, n.on_date, n.lead_days, n.forecast_id, n.approval_id, n.start_at, n.step_minutes,
  n.actual, n.planned, n.score, n.promised_day_error
from jsonb_populate_recordset(null::forecast_scores, $1::jsonb) n
on conflict (organisation_id, queue_id, on_date, lead_days) do update
set forecast_id = excluded.forecast_id, approval_id = excluded.approval_id, start_at = excluded.start_at,
  step_minutes = excluded.step_minutes, actual = excluded.actual, planned = excluded.planned, score = excluded.score,
  promised_day_error = excluded.promised_day_error, scored_at = now()
where (stored.forecast_id, stored.approval_id, stored.actual, stored.planned, stored.score, stored.promised_day_error)
  is distinct from (excluded.forecast_id, excluded.approval_id, excluded.actual, excluded.planned, excluded.score, excluded.promised_day_error)
returning 1`;

const ROWS_PER_INSERT = 200;

/** How forecasts did, by queue, day and how far ahead they were made; and the days that wait for it. */
@Injectable()
export class ForecastScoreRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Scores of the days from `fromOn` to before `untilOn`, of one queue or of all. */
  between(
    context: RequestContext,
    range: { fromOn: LocalDate; untilOn: LocalDate; queueId?: string },
  ): Promise<StoredScore[]> {
    return this.database.read<StoredScore>(context, SCORES, [range.fromOn, range.untilOn, range.queueId ?? null]);
  }

  /** Intervals of the days scored for the forecast in force. */
  series(
    context: RequestContext,
    range: { fromOn: LocalDate; untilOn: LocalDate; queueId: string },
  ): Promise<ScoredDaySeries[]> {
    return this.database.read<ScoredDaySeries>(
      context,
      `select on_date as "onDate", start_at as "startAt", step_minutes as "stepMinutes", actual, planned from forecast_scores
       where queue_id = $1 and on_date >= $2::date and on_date < $3::date and lead_days = 0 order by on_date`,
      [range.queueId, range.fromOn, range.untilOn],
    );
  }

  /** Writes the scores of whole queue-days: those a day no longer has go. Returns how many rows changed. */
  async replace(tx: EntityManager, days: readonly QueueDays[], scores: readonly NewScore[]): Promise<number> {
    let changed = 0;
    for (let from = 0; from < scores.length; from += ROWS_PER_INSERT) {
      const rows = scores.slice(from, from + ROWS_PER_INSERT).map(rowOf);
      changed += (await tx.query<unknown[]>(UPSERT, [JSON.stringify(rows)])).length;
    }
    for (const { queueId, dates } of days) {
      const kept = scores
        .filter((score) => score.queueId === queueId)
        .map(({ onDate, leadDays }) => `${onDate} ${leadDays}`);
      const [, gone] = await tx.query(
        `delete from forecast_scores where queue_id = $1 and on_date = any ($2::date[])
           and to_char(on_date, 'YYYY-MM-DD') || ' ' || lead_days <> all ($3::text[])`,
        [queueId, dates, kept],
      );
      changed += gone as number;
    }
    return changed;
  }

  /** Days whose facts changed since they were scored, oldest first. */
  waiting(context: RequestContext, most: number): Promise<DayToScoreRow[]> {
    return this.database.read<DayToScoreRow>(
      context,
      `select queue_id as "queueId", on_date as "onDate", changes from days_to_score order by on_date, queue_id limit $1`,
      [most],
    );
  }

  async waitingCount(context: RequestContext): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(context, 'select count(*) as count from days_to_score');
    return row?.count ?? 0;
  }

  /** Takes days off the list, but for those that changed again meanwhile. */
  async done(tx: EntityManager, days: readonly DayToScoreRow[]): Promise<void> {
    await tx.query(
      `delete from days_to_score waiting using unnest($1::uuid[], $2::date[], $3::bigint[]) as scored(queue_id, on_date, changes)
       where waiting.queue_id = scored.queue_id and waiting.on_date = scored.on_date and waiting.changes = scored.changes`,
      [days.map(({ queueId }) => queueId), days.map(({ onDate }) => onDate), days.map(({ changes }) => changes)],
    );
  }

  /** Queue-days with a forecast in the range, to be scored whether or not their facts changed. */
  async mark(tx: EntityManager, range: { fromOn: LocalDate; untilOn: LocalDate }): Promise<void> {
    await tx.query(
      `insert into days_to_score as waiting (organisation_id, queue_id, on_date)
       select distinct app_organisation_id(), queue_id, on_date from forecast_days where on_date >= $1::date and on_date < $2::date
       on conflict (organisation_id, queue_id, on_date) do update set changes = waiting.changes + 1`,
      [range.fromOn, range.untilOn],
    );
  }

  /** Days scored already that come up to `reachDays` after the given ones: what simple forecasts said of them may have changed. */
  async scoredAfter(
    context: RequestContext,
    of: { queueId: string; dates: readonly LocalDate[]; reachDays: number },
  ): Promise<LocalDate[]> {
    const rows = await this.database.read<{ onDate: LocalDate }>(
      context,
      `select distinct on_date as "onDate" from forecast_scores s where queue_id = $1
         and exists (select 1 from unnest($2::date[]) changed where s.on_date > changed and s.on_date <= changed + $3::integer)`,
      [of.queueId, of.dates, of.reachDays],
    );
    return rows.map(({ onDate }) => onDate);
  }
}

function rowOf(score: NewScore): object {
  return {
    queue_id: score.queueId,
    on_date: score.onDate,
    lead_days: score.leadDays,
    forecast_id: score.forecastId,
    approval_id: score.approvalId,
    start_at: new Date(score.startAt).toISOString(),
    step_minutes: score.stepMinutes,
    actual: score.actual,
    planned: score.planned,
    score: score.score,
    promised_day_error: score.promisedDayError,
  };
}
