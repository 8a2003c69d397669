import { Injectable } from '@nestjs/common';
import type { ScenarioBase, ScenarioQueue } from '@yotei/scheduling/scenarios';
import { addDays, type Grid } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { QueueDirectory, type QueueRecord } from '../../demand/index.js';
import type { BaseBasis, BaseGap } from './base-gap.js';
import { gridOfRange, LONGEST_RANGE_DAYS, WEEKS_IN_FULL_DAYS, type ScenarioRange } from './base-range.js';
import { BaseBasisService } from './base-basis.service.js';
import { BaseDemandService } from './base-demand.service.js';
import { BaseRosterService } from './base-roster.service.js';
import { BaseTermsService } from './base-terms.service.js';

/** Language of the queues' names in a base. */
export type TitleLanguage = 'en' | 'ja';

export interface BuiltBase {
  readonly range: ScenarioRange;
  readonly base: ScenarioBase;
  readonly basis: BaseBasis;
  readonly gaps: readonly BaseGap[];
}

export type BaseResult =
  | { readonly kind: 'built'; readonly built: BuiltBase }
  /** No queue has any forecast of these days. */
  | { readonly kind: 'nothing-forecast'; readonly gaps: readonly BaseGap[] }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

/** Builds what scenarios start from, out of what the centre has. */
@Injectable()
export class ScenarioBaseService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly queues: QueueDirectory,
    private readonly demand: BaseDemandService,
    private readonly rosters: BaseRosterService,
    private readonly terms: BaseTermsService,
    private readonly versions: BaseBasisService,
  ) {}

  /** Everything is read in one transaction, so that the parts fit together. */
  async build(context: RequestContext, range: ScenarioRange, language: TitleLanguage = 'en'): Promise<BaseResult> {
    if (!(Number.isInteger(range.days) && range.days >= 1 && range.days <= LONGEST_RANGE_DAYS))
      return { kind: 'invalid', path: 'days', message: `days must lie in 1..${LONGEST_RANGE_DAYS}` };
    return this.database.withTenant(context, async (): Promise<BaseResult> => {
      const zone = await this.terms.zone(context, range.siteId);
      if (!zone) return { kind: 'not-found' };
      const queues = await this.queuesOf(context, range);
      const grid = gridOfRange(range, zone, queues);
      const known = await this.forecasts(context, queues, { grid, language });
      if (known.queues.length === 0) return { kind: 'nothing-forecast', gaps: known.gaps };
      const roster = range.days <= WEEKS_IN_FULL_DAYS ? await this.rosters.of(context, grid, zone) : null;
      const planned = known.queues.map((queue) => ({ ...queue, agents: roster?.agents.get(queue.id) ?? null }));
      const terms = await this.terms.of(context, { ...range, queues: planned, grid, zone });
      const whole = { fromOn: range.fromOn, untilOn: addDays(range.fromOn, range.days) };
      const gaps: BaseGap[] = [
        ...known.gaps,
        ...(roster ? [] : [{ kind: 'no-roster' as const, queueId: null, ...whole }]),
        ...(terms.people ? [] : [{ kind: 'no-people' as const, queueId: null, ...whole }]),
        ...(terms.costs ? [] : [{ kind: 'no-costs' as const, queueId: null, ...whole }]),
      ];
      const base: ScenarioBase = { grid, zone, queues: planned, ...terms };
      const basis = await this.versions.of(context, range, { grid, zone, queues });
      return { kind: 'built', built: { range, base, basis, gaps } };
    });
  }

  /** What a base of the range would be made of, without building it: cheap enough for a list. */
  async basis(context: RequestContext, range: ScenarioRange): Promise<BaseBasis> {
    return this.database.withTenant(context, async () => {
      const zone = await this.terms.zone(context, range.siteId);
      if (!zone) return {};
      const queues = await this.queuesOf(context, range);
      return this.versions.of(context, range, { grid: gridOfRange(range, zone, queues), zone, queues });
    });
  }

  private async queuesOf(context: RequestContext, { siteId }: ScenarioRange): Promise<QueueRecord[]> {
    return (await this.queues.all(context)).filter((queue) => !siteId || queue.siteId === siteId);
  }

  private async forecasts(
    context: RequestContext,
    records: readonly QueueRecord[],
    { grid, language }: { readonly grid: Grid; readonly language: TitleLanguage },
  ) {
    const queues: ScenarioQueue[] = [];
    const gaps: BaseGap[] = [];
    for (const record of records) {
      const known = await this.demand.of(context, record, grid);
      gaps.push(...known.gaps);
      if (!known.forecast) continue;
      queues.push({
        id: record.id,
        title: record.name[language],
        channel: record.channel,
        skillId: record.skillId,
        forecast: known.forecast,
        plan: record.plan,
        ...(known.correlation && { correlation: known.correlation }),
        agents: null,
      });
    }
    return { queues, gaps };
  }
}
