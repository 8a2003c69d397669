import { Injectable } from '@nestjs/common';
import type { Grid } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { CostSettingsService } from '../../costs/index.js';
import { DemandViewService, LongRangeService, type QueueRecord } from '../../demand/index.js';
import type { BaseBasis } from './base-gap.js';
import { BaseRosterService } from './base-roster.service.js';
import { WEEKS_IN_FULL_DAYS, type ScenarioRange } from './base-range.js';

/** The versions a base is made of, read without building it: a scenario asked on older ones says so. */
@Injectable()
export class BaseBasisService {
  constructor(
    private readonly views: DemandViewService,
    private readonly longRange: LongRangeService,
    private readonly rosters: BaseRosterService,
    private readonly costs: CostSettingsService,
  ) {}

  async of(
    context: RequestContext,
    range: ScenarioRange,
    { grid, zone, queues }: { readonly grid: Grid; readonly zone: string; readonly queues: readonly QueueRecord[] },
  ): Promise<BaseBasis> {
    const basis: Record<string, string> = {};
    const forecasts = await this.views.basis(context, range);
    for (const { id, version } of queues) {
      const { forecastIds = [], edits = [] } = forecasts.get(id) ?? {};
      const counting = edits.filter(({ undone }) => !undone).map((edit) => edit.id);
      basis[`forecast:${id}`] = [...forecastIds].sort().join(' ');
      basis[`edits:${id}`] = counting.sort().join(' ');
      basis[`settings:${id}`] = String(version);
    }
    if ((await this.views.datesWithForecast(context, range)).length < range.days)
      basis['long-range'] = (await this.longRange.picture(context, null))?.newest?.version.id ?? '';
    if (range.days <= WEEKS_IN_FULL_DAYS)
      for (const schedule of await this.rosters.holding(context, grid, zone))
        basis[`roster:${schedule.id}`] = String(schedule.version);
    const costs = await this.costs.inForce(context, range.fromOn);
    return costs ? { ...basis, costs: costs.id } : basis;
  }
}
