import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  joinParts,
  partProblem,
  shortHourPrice,
  type JoinedRoster,
  type OptimiseProgress,
  type OptimiseResult,
  type ProblemSplit,
} from '@yotei/scheduling/optimiser';
import type { Roster, RosterProblem } from '@yotei/scheduling/roster';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import type { JobRun } from '../../platform/jobs/job-definition.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { BestCostCurve } from './best-cost-curve.js';
import { PartPlanner } from './part-planner.js';
import { progressOfParts } from './part-progress.js';
import type { RosterComputeInput } from './roster.compute.js';
import { RosterPartsRepository } from './roster-parts.repository.js';

export interface SplitOrder {
  readonly problem: RosterProblem;
  readonly split: ProblemSplit;
  readonly timeLimitSeconds: number;
  /** For planning the whole on; parts have one each, because workers share machines. */
  readonly threads: number;
}

type Found = Extract<OptimiseResult, { kind: 'roster' }>;

const LOOK_MILLIS = 400;
/** How long parts that were told to stop may take to hand in their best so far. */
const STOP_MILLIS = 25_000;
/** Share of the time kept for planning the whole on from the joined roster, where parts depend on each other. */
const MEND_FRACTION = 0.2;
const LEAST_SECONDS = 2;

/** Plans a roster run in parts on as many workers as there are, this one included, and joins them. */
@Injectable()
export class SplitRun {
  constructor(
    private readonly database: TenantDatabase,
    private readonly parts: RosterPartsRepository,
    private readonly planner: PartPlanner,
    private readonly queue: JobQueue,
  ) {}

  async plan(order: SplitOrder, run: JobRun): Promise<OptimiseResult> {
    const limitSeconds = await this.begin(order, run);
    let own: OptimiseProgress | null = null;
    let watching = true;
    const curve = new BestCostCurve();
    const watch = async (): Promise<void> => {
      while (watching) {
        const states = await this.parts.states(run.context, run.jobId);
        const { fraction, details } = progressOfParts(states, { jobId: run.jobId, own, limitSeconds });
        run.progress(fraction, { ...details, curve: curve.with(details.seconds, details.bestCost) });
        await sleep(LOOK_MILLIS);
      }
    };
    const watcher = watch().catch(() => undefined);
    try {
      await this.untilAllPlanned(run, (progress) => (own = progress));
    } finally {
      watching = false;
      await watcher;
    }
    return this.join(order, run);
  }

  /** Rows of the parts and jobs for further workers, once, however often the run is begun; seconds for each part. */
  private async begin({ problem, split, timeLimitSeconds }: SplitOrder, run: JobRun): Promise<number> {
    const workers = await this.parts.liveWorkers();
    const time = split.independent ? timeLimitSeconds : timeLimitSeconds * (1 - MEND_FRACTION);
    const limitSeconds = Math.max(LEAST_SECONDS, time * Math.min(1, workers / split.parts.length));
    const parts = split.parts.map((part) => ({
      part: part.id,
      agents: part.agentIds.length,
      input: { problem: partProblem(problem, part), seed: run.seed, timeLimitSeconds: limitSeconds },
    }));
    await this.database.withTenant(run.context, async () => {
      if (await this.parts.matches(run.context, run.jobId, parts)) return;
      await this.parts.clear(run.context, run.jobId);
      await this.parts.create(run.context, run.jobId, parts);
      for (let more = 1; more < parts.length; more++)
        await this.queue.enqueue(run.context, 'roster-part', { rosterJobId: run.jobId }, { subjectId: run.jobId });
    });
    return limitSeconds;
  }

  /** Plans parts here until none is left, and waits for those of others; takes over what a lost worker leaves. */
  private async untilAllPlanned(run: JobRun, onProgress: (progress: OptimiseProgress) => void): Promise<void> {
    let patience = STOP_MILLIS / LOOK_MILLIS;
    for (;;) {
      await this.planner.workOff(run.jobId, run, onProgress);
      const states = await this.parts.states(run.context, run.jobId);
      if (states.every(({ result }) => result !== null)) return;
      if (run.signal.aborted) {
        if (!(await this.parts.cancelRequested(run.context, run.jobId))) throw run.signal.reason;
        const running = await this.parts.running(run.context, run.jobId);
        for (const id of running) await this.queue.cancel(run.context, id);
        if (running.length === 0 || patience-- <= 0) throw run.signal.reason;
      }
      await sleep(LOOK_MILLIS);
    }
  }

  private async join(order: SplitOrder, run: JobRun): Promise<OptimiseResult> {
    const results = await this.parts.results(run.context, run.jobId);
    const infeasible = results.flatMap((each) => (each.kind === 'infeasible' ? each.agents : []));
    if (infeasible.length > 0) return { kind: 'infeasible', agents: infeasible };
    const nearest = order.split.independent ? [] : results.flatMap(nearestOf);
    const planned = results.filter((each): each is Found => each.kind === 'roster');
    const failed = results.find((each) => each.kind !== 'roster');
    if (failed && planned.length + nearest.length < results.length) return failed;
    const joined = joinParts(order.problem, order.split, [...planned, ...nearest]);
    const legal = joined.evaluation.hardBreaches === 0;
    const { aborted } = run.signal;
    if (legal && (joined.lowerBound !== null || aborted)) return foundOf(order.problem, joined, planned);
    const input: RosterComputeInput = {
      problem: order.problem,
      seed: run.seed,
      timeLimitSeconds: Math.max(LEAST_SECONDS, order.timeLimitSeconds * MEND_FRACTION),
      resumeFrom: joined.roster,
      threads: order.threads,
    };
    return aborted ? this.planner.mend(input) : this.planner.whole(input, run);
  }
}

/** A part that could not keep its rules across agents hands on the nearest it found: the whole mends it from there. */
function nearestOf(result: OptimiseResult): { readonly roster: Roster; readonly lowerBound: number }[] {
  return result.kind === 'team-rules-unmet' && result.roster ? [{ roster: result.roster, lowerBound: 0 }] : [];
}

/** Where sessions lie: independent parts each have their own. */
function sessionsOf(planned: readonly Found[]): Pick<Found, 'sessions'> {
  const own = planned.flatMap(({ sessions }) => sessions ?? []);
  if (own.length === 0) return {};
  return {
    sessions: { places: own.flatMap(({ places }) => places), unplaced: own.flatMap(({ unplaced }) => unplaced) },
  };
}

/** The joined roster as the engine would have answered it. Without a bound of the whole it is only known not to be negative. */
function foundOf(problem: RosterProblem, joined: JoinedRoster, planned: readonly Found[]): Found {
  const { evaluation, roster } = joined;
  const lowerBound = joined.lowerBound ?? 0;
  const sum = (of: (part: Found) => number): number => planned.reduce((total, part) => total + of(part), 0);
  return {
    kind: 'roster',
    roster,
    cost: evaluation.cost,
    parts: { ...evaluation.parts },
    ...sessionsOf(planned),
    lowerBound,
    gapHours: (evaluation.cost - lowerBound) / shortHourPrice(problem),
    requiredHours: sum((part) => part.requiredHours),
    unmet: planned.flatMap((part) => part.unmet),
    iterations: sum((part) => part.iterations),
    seconds: Math.max(0, ...planned.map((part) => part.seconds)),
    stoppedBy: worstStop(planned),
  };
}

function worstStop(planned: readonly Found[]): Found['stoppedBy'] {
  const order: Found['stoppedBy'][] = ['cancel', 'time', 'iterations', 'converged', 'optimal'];
  return order.find((each) => planned.some(({ stoppedBy }) => stoppedBy === each)) ?? 'optimal';
}
