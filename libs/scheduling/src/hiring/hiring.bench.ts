import { largeCapacityPlan } from '../../../../tests/kit/capacity-plans.js';
import { loadSolver } from '../solver/index.js';
import { capacityRisk, evaluateCapacity } from '../capacity/index.js';
import { proposeHiring } from './index.js';

interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** CPU seconds of one run. */
function cpuSeconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** 78 weeks of 20 skills, five of them tied by cross-training: a hiring plan, its evaluation, its risk. */
export async function bench(): Promise<readonly BenchRow[]> {
  const solve = await loadSolver();
  const plan = largeCapacityPlan(20, 78);
  let proposal: ReturnType<typeof proposeHiring> | undefined;
  const solved = cpuSeconds(() => (proposal = proposeHiring(plan, { solve, keep: false })));
  const { classes, moves, gapFraction, isWithinGap, cost, costBefore } = proposal!;
  const filled = { ...plan, classes, moves };
  const evaluated = cpuSeconds(() => evaluateCapacity(filled));
  const risk = cpuSeconds(() => capacityRisk(filled, { seed: 1 }));
  return [
    { name: 'hiring plan of 78 weeks x 20 skills', value: solved, unit: 'CPU s' },
    { name: '  may lie above the best by', value: 100 * gapFraction, unit: '%' },
    { name: '  within the gap asked for', value: Number(isWithinGap), unit: '1 = yes' },
    { name: '  classes', value: classes.length, unit: '' },
    { name: '  cost saved', value: 100 * (1 - cost / costBefore), unit: '%' },
    { name: 'evaluation', value: 1000 * evaluated, unit: 'CPU ms' },
    { name: 'risk over 400 paths', value: risk, unit: 'CPU s' },
  ];
}
