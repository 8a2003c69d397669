import { Injectable } from '@nestjs/common';
import type { CapacityPlan } from '@yotei/scheduling/capacity';
import { addDays, localDateOf, weekStartOf, type LocalDate } from '@yotei/time';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { LongRangeService, QueueDirectory } from '../demand/index.js';
import { ScenarioBaseService, type BuiltBase } from '../scenarios/index.js';
import { CapacityPeopleService } from './capacity-people.service.js';
import { capacityBaseOf, type CapacityNote, type QueueWeeks } from './group-base.js';

export type CapacityBase =
  | { readonly kind: 'built'; readonly plan: CapacityPlan; readonly notes: readonly CapacityNote[] }
  /** No queue has any forecast of the coming weeks. */
  | { readonly kind: 'nothing-forecast' };

/** Mondays tried for a week that is forecast. */
const WEEKS_TRIED = 4;
const FULL_TIME_HOURS = 40;

/** Builds a capacity plan out of what the centre has: forecasts, staffing plans, people, contracts, costs. */
@Injectable()
export class CapacityBaseService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly bases: ScenarioBaseService,
    private readonly longRange: LongRangeService,
    private readonly queues: QueueDirectory,
    private readonly people: CapacityPeopleService,
    private readonly clock: Clock,
  ) {}

  async build(
    context: RequestContext,
    { weeks, firstOn: wanted }: { readonly weeks: number; readonly firstOn: LocalDate | null },
  ): Promise<CapacityBase> {
    return this.database.withTenant(context, async (): Promise<CapacityBase> => {
      const records = await this.queues.all(context);
      const today = localDateOf(this.clock.now(), records[0]?.zone ?? 'UTC');
      const firstOn = wanted ?? addDays(weekStartOf(today), 7);
      const built = await this.knownWeek(context, firstOn);
      if (!built) return { kind: 'nothing-forecast' };
      const { queues, people, costs } = built.base;
      const longRange = new Map<string, QueueWeeks>();
      for (const { id } of queues) {
        const newest = (await this.longRange.picture(context, id))?.newest;
        if (newest) longRange.set(id, { fromOn: newest.version.fromOn, ...newest.series });
      }
      const made = capacityBaseOf({
        ...{ firstOn, weeks, queues, longRange, costs },
        ...(await this.people.on(context, today)),
        queueNames: new Map(records.map(({ id, name }) => [id, name])),
        fullTimeHours: people?.fullTimeHoursPerWeek ?? FULL_TIME_HOURS,
        paidBreakFraction: people?.paidBreakFraction ?? 0,
      });
      return made.plan.groups.length > 0 ? { kind: 'built', ...made } : { kind: 'nothing-forecast' };
    });
  }

  /** The first of the coming weeks that has a forecast in intervals. */
  private async knownWeek(context: RequestContext, firstOn: LocalDate): Promise<BuiltBase | null> {
    for (let week = 0; week < WEEKS_TRIED; week += 1) {
      const range = { fromOn: addDays(firstOn, 7 * week), days: 7, siteId: null };
      const result = await this.bases.build(context, range);
      if (result.kind === 'built') return result.built;
    }
    return null;
  }
}
