import { Injectable } from '@nestjs/common';
import { coverageOf } from '@yotei/scheduling/evaluation';
import { factsOf, unsocialKindsOf } from '@yotei/scheduling/objective';
import {
  coverageGrid,
  groupByAgent,
  UNSOCIAL_KINDS,
  type Agent,
  type RosterProblem,
  type Shift,
  type UnsocialKind,
} from '@yotei/scheduling/roster';
import {
  measurePerson,
  plannedLoads,
  type MeasuredLoad,
  type MeasureSettings,
  type PeerCounts,
  type QueueWork,
} from '@yotei/scheduling/wellbeing';
import { addDays, gridEnd, startOfLocalDay, type Grid, type Instant, type Interval, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { PlanningService, type ScheduleRecord } from '../rosters/index.js';
import { meanShrinkage, RequirementService, workAt, type RequirementPicture } from '../staffing/index.js';
import { HardTurnsService, type WeekTurns } from './hard-turns.service.js';
import { PublishedRosters, type Told } from './published-rosters.js';
import { toldOf } from './told-shifts.js';
import { WellbeingSettingsService } from './wellbeing-settings.service.js';

/** Weeks kept ready in this process; a version of a roster never changes, so what is kept stays right. */
const MOST_KEPT = 16;

/** A published week, and what its measures are computed from. */
export interface WeekHead {
  readonly weekStartOn: LocalDate;
  /** Of the weeks the schedule holds. */
  readonly endAt: Instant;
  /** Version of the roster and of the limits of the measures. */
  readonly key: string;
}

/** Every measure of everybody in one published week. */
export interface WellbeingWeek {
  readonly head: WeekHead;
  readonly schedule: ScheduleRecord;
  readonly period: Interval;
  readonly agents: readonly Agent[];
  readonly measured: ReadonlyMap<string, readonly MeasuredLoad[]>;
  /** Mean share of hard contacts in what the own skills serve; null: unknown. */
  readonly hardShareOf: (agentId: string) => number | null;
  readonly settings: MeasureSettings;
  /** Who is first for hard contacts, where the centre has turns. */
  readonly turns: WeekTurns['turns'];
  readonly queueTitles: ReadonlyMap<string, { readonly en: string; readonly ja: string }>;
}

/** Measures of published weeks, computed once a version. */
@Injectable()
export class WellbeingWeeksService {
  private readonly kept = new Map<string, WellbeingWeek>();

  constructor(
    private readonly database: TenantDatabase,
    private readonly published: PublishedRosters,
    private readonly planning: PlanningService,
    private readonly requirements: RequirementService,
    private readonly settings: WellbeingSettingsService,
    private readonly turns: HardTurnsService,
  ) {}

  /** Null where no schedule holds the day. */
  async headOf(context: RequestContext, on: LocalDate): Promise<WeekHead | null> {
    return this.database.withTenant(context, async () => {
      const schedule = await this.published.holding(context, on);
      return schedule && this.headOfSchedule(context, schedule);
    });
  }

  /** Null where no schedule holds the day, or nothing of it has been published. */
  async holding(context: RequestContext, on: LocalDate): Promise<WellbeingWeek | null> {
    return this.database.withTenant(context, async () => {
      const schedule = await this.published.holding(context, on);
      if (!schedule) return null;
      const head = await this.headOfSchedule(context, schedule);
      const key = `${context.organisationId} ${head.key}`;
      const known = this.kept.get(key);
      if (known) return known;
      const week = await this.measure(context, schedule, head);
      if (week) this.keep(key, week);
      return week;
    });
  }

  private async headOfSchedule(context: RequestContext, schedule: ScheduleRecord): Promise<WeekHead> {
    const { id, version, publishedAt, weekStartOn, weeks, zone } = schedule;
    const settings = await this.settings.inForce(context);
    return {
      weekStartOn,
      endAt: startOfLocalDay(addDays(weekStartOn, 7 * weeks), zone),
      key: `${id} ${version} ${publishedAt} ${settings.version}`,
    };
  }

  private keep(key: string, week: WellbeingWeek): void {
    this.kept.set(key, week);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
  }

  private async measure(
    context: RequestContext,
    schedule: ScheduleRecord,
    head: WeekHead,
  ): Promise<WellbeingWeek | null> {
    const shifts = await this.published.shiftsOf(context, schedule);
    if (shifts.length === 0) return null;
    const { problem } = await this.planning.planning(context, schedule);
    const grid = coverageGrid(problem);
    const picture = await this.requirements.pictureOn(context, grid, problem.zone);
    const coverage = coverageOf(problem, { shifts });
    const told = await this.published.toldOf(context, schedule, problem.agents);
    const { measures: settings, hasHardTurns } = await this.settings.inForce(context);
    const presentShare = picture ? presentShareOf(picture) : 1;
    const work = picture && workOf(picture, grid);
    const loads = work && plannedLoads(coverage, work, { presentShare });
    const { agents, activityTypes } = problem;
    const present = coverage.map((queue) => ({
      ...queue,
      scheduledAgents: queue.scheduledAgents.map((people) => people * presentShare),
    }));
    const turns =
      work && hasHardTurns
        ? await this.turns.ofWeek(context, schedule, {
            computedFrom: head.key,
            input: { agents, activityTypes, shifts, coverage: present, work },
          })
        : null;
    return {
      head,
      settings,
      hardShareOf: hardShareBy(problem.agents, loads),
      schedule,
      period: { startAt: grid.startAt, endAt: gridEnd(grid) },
      agents: problem.agents,
      measured: measuredOf(problem, { shifts, loads, turns, ...told, settings }),
      turns: turns?.turns ?? [],
      queueTitles: new Map(picture?.queues.map(({ queue }) => [queue.id, queue.name])),
    };
  }
}

type Loads = ReturnType<typeof plannedLoads>;

interface Grounds extends Told {
  readonly shifts: readonly Shift[];
  readonly loads: Loads | null;
  readonly turns: WeekTurns | null;
  readonly settings: MeasureSettings;
}

function measuredOf(
  problem: RosterProblem,
  { shifts, loads, turns, publishedAt, moved, settings }: Grounds,
): Map<string, MeasuredLoad[]> {
  const grid = coverageGrid(problem);
  const period = { startAt: grid.startAt, endAt: gridEnd(grid) };
  const activityTypes = new Map(problem.activityTypes.map((type) => [type.id, type]));
  const own = groupByAgent([...problem.history, ...shifts]);
  const planned = groupByAgent(shifts);
  const peers = peersOf(problem.agents, own);
  const told = ({ id, teamId }: Agent) => {
    const at = publishedAt.get(teamId ?? '');
    return at === undefined ? {} : toldOf(id, { shifts: planned.get(id) ?? [], moved, publishedAt: at });
  };
  return new Map(
    problem.agents.map((agent) => [
      agent.id,
      measurePerson(
        {
          agentId: agent.id,
          zone: agent.zone,
          period,
          shifts: own.get(agent.id) ?? [],
          historyFromAt: problem.historyFromAt ?? period.startAt,
          activityTypes,
          ...(loads && { load: turns?.loadOf(agent.id, loads(agent.skillIds)) ?? loads(agent.skillIds) }),
          ...told(agent),
          peers: peers.get(agent.contractId),
        },
        settings,
      ),
    ]),
  );
}

/** Mean over the week of the hard share of what the own skills serve. */
function hardShareBy(agents: readonly Agent[], loads: Loads | null): (agentId: string) => number | null {
  const skills = new Map(agents.map(({ id, skillIds }) => [id, skillIds]));
  return (agentId) => {
    const shares = loads ? [...loads(skills.get(agentId) ?? []).hardShare] : [];
    const known = shares.filter((share) => !Number.isNaN(share));
    return known.length === 0 ? null : known.reduce((sum, share) => sum + share, 0) / known.length;
  };
}

/** Offered work of each queue on the slots of the roster. */
function workOf(picture: RequirementPicture, grid: Grid): QueueWork[] {
  return picture.queues.map((opened) => {
    const { queue } = opened;
    const erlangs = new Float64Array(grid.count);
    const seconds = new Float64Array(grid.count).fill(NaN);
    for (let slot = 0; slot < grid.count; slot++) {
      const work = workAt(opened, grid, slot);
      if (!work) continue;
      erlangs[slot] = (work.contacts * work.averageHandleSeconds) / work.intervalSeconds;
      seconds[slot] = work.averageHandleSeconds;
    }
    const hard = queue.hardFraction;
    return {
      ...{ queueId: queue.id, erlangs, handleSeconds: seconds },
      ...(hard !== null && { hardShare: new Float64Array(grid.count).fill(hard) }),
      ...(queue.recoveryMinutes !== null && { recoveryMinutes: queue.recoveryMinutes }),
    };
  });
}

/** One less the mean shrinkage planned, over all queues and intervals that say one. */
function presentShareOf({ queues }: RequirementPicture): number {
  return 1 - meanShrinkage(queues.flatMap(({ shrinkage }) => [...shrinkage]));
}

/** Unsocial shifts of everybody in the shifts at hand, by contract. */
function peersOf(agents: readonly Agent[], shifts: ReadonlyMap<string, readonly Shift[]>): Map<string, PeerCounts[]> {
  const byContract = new Map<string, PeerCounts[]>();
  for (const { id, zone, contractId } of agents) {
    const own = shifts.get(id) ?? [];
    if (own.length === 0) continue;
    const counts = Object.fromEntries(UNSOCIAL_KINDS.map((kind) => [kind, 0])) as Record<UnsocialKind, number>;
    for (const shift of own) for (const kind of unsocialKindsOf(factsOf(shift, zone), new Set())) counts[kind]++;
    byContract.set(contractId, [
      ...(byContract.get(contractId) ?? []),
      { agentId: id, shiftCount: own.length, counts },
    ]);
  }
  return byContract;
}
