import { Injectable } from '@nestjs/common';
import { readDistributionComponents } from '@yotei/forecast';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import type { ForecastDay } from '../stored-forecast-day.js';
import { StoredDistribution } from './stored-distribution.js';

interface Row {
  readonly id: string;
  readonly components: unknown;
  readonly trainedUntilOn: LocalDate | null;
}

const DISTRIBUTIONS = `
select id, distributions -> $2::text as components, methods -> $2::text ->> 'trainedUntilOn' as "trainedUntilOn"
from forecasts where id = any($1::uuid[])`;

/** How stored forecasts may go wrong. */
@Injectable()
export class ForecastDistributionRepository {
  constructor(private readonly database: TenantDatabase) {}

  /**
   * The distribution of stored days of a queue, by the components of the newest version among them; null for versions
   * from before distributions were stored.
   */
  async ofDays(
    context: RequestContext,
    queueId: string,
    days: readonly ForecastDay[],
  ): Promise<StoredDistribution | null> {
    const ids = [...new Set(days.map(({ forecastId }) => forecastId))];
    if (ids.length === 0) return null;
    const rows = await this.database.read<Row>(context, DISTRIBUTIONS, [ids, queueId]);
    const newest = rows.reduce((a, b) => (b.id > a.id ? b : a), rows[0]!);
    const components = readDistributionComponents(newest?.components);
    const trainedUntil = new Map(rows.map(({ id, trainedUntilOn }) => [id, trainedUntilOn]));
    return components && new StoredDistribution(components, days, (id) => trainedUntil.get(id) ?? null);
  }
}
