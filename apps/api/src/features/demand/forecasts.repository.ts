import { Injectable } from '@nestjs/common';
import type { DistributionComponents } from '@yotei/forecast';
import type { Instant, LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import type { ForecastDay } from './stored-forecast-day.js';

/** What a forecast says of one queue; stored in `forecasts.methods` under the queue's id. */
export interface QueueMethod {
  readonly methodId: string;
  readonly methodTitle: { readonly en: string; readonly ja: string };
  readonly trainedUntilOn: LocalDate;
  readonly reasons: unknown;
}

export interface StoredForecast {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Instant;
  readonly createdBy: string | null;
  readonly fromOn: LocalDate;
  readonly days: number;
  readonly jobId: string | null;
  readonly method: QueueMethod;
  readonly backtest: readonly StoredMethodError[];
}

export interface StoredMethodError {
  readonly methodId: string;
  readonly title: { readonly en: string; readonly ja: string };
  readonly wapeInterval: number;
  readonly wapeDay: number;
  readonly bias: number;
  readonly mase: number;
  readonly coverage80: number | null;
  /** From here on absent in versions of before. */
  readonly coverage90?: number | null;
  readonly origins?: number;
  readonly targetDays?: number;
  readonly byOrigin?: readonly { readonly originOn: LocalDate; readonly wape: number | null }[];
  readonly chosen: boolean;
}

export interface NewForecast {
  readonly fromOn: LocalDate;
  readonly days: number;
  readonly trainedUntilAt: Instant;
  readonly methods: Readonly<Record<string, QueueMethod>>;
  readonly backtest: Readonly<Record<string, readonly StoredMethodError[]>>;
  /** By queue id; a queue left out has none. */
  readonly distributions?: Readonly<Record<string, DistributionComponents>>;
  readonly jobId: string | null;
  readonly inputHash: string;
  readonly codeVersion: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly seed: number;
  readonly createdBy: string | null;
  /** Absent = now; given by the demo alone, which invents a past. */
  readonly createdAt?: Instant;
}

export interface NewForecastDay extends Omit<ForecastDay, 'forecastId'> {
  readonly queueId: string;
  readonly p05: readonly (number | null)[] | null;
  readonly p95: readonly (number | null)[] | null;
  readonly p50?: readonly (number | null)[] | null;
}

const DAYS = `
select distinct on (on_date) on_date as "onDate", forecast_id as "forecastId", start_at as "startAt", step_minutes as "stepMinutes",
  contacts, contacts_p10 as p10, contacts_p90 as p90, handle_seconds as "handleSeconds"
from forecast_days
where queue_id = $1 and on_date >= $2::date and on_date < $2::date + $3::integer
order by on_date, forecast_id desc`;

const FORECAST = `
select f.id, f.version, f.created_at as "createdAt", u.display_name as "createdBy", f.from_on as "fromOn", f.days, f.job_id as "jobId",
  f.methods -> $2::text as method, coalesce(f.backtest -> $2::text, '[]') as backtest
from forecasts f left join users u on u.id = f.created_by where f.id = $1`;

/** What a queue's figures of a range rest on. */
export interface ForecastBasis {
  readonly forecastIds: readonly string[];
  /** Edits that touch the range; `undone`: without effect, because taken back or switched off. */
  readonly edits: readonly { readonly id: string; readonly undone: boolean }[];
}

const BASIS = `
with newest as (
  select distinct on (queue_id, on_date) queue_id, forecast_id from forecast_days
  where on_date >= $1::date and on_date < $1::date + $2::integer order by queue_id, on_date, forecast_id desc)
select q.id as "queueId",
  coalesce((select json_agg(distinct n.forecast_id) from newest n where n.queue_id = q.id), '[]') as "forecastIds",
  coalesce((select json_agg(json_build_object('id', e.id, 'undone', e.undone_at is not null or e.switched_off_at is not null)) from forecast_edits e
    where e.queue_id = q.id and e.start_at < ($1::date + $2::integer)::timestamp at time zone s.zone
      and e.end_at > $1::date::timestamp at time zone s.zone), '[]') as edits
from queues q join sites s on s.id = q.site_id`;

const DAYS_PER_INSERT = 200;

/** Stored forecasts: immutable versions of queue-days, with the planners' edits beside them. */
@Injectable()
export class ForecastRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** For each local day the newest version that has it, in order of date. */
  async days(
    context: RequestContext,
    queueId: string,
    range: { fromOn: LocalDate; days: number },
  ): Promise<ForecastDay[]> {
    return this.database.read<ForecastDay>(context, DAYS, [queueId, range.fromOn, range.days]);
  }

  /** Local dates of the range for which some queue has a forecast. */
  async datesWithForecast(context: RequestContext, range: { fromOn: LocalDate; days: number }): Promise<LocalDate[]> {
    const rows = await this.database.read<{ on: LocalDate }>(
      context,
      `select distinct on_date as "on" from forecast_days where on_date >= $1::date and on_date < $1::date + $2::integer`,
      [range.fromOn, range.days],
    );
    return rows.map(({ on }) => on);
  }

  /** By queue id. */
  async basis(
    context: RequestContext,
    range: { fromOn: LocalDate; days: number },
  ): Promise<Map<string, ForecastBasis>> {
    const rows = await this.database.read<ForecastBasis & { queueId: string }>(context, BASIS, [
      range.fromOn,
      range.days,
    ]);
    return new Map(rows.map(({ queueId, ...basis }) => [queueId, basis]));
  }

  async forecast(context: RequestContext, id: string, queueId: string): Promise<StoredForecast | null> {
    const [row] = await this.database.read<StoredForecast>(context, FORECAST, [id, queueId]);
    return row?.method ? row : null;
  }

  /** Stores a new version with its days; versions count up within the organisation. */
  async insert(tx: EntityManager, forecast: NewForecast, days: readonly NewForecastDay[]): Promise<string> {
    const [{ id }] = await tx.query(
      `insert into forecasts (organisation_id, version, from_on, days, trained_until_at, methods, backtest, job_id, input_sha256, code_version, parameters, seed, created_by, created_at, distributions)
       select app_organisation_id(), coalesce(max(version), 0) + 1, $1::date, $2::smallint, $3::timestamptz, $4::jsonb, $5::jsonb, $6::uuid, $7::text, $8::text, $9::jsonb, $10::integer, $11::uuid,
         coalesce($12::timestamptz, now()), $13::jsonb
       from forecasts returning id`,
      [
        forecast.fromOn,
        forecast.days,
        new Date(forecast.trainedUntilAt).toISOString(),
        JSON.stringify(forecast.methods),
        JSON.stringify(forecast.backtest),
        forecast.jobId,
        forecast.inputHash,
        forecast.codeVersion,
        JSON.stringify(forecast.parameters),
        forecast.seed,
        forecast.createdBy,
        forecast.createdAt === undefined ? null : new Date(forecast.createdAt).toISOString(),
        JSON.stringify(forecast.distributions ?? {}),
      ],
    );
    for (let from = 0; from < days.length; from += DAYS_PER_INSERT)
      await insertDays(tx, id, days.slice(from, from + DAYS_PER_INSERT));
    return id;
  }
}

async function insertDays(tx: EntityManager, forecastId: string, days: readonly NewForecastDay[]): Promise<void> {
  const columns = 12;
  const rows = days.map(
    (_, row) =>
      `(app_organisation_id(), ${Array.from({ length: columns }, (_, i) => `$${row * columns + i + 1}`).join(', ')})`,
  );
  await tx.query(
    `insert into forecast_days (organisation_id, forecast_id, queue_id, on_date, start_at, step_minutes, contacts, contacts_p05, contacts_p10, contacts_p90, contacts_p95, handle_seconds, contacts_p50)
     values ${rows.join(', ')}`,
    days.flatMap((day) => [
      forecastId,
      day.queueId,
      day.onDate,
      new Date(day.startAt).toISOString(),
      day.stepMinutes,
      day.contacts,
      day.p05,
      day.p10,
      day.p90,
      day.p95,
      day.handleSeconds,
      day.p50 ?? null,
    ]),
  );
}
