import { Injectable } from '@nestjs/common';
import { rosterDifference, type RosterDifference } from '@yotei/scheduling/explanation';
import type { Preference, Roster, RosterProblem } from '@yotei/scheduling/roster';
import { daysBetween, type Instant } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { runInThread } from '../../platform/jobs/job-thread.js';
import { QueueDirectory } from '../demand/index.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { ExplainedStretch, ExplainedWeek, ScoredSchedule } from './explanation.js';
import type { ExplanationInput, ExplanationNames } from './explanation.compute.js';
import { PlanningService } from './planning.service.js';
import { rosterShiftOf } from './roster-problem.mapper.js';
import { ScheduleVersionRepository, type ScheduleVersionRecord } from './schedule-versions.repository.js';
import { ScheduleRepository, type ScheduleRecord } from './schedules.repository.js';
import { ShiftRepository } from './shifts.repository.js';

/** A request waits no longer for an explanation; a thousand agents take about half of it. */
const MOST_MILLIS = 120_000;

interface Scene {
  readonly schedule: ScheduleRecord;
  readonly problem: RosterProblem;
  readonly roster: Roster;
  readonly names: ExplanationNames;
}

export type Explained<Found> =
  | { readonly kind: 'explained'; readonly found: Found }
  | { readonly kind: 'not-found'; readonly what: string }
  | { readonly kind: 'not-short' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

/** Names of queues and skills, and kept versions: what explaining needs besides the problem. */
@Injectable()
export class ExplanationPlaces {
  constructor(
    readonly versions: ScheduleVersionRepository,
    private readonly queues: QueueDirectory,
    private readonly organisation: OrganisationService,
  ) {}

  async names(context: RequestContext): Promise<ExplanationNames> {
    const queues = await this.queues.withPutAway(context);
    const skills = await this.organisation.skills(context);
    return {
      queues: Object.fromEntries(queues.map(({ id, name }) => [id, name])),
      skills: Object.fromEntries(skills.map(({ id, name }) => [id, name])),
    };
  }
}

/** Answers why a schedule is as it is. Computes in a thread, so that the process goes on answering. */
@Injectable()
export class ExplanationsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly schedules: ScheduleRepository,
    private readonly shifts: ShiftRepository,
    private readonly planning: PlanningService,
    private readonly places: ExplanationPlaces,
  ) {}

  async shortage(
    context: RequestContext,
    asked: { readonly scheduleId: string; readonly queueId: string; readonly at: Instant },
  ): Promise<Explained<ExplainedStretch>> {
    const scene = await this.scene(context, asked.scheduleId);
    if (!scene) return { kind: 'not-found', what: 'schedule' };
    const { queueId, at } = asked;
    if (!scene.problem.demand.some((queue) => queue.queueId === queueId)) return { kind: 'not-found', what: 'queue' };
    const found = await compute<ExplainedStretch | null>({ kind: 'shortage', ...scene, queueId, at });
    return found ? { kind: 'explained', found } : { kind: 'not-short' };
  }

  async week(
    context: RequestContext,
    asked: { readonly scheduleId: string; readonly wish: Preference },
  ): Promise<Explained<ExplainedWeek>> {
    const scene = await this.scene(context, asked.scheduleId);
    if (!scene) return { kind: 'not-found', what: 'schedule' };
    const { problem } = scene;
    const { wish } = asked;
    if (!problem.agents.some(({ id }) => id === wish.agentId)) return { kind: 'not-found', what: 'agent' };
    const day = wish.on === undefined ? 0 : daysBetween(problem.startsOn, wish.on);
    if (day < 0 || day >= problem.weeks * 7)
      return {
        kind: 'invalid',
        path: 'wish.on',
        message: `the date must lie in the schedule's weeks from ${problem.startsOn}`,
      };
    const needsDate = wish.kind === 'day-off' || wish.kind === 'day-on' || wish.kind === 'template-on';
    if (needsDate && wish.on === undefined) return { kind: 'invalid', path: 'wish.on', message: 'give a date' };
    const found = await compute<ExplainedWeek>({ kind: 'week', ...scene, wish, week: Math.floor(day / 7) });
    return { kind: 'explained', found };
  }

  /** What the schedule costs as it is now, taken apart. */
  async score(context: RequestContext, scheduleId: string): Promise<Explained<ScoredSchedule>> {
    const scene = await this.scene(context, scheduleId);
    if (!scene) return { kind: 'not-found', what: 'schedule' };
    return { kind: 'explained', found: await compute<ScoredSchedule>({ kind: 'score', ...scene }) };
  }

  versions(context: RequestContext, scheduleId: string): Promise<ScheduleVersionRecord[]> {
    return this.places.versions.of(context, scheduleId);
  }

  /** What differs between a kept version and the schedule as it is now, or another kept version. */
  async difference(
    context: RequestContext,
    asked: { readonly scheduleId: string; readonly version: number; readonly against?: number | null },
  ): Promise<Explained<RosterDifference>> {
    const scene = await this.scene(context, asked.scheduleId);
    if (!scene) return { kind: 'not-found', what: 'schedule' };
    const before = await this.places.versions.rosterOf(context, asked);
    if (!before) return { kind: 'not-found', what: 'version' };
    const known = new Set(scene.problem.agents.map(({ id }) => id));
    const ofKnown = (shifts: Roster['shifts']) => ({ shifts: shifts.filter(({ agentId }) => known.has(agentId)) });
    const { scheduleId, against } = asked;
    const other =
      against == null ? null : await this.places.versions.rosterOf(context, { scheduleId, version: against });
    if (against != null && !other) return { kind: 'not-found', what: 'version' };
    const after = other ? ofKnown(other) : scene.roster;
    return { kind: 'explained', found: rosterDifference(scene.problem, ofKnown(before), after) };
  }

  private async scene(context: RequestContext, scheduleId: string): Promise<Scene | null> {
    return this.database.withTenant(context, async () => {
      const schedule = await this.schedules.byId(context, scheduleId);
      if (!schedule) return null;
      const stored = await this.shifts.ofSchedule(context, scheduleId);
      const { problem } = await this.planning.planningWithMemory(context, schedule);
      const known = new Set(problem.agents.map(({ id }) => id));
      const roster = { shifts: stored.filter(({ agentId }) => known.has(agentId)).map(rosterShiftOf) };
      return { schedule, problem, roster, names: await this.places.names(context) };
    });
  }
}

function compute<Found>({ schedule: _schedule, ...input }: ExplanationInput & { schedule?: unknown }): Promise<Found> {
  return runInThread<Found>({
    module: new URL('./explanation.compute.js', import.meta.url),
    input,
    signal: AbortSignal.timeout(MOST_MILLIS),
    onProgress: () => undefined,
  });
}
