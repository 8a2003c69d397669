import { Injectable } from '@nestjs/common';
import { evaluateRoster, type CostParts, type Evaluation } from '@yotei/scheduling/evaluation';
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
import { ScheduleRepository, type PublishPart, type ScheduleRecord } from './schedules.repository.js';
import { beyondOverride } from './shift-edits.js';
import { isAsTold } from './shift-writer.js';
import { breachOfTeam } from './team-breaches.js';
import { ShiftRepository, type StoredShift } from './shifts.repository.js';
import { personalNews, type PersonalNews } from './together/personal-news.js';
import { checkedPart, isIn, type CheckedPart, type PartOrder } from './together/publish-part.js';

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
  readonly cost: CostParts & { readonly total: number };
  /** What every agent will be told, those told most first. */
  readonly people: readonly PersonalNews[];
}

export interface PublishOrder {
  readonly scheduleId: string;
  readonly expectedVersion: number;
  readonly overrideReason?: string | null;
  /** Some teams or days only. */
  readonly part?: PartOrder | null;
}

export type PublishOutcome =
  | { readonly kind: 'published'; readonly schedule: ScheduleRecord; readonly notifiedAgents: number }
  | { readonly kind: 'has-breaches'; readonly breaches: readonly Breach[]; readonly overlap?: true }
  | { readonly kind: 'already-published' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string }
  | { readonly kind: 'edited-meanwhile'; readonly version: number; readonly changedBy: string | null }
  | { readonly kind: 'not-found' };

/** Puts a schedule before the agents: all that is named or nothing. */
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

  /** Null when there is no such schedule, or the part does not lie in it. */
  async preview(context: RequestContext, scheduleId: string, part?: PartOrder | null): Promise<PublishCard | null> {
    return this.database.withTenant(context, async () => {
      const schedule = await this.schedules.byId(context, scheduleId);
      const checked = schedule && checkedPart(schedule, part);
      if (!checked || checked.kind === 'invalid') return null;
      const shifts = await this.shifts.ofSchedule(context, scheduleId);
      const { evaluation, meant, ofMeant } = await this.judge(context, schedule, { shifts, checked });
      const toTell = meant.filter(isNews);
      const fresh = toTell.filter(({ published }) => !published);
      return {
        schedule,
        ...coverageFigures(evaluation),
        ...breachLists(evaluation, ofMeant),
        noticeDays: noticeDays(toTell.length > 0 ? toTell : meant, this.clock.now()),
        changedAgents: agentCount(toTell),
        newShifts: fresh.length,
        changedShifts: toTell.length - fresh.length,
        removedShifts: schedule.state === 'draft' ? 0 : await this.records.removedSincePublish(context, scheduleId),
        agentsToTell: await this.records.tellable(context, toTell),
        cost: { ...evaluation.parts, total: evaluation.cost },
        people: personalNews(toTell),
      };
    });
  }

  async publish(context: RequestContext, order: PublishOrder): Promise<PublishOutcome> {
    try {
      return await this.database.withTenant(context, (tx) => this.publishIn(tx, context, order));
    } catch (error) {
      if (isOverlapInDatabase(error)) return { kind: 'has-breaches', breaches: [], overlap: true };
      throw error;
    }
  }

  private async publishIn(tx: EntityManager, context: RequestContext, order: PublishOrder): Promise<PublishOutcome> {
    const schedule = await this.schedules.lock(tx, order.scheduleId);
    if (!schedule) return { kind: 'not-found' };
    const checked = checkedPart(schedule, order.part);
    if (checked.kind === 'invalid') return checked;
    if (schedule.state === 'published' && schedule.changesSincePublish === 0) return { kind: 'already-published' };
    if (schedule.version !== order.expectedVersion)
      return {
        kind: 'edited-meanwhile',
        version: schedule.version,
        changedBy: await this.records.lastEditor(context, schedule.id),
      };
    const shifts = await this.shifts.ofSchedule(context, schedule.id);
    const { evaluation, meant, ofMeant } = await this.judge(context, schedule, { shifts, checked });
    const must = breachLists(evaluation, ofMeant).mustBreaches;
    const refused = order.overrideReason?.trim() ? beyondOverride(must) : must;
    if (refused.length > 0) return { kind: 'has-breaches', breaches: refused };
    const toTell = meant.filter(isNews);
    if (checked.kind === 'part' && toTell.length === 0) return { kind: 'already-published' };
    const part = checked.kind === 'part' ? checked.part : null;
    await this.putOut(tx, context, { schedule, part, meant });
    const published = (await this.schedules.byId(context, schedule.id))!;
    const notifiedAgents = await this.records.write(tx, context, {
      before: schedule,
      after: published,
      told: toTell,
      all: shifts,
      overridden: must,
      reason: order.overrideReason ?? null,
      part,
    });
    return { kind: 'published', schedule: published, notifiedAgents };
  }

  private async putOut(
    tx: EntityManager,
    context: RequestContext,
    { schedule, part, meant }: Pick<Meant, 'meant'> & { schedule: ScheduleRecord; part: PublishPart | null },
  ): Promise<void> {
    await tx.query('update shifts set as_published = null where id = any ($1::uuid[]) and as_published is not null', [
      meant.map(({ id }) => id),
    ]);
    if (!part) return this.schedules.publish(tx, schedule.id, context.userId);
    if (schedule.state === 'draft')
      await this.records.publications.publish(tx, context, { scheduleId: schedule.id, part });
    await this.schedules.publishPart(tx, schedule.id);
  }

  private async judge(
    context: RequestContext,
    schedule: ScheduleRecord,
    { shifts, checked }: { readonly shifts: readonly StoredShift[]; readonly checked: CheckedPart },
  ): Promise<Meant> {
    const { problem } = await this.planning.planning(context, schedule);
    const teamOf = new Map(problem.agents.map(({ id, teamId }) => [id, teamId]));
    const roster = { shifts: shifts.filter(({ agentId }) => teamOf.has(agentId)).map(rosterShiftOf) };
    const part = checked.kind === 'part' ? checked.part : null;
    const meant = shifts.filter((shift) => isIn(part, shift, { zone: schedule.zone, teamOf }));
    const agentIds = new Set(meant.map(({ agentId }) => agentId));
    return {
      evaluation: evaluateRoster(problem, roster),
      meant,
      ofMeant: ({ agentId }) => !part || agentIds.has(agentId) || !teamOf.has(agentId),
    };
  }
}

interface Meant {
  readonly evaluation: Evaluation;
  /** Shifts of the part that is published. */
  readonly meant: readonly StoredShift[];
  /** Whether a breach concerns the part: by its agent; what belongs to nobody concerns everything. */
  readonly ofMeant: (breach: Breach) => boolean;
}

/** Not out yet, or other than agents were told; what was changed and changed back is no news. */
const isNews = (shift: StoredShift): boolean =>
  !shift.published || (shift.asPublished !== null && !isAsTold(shift.asPublished, shift));

function breachLists(
  { breaches: own, teamBreaches, cannotJudge }: Evaluation,
  isMeant: (breach: Breach) => boolean,
): Pick<PublishCard, 'mustBreaches' | 'preferBreaches' | 'cannotJudgeCount'> {
  const breaches = [...own, ...teamBreaches.map(breachOfTeam)].filter(isMeant);
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
