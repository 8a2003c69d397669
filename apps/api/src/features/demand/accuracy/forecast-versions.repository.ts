import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import type { ForecastDay } from '../stored-forecast-day.js';
import type { NewForecastDay, QueueMethod, StoredMethodError } from '../forecasts.repository.js';

/** One version of the forecast as it says of one queue. */
export interface ForecastVersion {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Instant;
  readonly createdBy: string | null;
  readonly fromOn: LocalDate;
  readonly days: number;
  readonly method: QueueMethod;
  readonly backtest: readonly StoredMethodError[];
  readonly inputHash: string;
  readonly codeVersion: string;
  readonly seed: number;
  readonly parameters: VersionParameters;
}

/** What was asked for, and what it was computed from. Versions of before tell no inputs. */
export interface VersionParameters {
  readonly methodId?: string;
  readonly inputs?: Readonly<Record<string, VersionInputs>>;
}

/** What one queue's forecast was computed from. */
export interface VersionInputs {
  readonly historyFromOn: LocalDate;
  /** Last local day with history, included. */
  readonly historyUntilOn: LocalDate;
  readonly observedIntervals: number;
  readonly events: readonly {
    readonly fromOn: LocalDate;
    readonly untilOn: LocalDate;
    readonly kind: string;
    readonly title: string;
  }[];
}

export type VersionRun = Pick<ForecastVersion, 'fromOn' | 'days' | 'seed' | 'inputHash' | 'codeVersion' | 'parameters'>;

export type StoredVersionDay = Pick<
  NewForecastDay,
  'queueId' | 'onDate' | 'contacts' | 'p05' | 'p10' | 'p90' | 'p95' | 'handleSeconds'
>;

const VERSION = `
select f.id, f.version, f.created_at as "createdAt", u.display_name as "createdBy", f.from_on as "fromOn", f.days,
  f.methods -> $1::text as method, coalesce(f.backtest -> $1::text, '[]') as backtest,
  f.input_sha256 as "inputHash", f.code_version as "codeVersion", f.seed, f.parameters
from forecasts f left join users u on u.id = f.created_by`;

/** Versions of the forecast, to be listed, compared and repeated. */
@Injectable()
export class ForecastVersionRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Versions that have a day of the range for the queue, newest first. */
  covering(
    context: RequestContext,
    queueId: string,
    range: { fromOn: LocalDate; days: number },
  ): Promise<ForecastVersion[]> {
    return this.database.read<ForecastVersion>(
      context,
      `${VERSION} where f.methods ? $1::text and exists (select 1 from forecast_days d where d.forecast_id = f.id
         and d.queue_id = $1::uuid and d.on_date >= $2::date and d.on_date < $2::date + $3::integer)
       order by f.id desc limit 50`,
      [queueId, range.fromOn, range.days],
    );
  }

  async byId(context: RequestContext, id: string, queueId: string): Promise<ForecastVersion | null> {
    const [row] = await this.database.read<ForecastVersion>(
      context,
      `${VERSION} where f.id = $2 and f.methods ? $1::text`,
      [queueId, id],
    );
    return row ?? null;
  }

  /** The version made last for the queue, whatever its days. */
  async newest(context: RequestContext, queueId: string): Promise<ForecastVersion | null> {
    const [row] = await this.database.read<ForecastVersion>(
      context,
      `${VERSION} where f.methods ? $1::text order by f.id desc limit 1`,
      [queueId],
    );
    return row ?? null;
  }

  /** Days of one version, in order of date. */
  days(
    context: RequestContext,
    of: { forecastId: string; queueId: string },
    range: { fromOn: LocalDate; days: number },
  ): Promise<ForecastDay[]> {
    return this.database.read<ForecastDay>(
      context,
      `select on_date as "onDate", forecast_id as "forecastId", start_at as "startAt", step_minutes as "stepMinutes", contacts,
         contacts_p10 as p10, contacts_p90 as p90, handle_seconds as "handleSeconds"
       from forecast_days where forecast_id = $1 and queue_id = $2 and on_date >= $3::date and on_date < $3::date + $4::integer
       order by on_date`,
      [of.forecastId, of.queueId, range.fromOn, range.days],
    );
  }

  /** What the whole version was asked for and computed with, whatever its queues. */
  async run(context: RequestContext, forecastId: string): Promise<VersionRun | null> {
    const [row] = await this.database.read<VersionRun>(
      context,
      `select from_on as "fromOn", days, seed, input_sha256 as "inputHash", code_version as "codeVersion", parameters
       from forecasts where id = $1`,
      [forecastId],
    );
    return row ?? null;
  }

  /** Everything stored of a version's queue-days. */
  storedDays(context: RequestContext, forecastId: string): Promise<StoredVersionDay[]> {
    return this.database.read<StoredVersionDay>(
      context,
      `select queue_id as "queueId", on_date as "onDate", contacts, contacts_p05 as p05, contacts_p10 as p10, contacts_p90 as p90,
         contacts_p95 as p95, handle_seconds as "handleSeconds" from forecast_days where forecast_id = $1`,
      [forecastId],
    );
  }
}
