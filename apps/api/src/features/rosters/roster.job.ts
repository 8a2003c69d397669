import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { OptimiseResult, TeamRulesUnmet } from '@yotei/scheduling/optimiser';
import { replan, type Keep } from '@yotei/scheduling/reoptimise';
import type { Roster, RosterProblem } from '@yotei/scheduling/roster';
import type { LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import {
  JobDefinition,
  JobFailure,
  type JobOutcome,
  type JobRun,
  type JsonValue,
} from '../../platform/jobs/job-definition.js';
import { rosterShiftOf } from './roster-problem.mapper.js';
import { infeasibleDetails } from './infeasible-details.js';
import { gridOf, PlanningService } from './planning.service.js';
import { RosterEngine } from './roster-engine.js';
import { RosterApplier, type FoundRoster } from './roster-applier.js';
import { ScheduleRepository, type ScheduleRecord } from './schedules.repository.js';
import { ShiftRepository, type StoredShift } from './shifts.repository.js';
import type { SplitOrdered } from './split-order.js';
import { publishedDaysOff, withDaysOff } from './together/publish-part.js';

export type RosterJobInput = {
  readonly scheduleId: string;
  readonly timeLimitSeconds: number;
  readonly keepLocked: boolean;
  readonly keepHandEdited: boolean;
  /** How to split the run over workers; by itself without it, as far as it pays. */
  readonly split?: SplitOrdered | null;
  /** Plans the present draft again instead of afresh: what of it stays, and how much change costs. */
  readonly again?: { readonly keep: Keep[]; readonly disruption: number; readonly publishedUntilOn?: LocalDate };
};

interface Prepared {
  readonly schedule: ScheduleRecord;
  readonly kept: readonly StoredShift[];
  readonly problem: RosterProblem;
  readonly requirementId: string | null;
  readonly resumeFrom?: Roster;
}

/** Fills a draft by the engine. The draft is taken as it is when the run starts; an edit meanwhile wins over the run. */
@Injectable()
export class RosterJob extends JobDefinition<RosterJobInput> {
  readonly kind = 'roster';

  constructor(
    private readonly database: TenantDatabase,
    private readonly schedules: ScheduleRepository,
    private readonly shifts: ShiftRepository,
    private readonly planning: PlanningService,
    private readonly applier: RosterApplier,
    private readonly engine: RosterEngine,
  ) {
    super();
  }

  async run(order: RosterJobInput, run: JobRun): Promise<JobOutcome> {
    const prepared = await this.prepare(order, run);
    const { problem, resumeFrom } = prepared;
    const result = await this.engine.plan({ ...order, problem, resumeFrom }, run);
    if (result.kind === 'stopped-before-first-roster') throw run.signal.reason;
    const found = rosterOrFailure(result, prepared.problem);
    await this.engine.hold(run, { ...found, startAt: gridOf(prepared.schedule).startAt });
    return {
      result: summaryOf(found, prepared.problem),
      apply: async (tx) => {
        await this.refuseWhenEdited(tx, prepared.schedule);
        await this.applier.apply(tx, run.context, { ...prepared, found, jobId: run.jobId });
        await this.engine.forget(run);
      },
    };
  }

  private async prepare(order: RosterJobInput, run: JobRun): Promise<Prepared> {
    return this.database.withTenant(run.context, async () => {
      const schedule = await this.schedules.byId(run.context, order.scheduleId);
      if (!schedule) throw new JobFailure('roster.schedule-gone');
      if (schedule.state === 'published') throw new JobFailure('roster.schedule-published');
      const shifts = await this.shifts.ofSchedule(run.context, schedule.id);
      // What agents have been told of a draft published in part is not the engine's to change.
      const kept = shifts.filter(
        ({ locked, handEdited, published }) =>
          published || (order.keepLocked && locked) || (order.keepHandEdited && handEdited),
      );
      const { problem, requirementId } = await this.planning.planningWithMemory(run.context, schedule, kept);
      const plain = { schedule, kept, problem, requirementId };
      const prepared = order.again && shifts.length > 0 ? plannedAgain(plain, shifts, order.again) : plain;
      const teamOf = new Map(problem.agents.map(({ id, teamId }) => [id, teamId]));
      const parts = await this.schedules.publishedParts(run.context, schedule.id);
      const daysOff = publishedDaysOff(parts, shifts, { zone: schedule.zone, teamOf });
      return { ...prepared, problem: withDaysOff(prepared.problem, daysOff) };
    });
  }

  private async refuseWhenEdited(tx: EntityManager, started: ScheduleRecord): Promise<void> {
    const now = await this.schedules.lock(tx, started.id);
    if (now?.version !== started.version)
      throw new JobFailure('roster.draft-changed', {
        startedAtVersion: started.version,
        version: now?.version ?? null,
      });
  }
}

/** Planning of the present draft again: shifts that stay whole keep their rows. */
function plannedAgain(
  prepared: Prepared,
  shifts: readonly StoredShift[],
  again: NonNullable<RosterJobInput['again']>,
): Prepared {
  const { problem, resumeFrom } = replan(prepared.problem, { shifts: shifts.map(rosterShiftOf) }, again);
  const fixed = new Set(problem.fixedShifts.map(({ agentId, startAt }) => `${agentId} ${startAt}`));
  const kept = shifts.filter(({ agentId, startAt }) => fixed.has(`${agentId} ${startAt}`));
  return { ...prepared, problem, kept, resumeFrom };
}

/** Which rules across agents, when and by how much: enough of it for a message. */
function teamRulesDetails({ breaches, proven }: TeamRulesUnmet): { readonly [key: string]: JsonValue } {
  return {
    proven,
    count: breaches.length,
    breaches: breaches.slice(0, 50).map(({ ruleId, settingId, at, amount, values, agentIds, source }) => ({
      ruleId,
      settingId,
      at,
      amount,
      source,
      values: { ...values },
      agentIds: [...agentIds],
    })),
  };
}

function rosterOrFailure(
  result: Exclude<OptimiseResult, { kind: 'stopped-before-first-roster' }>,
  problem: RosterProblem,
): FoundRoster {
  if (result.kind === 'infeasible')
    throw new JobFailure('roster.infeasible', infeasibleDetails(result.agents, problem));
  if (result.kind === 'unsupported-rule') throw new JobFailure('roster.unsupported-rule', { ruleIds: result.ruleIds });
  if (result.kind === 'team-rules-unmet') throw new JobFailure('roster.team-rules-unmet', teamRulesDetails(result));
  return result;
}

const MOST_UNMET = 200;

function summaryOf(found: FoundRoster, problem: RosterProblem): JsonValue {
  const { cost, parts, lowerBound, gapHours, requiredHours, iterations, seconds, stoppedBy, unmet } = found;
  return {
    shifts: found.roster.shifts.length,
    cost,
    parts,
    lowerBound,
    gapHours,
    requiredHours,
    iterations,
    seconds,
    stoppedBy,
    unmetCount: unmet.length,
    unmet: unmet.slice(0, MOST_UNMET).map((interval) => ({ ...interval })),
    problemHash: createHash('sha256').update(JSON.stringify(problem)).digest('hex'),
  };
}
