import { demoWeekProblem } from '../../../../tests/kit/demo-week.js';
import { plainAnnealing } from '../../../../tests/kit/plain-annealing.js';
import { optimiseRoster } from './optimise-roster.js';
import { shortHourPrice } from './short-hour-price.js';

const SECONDS = 5;
const SEED = 1;

/** The demo centre's next week: 60 agents, two sites, five queues; from its history to a roster by the real libraries. */
export async function bench() {
  const nowMillis = () => performance.now();
  const begun = nowMillis();
  const problem = demoWeekProblem('2026-11-18', '2026-11-23');
  const prepared = (nowMillis() - begun) / 1_000;
  const result = optimiseRoster(problem, { seed: SEED, timeLimitSeconds: SECONDS, nowMillis });
  if (result.kind !== 'roster') throw new Error(`the demo week (${result.kind}) must have a roster`);
  const peerCost = plainAnnealing(problem, { seed: SEED, seconds: SECONDS, nowMillis });
  const peerGapHours = (peerCost - result.lowerBound) / shortHourPrice(problem);
  return [
    { name: 'demo week: history, forecast of five queues, requirement', value: prepared, unit: 's' },
    { name: 'demo week: hours required', value: result.requiredHours, unit: 'agent-hours' },
    {
      name: `demo week: gap to the bound after ${SECONDS} s`,
      value: result.gapHours,
      unit: 'agent-hours',
      ratio: result.gapHours / peerGapHours,
      against: 'gap of plain annealing, same time',
    },
  ];
}
