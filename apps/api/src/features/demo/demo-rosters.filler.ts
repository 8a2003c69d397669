import { Injectable } from '@nestjs/common';
import type { OptimiseResult } from '@yotei/scheduling/optimiser';
import { addDays, instantOfLocal, type LocalDate } from '@yotei/time';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { insertRows } from '../../platform/database/insert-rows.js';
import { runInThread } from '../../platform/jobs/job-thread.js';
import {
  PlanningService,
  PublishService,
  RosterApplier,
  ScheduleRepository,
  ScheduleService,
  type RosterComputeInput,
  type ScheduleRecord,
} from '../rosters/index.js';
import type { DemoFilling } from './demo-filling.js';
import { DemoWhatIfFiller } from './demo-what-if.filler.js';
import { DemoTouches } from './demo-touches.js';
import { plannedWeeks } from './demo-weeks.js';
import { preferenceRows, timeOffRows } from './demo-rows.mapper.js';

const COMPUTE = new URL('../rosters/roster.compute.js', import.meta.url);
/** Search steps of a week: a limit by steps gives the same roster on every machine. */
const ITERATIONS = 60;
/** Days before its first day a week was made known. */
const NOTICE_DAYS = 14;

/** Stores a roster and publishes it as if that had been done in time. */
@Injectable()
export class DemoRosterResults {
  constructor(
    private readonly database: TenantDatabase,
    private readonly applier: RosterApplier,
    private readonly publishing: PublishService,
    private readonly schedules: ScheduleRepository,
  ) {}

  async store(
    { context }: DemoFilling,
    of: {
      schedule: ScheduleRecord;
      found: Extract<OptimiseResult, { kind: 'roster' }>;
      requirementId: string | null;
      publish: boolean;
    },
  ): Promise<void> {
    const { schedule, found, requirementId } = of;
    await this.database.withTenant(context, async (tx) => {
      await this.applier.apply(tx, context, { schedule, kept: [], found, requirementId, jobId: null });
      if (!of.publish) return;
      const { version } = (await this.schedules.byId(context, schedule.id))!;
      const published = await this.publishing.publish(context, { scheduleId: schedule.id, expectedVersion: version });
      if (published.kind !== 'published')
        throw new Error(`the week from ${schedule.weekStartOn} could not be published: ${JSON.stringify(published)}`);
      await this.schedules.backdate(
        tx,
        schedule.id,
        instantOfLocal(addDays(schedule.weekStartOn, -NOTICE_DAYS), 10 * 60, schedule.zone),
      );
    });
  }
}

/** Absence, wishes, and three weeks of rosters by the engine: two published, one draft with hand edits; then a sample of what lies beyond them. */
@Injectable()
export class DemoRostersFiller {
  constructor(
    private readonly database: TenantDatabase,
    private readonly schedules: ScheduleService,
    private readonly planning: PlanningService,
    private readonly results: DemoRosterResults,
    private readonly touches: DemoTouches,
    private readonly ahead: DemoWhatIfFiller,
  ) {}

  async fill(filling: DemoFilling): Promise<void> {
    const { context, centre, ids, thisWeekOn, report } = filling;
    await this.database.withTenant(context, async (tx) => {
      await insertRows(tx, {
        table: 'time_off',
        organisationId: context.organisationId,
        rows: timeOffRows(centre, ids),
      });
      await insertRows(tx, {
        table: 'preferences',
        organisationId: context.organisationId,
        rows: preferenceRows(centre, ids),
      });
    });
    for (const weekOn of plannedWeeks(thisWeekOn)) {
      report(`demo centre: planning the week from ${weekOn}`);
      await this.plan(filling, weekOn);
    }
    await this.touches.add(filling);
    await this.ahead.fill(filling);
  }

  private async plan(filling: DemoFilling, weekOn: LocalDate): Promise<void> {
    const { context, seed, thisWeekOn } = filling;
    const created = await this.schedules.create(context, { weekStartOn: weekOn, weeks: 1 });
    if (created.kind !== 'created') throw new Error(`schedule of ${weekOn} could not be made: ${created.message}`);
    const { problem, requirementId } = await this.planning.planning(context, created.schedule);
    const input: RosterComputeInput = { problem, seed, timeLimitSeconds: 60, iterationLimit: ITERATIONS };
    const found = await runInThread<OptimiseResult>({
      module: COMPUTE,
      input,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    if (found.kind !== 'roster') throw new Error(`no roster for the week from ${weekOn}: ${JSON.stringify(found)}`);
    await this.results.store(filling, {
      schedule: created.schedule,
      found,
      requirementId,
      publish: weekOn <= thisWeekOn,
    });
  }
}
