import { disturbedDay } from '../../../../tests/kit/repair-case.js';
import { proposeRepairs } from './index.js';

interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const AGENTS = 1_000;
const ROUNDS = 5;

/** Processor time: other work on the machine does not count. */
function cpuMillis(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Half past nine in a centre of 1,000 agents: too few for two hours, too many after, twenty did not come. */
export function bench(): BenchRow[] {
  const given = disturbedDay({
    seed: 3,
    agents: AGENTS,
    day: 1,
    hour: 9.5,
    factors: [1.2, 1, 1.3, 0.8],
    missing: Array.from({ length: 20 }, (_, i) => i * 41),
    trainings: Array.from({ length: 40 }, (_, i) => i * 23),
    bound: true,
  });
  let found = proposeRepairs(given);
  const times = Array.from({ length: ROUNDS }, () =>
    // A new problem each time: nothing kept from the round before.
    cpuMillis(() => void (found = proposeRepairs({ ...given, problem: { ...given.problem } }))),
  ).sort((a, b) => a - b);
  return [
    { name: `actions for a day of ${AGENTS} agents`, value: found.actions.length, unit: 'actions' },
    {
      name: 'shifts in it',
      value: given.shifts.filter(({ startAt }) => startAt < given.untilAt).length,
      unit: 'shifts',
    },
    { name: 'answer, median', value: times[Math.floor(ROUNDS / 2)]!, unit: 'ms CPU' },
    { name: 'answer, slowest', value: times.at(-1)!, unit: 'ms CPU' },
  ];
}
