import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import {
  RosterApplier,
  ScheduleRepository,
  ScheduleService,
  ShiftRepository,
  type ScheduleRecord,
  type StoredShift,
} from '../../rosters/index.js';
import type { ScenarioRecord } from '../scenarios.repository.js';
import type { ScenarioRosterPlan } from './scenario-roster.compute.js';
import { ScenarioSources } from './scenario-sources.js';

export type OpenedRoster =
  | {
      readonly kind: 'opened';
      readonly weekStartOn: LocalDate;
      readonly scheduleId: string;
      readonly shifts: number;
      /** Of people who are not there, or whose kept shifts stand in the way. */
      readonly leftOut: number;
    }
  /** There is a draft with shifts: it is replaced only when that is asked for. */
  | { readonly kind: 'draft-in-use'; readonly shifts: number }
  | { readonly kind: 'not-found'; readonly what: string }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

const invalid = (message: string): OpenedRoster => ({ kind: 'invalid', path: 'runId', message });

/** Puts the new roster of a scenario on the board as a draft. It publishes nothing, and the draft before it is kept as a version. */
@Injectable()
export class OpenedRosters {
  constructor(
    private readonly database: TenantDatabase,
    private readonly sources: ScenarioSources,
    private readonly schedules: ScheduleRepository,
    private readonly planning: ScheduleService,
    private readonly shifts: ShiftRepository,
    private readonly applier: RosterApplier,
  ) {}

  async open(
    context: RequestContext,
    { runId, replace }: { readonly runId: string; readonly replace: boolean },
  ): Promise<OpenedRoster> {
    return this.database.withTenant(context, async (tx): Promise<OpenedRoster> => {
      const source = await this.sources.rosterOf(context, runId);
      if (!source) return { kind: 'not-found', what: 'roster of a scenario' };
      const draft = await this.draft(context, source.scenario);
      if (draft.kind !== 'draft') return draft;
      const schedule = (await this.schedules.lock(tx, draft.schedule.id))!;
      if (schedule.state === 'published')
        return invalid('the schedule of these weeks is published; change it by edits on the board');
      const before = await this.shifts.ofSchedule(context, schedule.id);
      if (before.length > 0 && !replace) return { kind: 'draft-in-use', shifts: before.length };
      // What agents have been told of, and what a planner has locked, stays.
      const kept = before.filter(({ locked, published }) => published || locked);
      const { plan } = source;
      const here = await this.sources.peopleOf(context, plan);
      const fresh = plan.shifts.filter((shift) => here.has(shift.agentId) && !isInTheWay(shift, kept));
      await this.applier.apply(tx, context, {
        ...{ schedule, kept, requirementId: null, jobId: null },
        found: { ...plan.score, roster: { shifts: fresh } },
      });
      await this.sources.audit(tx, context, { scheduleId: schedule.id, runId, scenarioId: source.scenario.id });
      return {
        kind: 'opened',
        weekStartOn: schedule.weekStartOn,
        scheduleId: schedule.id,
        shifts: fresh.length,
        leftOut: plan.shiftsOfNewcomers + plan.shifts.length - fresh.length,
      };
    });
  }

  /** The draft of exactly these weeks, made where there is none. */
  private async draft(
    context: RequestContext,
    { fromOn, days }: ScenarioRecord,
  ): Promise<
    { readonly kind: 'draft'; readonly schedule: ScheduleRecord } | Extract<OpenedRoster, { readonly kind: 'invalid' }>
  > {
    const weeks = days / 7;
    const there = await this.schedules.holding(context, fromOn);
    if (there?.weekStartOn === fromOn && there.weeks === weeks) return { kind: 'draft', schedule: there };
    const created = await this.planning.create(context, { weekStartOn: fromOn, weeks });
    return created.kind === 'created' ? { kind: 'draft', schedule: created.schedule } : created;
  }
}

const isInTheWay = (
  { agentId, startAt, endAt }: ScenarioRosterPlan['shifts'][number],
  kept: readonly StoredShift[],
): boolean =>
  kept.some(
    (shift) => shift.agentId === agentId && shift.startAt !== startAt && shift.startAt < endAt && startAt < shift.endAt,
  );
