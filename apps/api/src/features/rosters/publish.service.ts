import { Injectable } from '@nestjs/common';
import { evaluateRoster, type Evaluation } from '@yotei/scheduling/evaluation';
import type { Breach } from '@yotei/scheduling/rules';
import { DAY_MILLIS, type Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { isOverlapInDatabase } from './overlap-error.js';
import { PlanningService } from './planning.service.js';
import { PublishRecords } from './publish-records.js';
import { rosterShiftOf } from './roster-problem.mapper.js';
import { ScheduleRepository, type ScheduleRecord } from './schedules.repository.js';
import { beyondOverride } from './shift-edits.js';
import { breachOfTeam } from './team-breaches.js';
import { ShiftRepository, type StoredShift } from './shifts.repository.js';

/** What publishing would do; the quality card. */
export interface PublishCard {
  readonly schedule: ScheduleRecord;
  readonly mustBreaches: readonly Breach[];
  readonly preferBreaches: readonly Breach[];
  readonly cannotJudgeCount: number;
  readonly shortHours: number;
  readonly overHours: number;
  /** Share of open slots whose staffing is within 5 % of what is to be rostered (at least half an agent). */
  readonly withinFivePercentFraction: number;
  /** From now to the first shift; negative when it has begun. */
  readonly noticeDays: number;
  readonly changedAgents: number;
  readonly newShifts: number;
  readonly changedShifts: number;
  readonly removedShifts: number;
  readonly agentsToTell: number;
}

export type PublishOutcome =
  | { readonly kind: 'published'; readonly schedule: ScheduleRecord; readonly notifiedAgents: number }
  | { readonly kind: 'has-breaches'; readonly breaches: readonly Breach[]; readonly overlap?: true }
  | { readonly kind: 'already-published' }
  | { readonly kind: 'edited-meanwhile'; readonly version: number; readonly changedBy: string | null }
  | { readonly kind: 'not-found' };

/** Puts a schedule before the agents: all of it or nothing. */
@Injectable()
export class PublishService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly schedules: ScheduleRepository,
    private readonly shifts: ShiftRepository,
    private readonly planning: PlanningService,
    private readonly records: PublishRecords,
    private readonly clock: Clock,
  ) {}

  async preview(context: RequestContext, scheduleId: string): Promise<PublishCard | null> {
    return this.database.withTenant(context, async () => {
      const schedule = await this.schedules.byId(context, scheduleId);
      if (!schedule) return null;
      const shifts = await this.shifts.ofSchedule(context, scheduleId);
      const evaluation = await this.evaluate(context, schedule, shifts);
      const toTell = schedule.state === 'published' ? shifts.filter(({ asPublished }) => asPublished) : shifts;
      const isFirst = schedule.state === 'draft';
      return {
        schedule,
        ...coverageFigures(evaluation),
        ...breachLists(evaluation),
        noticeDays: noticeDays(shifts, this.clock.now()),
        changedAgents: agentCount(toTell),
        newShifts: isFirst ? shifts.length : 0,
        changedShifts: isFirst ? 0 : toTell.length,
        removedShifts: isFirst ? 0 : await this.records.removedSincePublish(context, scheduleId),
        agentsToTell: await this.records.tellable(context, toTell),
      };
    });
  }

  async publish(
    context: RequestContext,
    order: { scheduleId: string; expectedVersion: number; overrideReason?: string | null },
  ): Promise<PublishOutcome> {
    try {
      return await this.database.withTenant(context, (tx) => this.publishIn(tx, context, order));
    } catch (error) {
      if (isOverlapInDatabase(error)) return { kind: 'has-breaches', breaches: [], overlap: true };
      throw error;
    }
  }

  private async publishIn(
    tx: EntityManager,
    context: RequestContext,
    order: { scheduleId: string; expectedVersion: number; overrideReason?: string | null },
  ): Promise<PublishOutcome> {
    const schedule = await this.schedules.lock(tx, order.scheduleId);
    if (!schedule) return { kind: 'not-found' };
    if (schedule.state === 'published' && schedule.changesSincePublish === 0) return { kind: 'already-published' };
    if (schedule.version !== order.expectedVersion)
      return {
        kind: 'edited-meanwhile',
        version: schedule.version,
        changedBy: await this.records.lastEditor(context, schedule.id),
      };
    const shifts = await this.shifts.ofSchedule(context, schedule.id);
    const must = breachLists(await this.evaluate(context, schedule, shifts)).mustBreaches;
    const refused = order.overrideReason?.trim() ? beyondOverride(must) : must;
    if (refused.length > 0) return { kind: 'has-breaches', breaches: refused };
    const toTell = schedule.state === 'published' ? shifts.filter(({ asPublished }) => asPublished) : shifts;
    await tx.query('update shifts set as_published = null where schedule_id = $1 and as_published is not null', [
      schedule.id,
    ]);
    await this.schedules.publish(tx, schedule.id, context.userId);
    const published = (await this.schedules.byId(context, schedule.id))!;
    const notifiedAgents = await this.records.write(tx, context, {
      before: schedule,
      after: published,
      told: toTell,
      all: shifts,
      overridden: must,
      reason: order.overrideReason ?? null,
    });
    return { kind: 'published', schedule: published, notifiedAgents };
  }

  private async evaluate(
    context: RequestContext,
    schedule: ScheduleRecord,
    shifts: readonly StoredShift[],
  ): Promise<Evaluation> {
    const { problem } = await this.planning.planning(context, schedule);
    const known = new Set(problem.agents.map(({ id }) => id));
    return evaluateRoster(problem, { shifts: shifts.filter(({ agentId }) => known.has(agentId)).map(rosterShiftOf) });
  }
}

function breachLists({
  breaches: own,
  teamBreaches,
  cannotJudge,
}: Evaluation): Pick<PublishCard, 'mustBreaches' | 'preferBreaches' | 'cannotJudgeCount'> {
  const breaches = [...own, ...teamBreaches.map(breachOfTeam)];
  return {
    mustBreaches: breaches.filter(({ level }) => level === 'must'),
    preferBreaches: breaches.filter(({ level }) => level === 'prefer'),
    cannotJudgeCount: cannotJudge.length,
  };
}

function coverageFigures({
  coverage,
}: Evaluation): Pick<PublishCard, 'shortHours' | 'overHours' | 'withinFivePercentFraction'> {
  const sums = { short: 0, over: 0, open: 0, within: 0 };
  for (const { grid, agentsToRoster, staffingGap } of coverage) {
    const hours = grid.stepMinutes / 60;
    staffingGap.forEach((gap, slot) => {
      const needed = agentsToRoster[slot]!;
      sums.short += Math.max(0, -gap) * hours;
      sums.over += Math.max(0, gap) * hours;
      if (needed <= 0) return;
      sums.open += 1;
      if (Math.abs(gap) <= Math.max(0.5, needed * 0.05)) sums.within += 1;
    });
  }
  return {
    shortHours: sums.short,
    overHours: sums.over,
    withinFivePercentFraction: sums.open === 0 ? 0 : sums.within / sums.open,
  };
}

const agentCount = (shifts: readonly StoredShift[]): number => new Set(shifts.map(({ agentId }) => agentId)).size;

function noticeDays(shifts: readonly StoredShift[], now: Instant): number {
  const first = shifts.reduce((earliest, { startAt }) => Math.min(earliest, startAt), Number.POSITIVE_INFINITY);
  return Number.isFinite(first) ? (first - now) / DAY_MILLIS : 0;
}
