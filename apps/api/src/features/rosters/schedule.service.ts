import { Injectable } from '@nestjs/common';
import type { Keep } from '@yotei/scheduling/reoptimise';
import { addDays, weekStartOf, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import type { JobEntity } from '../../platform/jobs/job.entity.js';
import { PlanSteps } from './plan-steps.js';
import type { RosterJobInput } from './roster.job.js';
import { ScheduleRepository, type ScheduleRecord } from './schedules.repository.js';

export interface LadderStep {
  readonly weekStartOn: LocalDate;
  readonly forecast: boolean;
  readonly requirement: boolean;
  readonly schedule: ScheduleRecord | null;
}

export type CreatedSchedule =
  | { readonly kind: 'created'; readonly schedule: ScheduleRecord }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

export interface GenerateOrder {
  readonly scheduleId: string;
  readonly timeLimitSeconds?: number | null;
  readonly keepLocked: boolean;
  readonly keepHandEdited: boolean;
  readonly seed?: number | null;
  /** Plans the present draft again: parts of it that stay, and how much change costs (1 as usual). */
  readonly again?: {
    readonly keep: readonly Keep[];
    readonly disruption?: number | null;
    /** Last of the days kept as published. */
    readonly publishedUntilOn?: LocalDate | null;
  } | null;
}

export type GenerateOutcome =
  | { readonly kind: 'started'; readonly job: JobEntity }
  | { readonly kind: 'requirement-missing' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

const LONGEST_RUN_SECONDS = 3600;
const DEFAULT_RUN_SECONDS = 20;
const MOST_WEEKS = 26;

/** Schedules as documents: made, found, filled by the engine. */
@Injectable()
export class ScheduleService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly schedules: ScheduleRepository,
    private readonly steps: PlanSteps,
    private readonly jobs: JobQueue,
  ) {}

  /** Weeks in a row with how far their planning has come. */
  async ladder(context: RequestContext, fromOn: LocalDate, count: number): Promise<LadderStep[]> {
    return this.database.withTenant(context, async () => {
      const firstOn = weekStartOf(fromOn, await this.steps.weekStart(context));
      const untilOn = addDays(firstOn, count * 7);
      const schedules = await this.schedules.between(context, { fromOn: firstOn, untilOn });
      const done = await this.steps.done(context, { fromOn: firstOn, days: count * 7 });
      return Array.from({ length: count }, (_, week) => {
        const weekStartOn = addDays(firstOn, week * 7);
        const holds = (schedule: ScheduleRecord) =>
          schedule.weekStartOn <= weekStartOn && addDays(schedule.weekStartOn, schedule.weeks * 7) > weekStartOn;
        const days = Array.from({ length: 7 }, (_unused, day) => addDays(weekStartOn, day));
        return {
          weekStartOn,
          forecast: days.some((on) => done.forecast.has(on)),
          requirement: days.some((on) => done.requirement.has(on)),
          schedule: schedules.findLast(holds) ?? null,
        };
      });
    });
  }

  async between(
    context: RequestContext,
    range: { fromOn: LocalDate | null; untilOn: LocalDate | null },
  ): Promise<ScheduleRecord[]> {
    return this.schedules.between(context, {
      fromOn: range.fromOn ?? '0001-01-01',
      untilOn: range.untilOn ?? '9999-12-31',
    });
  }

  /** A draft of the weeks for all agents, in the zone of the site most of them belong to. */
  async create(context: RequestContext, order: { weekStartOn: LocalDate; weeks: number }): Promise<CreatedSchedule> {
    if (order.weeks < 1 || order.weeks > MOST_WEEKS)
      return { kind: 'invalid', path: 'weeks', message: `weeks must lie in 1..${MOST_WEEKS}` };
    return this.database.withTenant(context, async (tx) => {
      const weekStart = await this.steps.weekStart(context);
      if (weekStartOf(order.weekStartOn, weekStart) !== order.weekStartOn)
        return {
          kind: 'invalid' as const,
          path: 'weekStartOn',
          message: `weeks of this centre start on ${weekStartOf(order.weekStartOn, weekStart)}`,
        };
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('schedules ' || app_organisation_id(), 0))`);
      const [taken] = await this.schedules.between(context, {
        fromOn: order.weekStartOn,
        untilOn: addDays(order.weekStartOn, order.weeks * 7),
      });
      if (taken)
        return {
          kind: 'invalid' as const,
          path: 'weekStartOn',
          message: `there is a schedule of the week from ${taken.weekStartOn} already`,
        };
      const id = await this.schedules.insert(tx, {
        ...order,
        zone: await this.steps.mainZone(context),
        createdBy: context.userId,
      });
      return { kind: 'created' as const, schedule: (await this.schedules.byId(context, id))! };
    });
  }

  async generate(context: RequestContext, order: GenerateOrder): Promise<GenerateOutcome> {
    const seconds = order.timeLimitSeconds ?? DEFAULT_RUN_SECONDS;
    if (seconds < 1 || seconds > LONGEST_RUN_SECONDS)
      return {
        kind: 'invalid',
        path: 'timeLimitSeconds',
        message: `the time limit must lie in 1..${LONGEST_RUN_SECONDS} seconds`,
      };
    if (order.again && !((order.again.disruption ?? 1) >= 0))
      return { kind: 'invalid', path: 'again.disruption', message: 'the price of change must be 0 or more' };
    return this.database.withTenant(context, async () => {
      const schedule = await this.schedules.byId(context, order.scheduleId);
      if (!schedule) return { kind: 'not-found' as const };
      if (schedule.state === 'published')
        return {
          kind: 'invalid' as const,
          path: 'scheduleId',
          message: 'a published schedule is changed by edits, not generated anew',
        };
      const done = await this.steps.done(context, { fromOn: schedule.weekStartOn, days: schedule.weeks * 7 });
      if (done.requirement.size === 0) return { kind: 'requirement-missing' as const };
      const input: RosterJobInput = {
        scheduleId: schedule.id,
        timeLimitSeconds: seconds,
        keepLocked: order.keepLocked,
        keepHandEdited: order.keepHandEdited,
        ...(order.again ? { again: againOf(order.again) } : {}),
      };
      return {
        kind: 'started' as const,
        job: await this.jobs.enqueue(context, 'roster', input, {
          seed: order.seed ?? undefined,
          subjectId: schedule.id,
        }),
      };
    });
  }
}

function againOf({
  keep,
  disruption,
  publishedUntilOn,
}: NonNullable<GenerateOrder['again']>): NonNullable<RosterJobInput['again']> {
  return { keep: [...keep], disruption: disruption ?? 1, ...(publishedUntilOn != null && { publishedUntilOn }) };
}
