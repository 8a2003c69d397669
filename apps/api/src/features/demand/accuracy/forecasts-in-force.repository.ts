import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { ForecastLayerRepository, type StoredLayer } from '../layers/forecast-layers.repository.js';
import type { KeptLayer } from './layered-days.js';

type Values = readonly (number | null)[];

/** A queue-day of one version of the forecast, without edits. */
export interface ForecastVersionDay {
  readonly onDate: LocalDate;
  readonly forecastId: string;
  readonly version: number;
  readonly startAt: Instant;
  readonly stepMinutes: number;
  readonly contacts: Values;
  readonly p05: Values | null;
  readonly p10: Values | null;
  readonly p90: Values | null;
  readonly p95: Values | null;
  readonly handleSeconds: Values;
  readonly trainedUntilOn: LocalDate;
  /** WAPE of day totals in the backtest of the method chosen; null without one. */
  readonly promisedDayError: number | null;
}

/** A queue-day as it was approved. */
export interface ApprovedDay extends ForecastVersionDay {
  readonly approvalId: string;
  /** The edits in force when it was approved, in order, each with the series it gave. */
  readonly layers: readonly KeptLayer[];
}

/** A layer with the instant it was taken back or switched off; null while it counts. */
export type DatedLayer = StoredLayer & { readonly endedAt: Instant | null };

/** A day and the instant whose knowledge is asked for. */
export interface KnownDay {
  readonly onDate: LocalDate;
  readonly leadDays: number;
  readonly knownAt: Instant;
}

const VERSION_COLUMNS = `
d.forecast_id as "forecastId", f.version, d.start_at as "startAt", d.step_minutes as "stepMinutes", d.contacts,
  d.contacts_p05 as p05, d.contacts_p10 as p10, d.contacts_p90 as p90, d.contacts_p95 as p95, d.handle_seconds as "handleSeconds",
  f.methods -> d.queue_id::text ->> 'trainedUntilOn' as "trainedUntilOn",
  (select (row ->> 'wapeDay')::double precision from jsonb_array_elements(coalesce(f.backtest -> d.queue_id::text, '[]')) row
   where (row ->> 'chosen')::boolean limit 1) as "promisedDayError"`;

const WANTED = `unnest($2::date[], $3::smallint[], $4::timestamptz[]) as wanted(on_date, lead_days, known_at)`;

const KNOWN = `
select wanted.on_date as "onDate", wanted.lead_days as "leadDays", known.* from ${WANTED}
cross join lateral (
  select ${VERSION_COLUMNS} from forecast_days d join forecasts f on f.id = d.forecast_id
  where d.queue_id = $1 and d.on_date = wanted.on_date and f.created_at <= wanted.known_at
  order by f.created_at desc, f.id desc limit 1) known`;

const APPROVED = `
select wanted.on_date as "onDate", wanted.lead_days as "leadDays", known.* from ${WANTED}
cross join lateral (
  select a.approval_id as "approvalId", a.layers, ${VERSION_COLUMNS}
  from forecast_approval_days a join forecast_approvals p on p.id = a.approval_id
  join forecast_days d on d.forecast_id = a.forecast_id and d.queue_id = a.queue_id and d.on_date = a.on_date
  join forecasts f on f.id = d.forecast_id
  where a.queue_id = $1 and a.on_date = wanted.on_date and p.approved_at <= wanted.known_at
  order by p.approved_at desc, p.id desc limit 1) known`;

/** What a queue's forecast of a day was at an instant of the past: the newest version then, the edits then, the approval then. */
@Injectable()
export class ForecastsInForceRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly layers: ForecastLayerRepository,
  ) {}

  /** The newest version known at each instant; days without any are absent. */
  versions(
    context: RequestContext,
    queueId: string,
    wanted: readonly KnownDay[],
  ): Promise<(ForecastVersionDay & { leadDays: number })[]> {
    return this.database.read(context, KNOWN, parametersOf(queueId, wanted));
  }

  /** The newest approval given by each instant; days that nobody approved in time are absent. */
  approved(
    context: RequestContext,
    queueId: string,
    wanted: readonly KnownDay[],
  ): Promise<(ApprovedDay & { leadDays: number })[]> {
    return this.database.read(context, APPROVED, parametersOf(queueId, wanted));
  }

  /** Layers that touch the range with the instant from which they no longer count, oldest first. */
  async layersOf(
    context: RequestContext,
    queueId: string,
    range: { startAt: Instant; endAt: Instant },
  ): Promise<DatedLayer[]> {
    const layers = await this.layers.touching(context, queueId, range);
    if (layers.length === 0) return [];
    const rows = await this.database.read<{ id: string; endedAt: Instant }>(
      context,
      `select id, least(undone_at, switched_off_at) as "endedAt" from forecast_edits
       where id = any ($1::uuid[]) and (undone_at is not null or switched_off_at is not null)`,
      [layers.map(({ id }) => id)],
    );
    const ended = new Map(rows.map(({ id, endedAt }) => [id, endedAt]));
    return layers.map((layer) => ({ ...layer, endedAt: ended.get(layer.id) ?? null }));
  }
}

function parametersOf(queueId: string, wanted: readonly KnownDay[]): unknown[] {
  return [
    queueId,
    wanted.map(({ onDate }) => onDate),
    wanted.map(({ leadDays }) => leadDays),
    wanted.map(({ knownAt }) => new Date(knownAt).toISOString()),
  ];
}
