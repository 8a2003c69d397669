import { capacityRisk, type CapacityPlan } from '@yotei/scheduling/capacity';
import { planToFill, proposeHiring } from '@yotei/scheduling/hiring';
import { loadSolver } from '@yotei/scheduling/solver';
import type { ComputeHooks } from '../../platform/jobs/job-definition.js';
import type { StoredProposal } from './capacity-plans.repository.js';

export interface HiringComputeInput {
  readonly plan: CapacityPlan;
  readonly keep: boolean;
  readonly seconds: number;
  readonly seed: number;
}

/** Part of the progress that is the optimiser's; the rest is drawing what may come. */
const SOLVING = 0.8;

/** Runs in a worker thread: the hiring plan, then the plan with it against what may come. */
export async function compute(input: HiringComputeInput, hooks: ComputeHooks): Promise<StoredProposal> {
  const { plan, keep, seconds, seed } = input;
  const shouldStop = (): boolean => hooks.isCancelled();
  const proposal = proposeHiring(plan, {
    ...{ solve: await loadSolver(), keep, seconds, shouldStop },
    onProgress: (fraction) => hooks.progress(SOLVING * fraction),
  });
  const base = planToFill(plan, keep);
  const filled = {
    ...base,
    classes: [...base.classes, ...proposal.classes],
    moves: [...base.moves, ...proposal.moves],
  };
  const risk = capacityRisk(filled, { seed, shouldStop });
  hooks.progress(1);
  return { ...proposal, risk };
}
