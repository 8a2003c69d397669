import { addDays, instantOfLocal, MINUTE_MILLIS } from '@yotei/time';
import {
  coverageGrid,
  DEFAULT_WEIGHTS,
  tileActivities,
  type Agent,
  type RosterProblem,
  type Shift,
} from '../roster/index.js';
import { defaultRuleSettings } from '../rules/index.js';
import { createEvaluator, evaluateAgent, evaluateRoster } from './index.js';

const ZONE = 'Asia/Tokyo';
const STARTS_ON = '2026-11-02';
const SKILL_SETS = [['voice'], ['voice', 'chat'], ['chat'], ['voice', 'tech'], ['tech'], ['voice', 'chat', 'tech']];

/** A centre of so many agents with three queues, every rule on and demand near what the roster gives. */
function centreOf(agentCount: number): RosterProblem {
  const agents: Agent[] = Array.from({ length: agentCount }, (_, i) => ({
    id: `a${i}`,
    name: `Agent ${i}`,
    zone: ZONE,
    contractId: 'full',
    skillIds: SKILL_SETS[i % SKILL_SETS.length]!,
  }));
  const base: RosterProblem = {
    zone: ZONE,
    startsOn: STARTS_ON,
    weeks: 1,
    slotMinutes: 15,
    activityTypes: [
      { id: 'contact', title: 'Contact', paid: true, contactWork: true },
      { id: 'lunch', title: 'Lunch', paid: false, contactWork: false },
    ],
    contracts: [
      {
        id: 'full',
        title: 'Full',
        weeklyMinutesMin: 2400,
        weeklyMinutesMax: 2400,
        daysPerWeekMax: 5,
        templateIds: ['day'],
      },
    ],
    templates: [
      {
        id: 'day',
        title: 'Day',
        earliestStartMinute: 360,
        latestStartMinute: 780,
        startStepMinutes: 15,
        lengthMinutes: 540,
        activities: [
          { activityTypeId: 'lunch', lengthMinutes: 60, earliestStartMinutes: 180, latestStartMinutes: 300 },
        ],
      },
    ],
    agents,
    demand: [],
    rules: defaultRuleSettings(),
    timeOff: [],
    preferences: [],
    history: [],
    fixedShifts: [],
    weights: DEFAULT_WEIGHTS,
  };
  const grid = coverageGrid(base);
  const level = (slot: number) => Math.max(0, Math.sin(((slot % 96) / 96) * 2 * Math.PI - 2)) * (agentCount / 4);
  const demand = ['voice', 'chat', 'tech'].map((skillId) => ({
    queueId: skillId,
    skillId,
    grid,
    agentsToRoster: Array.from({ length: grid.count }, (_, slot) => level(slot)),
  }));
  return { ...base, demand };
}

/** Five days of work of agent `n`, starts spread over the window. */
function weekOf(n: number, shiftMinutes = 0): Shift[] {
  return [0, 1, 2, 3, 4].map((day) => {
    const startAt =
      instantOfLocal(addDays(STARTS_ON, (day + n) % 7), 360 + ((n * 15) % 420), ZONE) + shiftMinutes * MINUTE_MILLIS;
    const span = { startAt, endAt: startAt + 540 * MINUTE_MILLIS };
    const lunchAt = startAt + (180 + (n % 8) * 15) * MINUTE_MILLIS;
    const lunch = { activityTypeId: 'lunch', startAt: lunchAt, endAt: lunchAt + 60 * MINUTE_MILLIS };
    return { agentId: `a${n}`, ...span, templateId: 'day', activities: tileActivities(span, [lunch], 'contact') };
  });
}

const quantile = (sorted: readonly number[], p: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]!;

/** CPU milliseconds, which other programs on the machine change little. */
const cpuMillis = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function timed(times: number, work: (i: number) => void): number[] {
  const millis: number[] = [];
  for (let i = 0; i < times; i++) {
    const startedAt = cpuMillis();
    work(i);
    millis.push(cpuMillis() - startedAt);
  }
  return millis.sort((a, b) => a - b);
}

/** Full evaluation, one edit followed incrementally, and one agent judged alone; 1,000 agents x 7 days, 18 rules. */
export function bench({ quick }: { quick: boolean }) {
  const agentCount = 1000;
  const problem = centreOf(agentCount);
  const roster = { shifts: problem.agents.flatMap((_, n) => weekOf(n)) };
  const full = timed(quick ? 2 : 5, () => evaluateRoster(problem, roster));
  const evaluator = createEvaluator(problem, roster);
  const times = quick ? 400 : 2000;
  const replaced = (i: number, minutes: number) => {
    const id = `a${i % agentCount}`;
    const [, ...others] = evaluator.shiftsOf(id);
    evaluator.replaceShifts(id, [weekOf(i % agentCount, minutes)[0]!, ...others]);
  };
  const drag = timed(times, (i) => replaced(i, (i % 9) * 15));
  const fine = timed(times, (i) => replaced(i, (i % 9) * 5));
  const week = timed(times, (i) => evaluator.replaceShifts(`a${i % agentCount}`, weekOf(i % agentCount, (i % 5) * 60)));
  const alone = timed(quick ? 400 : 2000, (i) =>
    evaluateAgent(problem, `a${i % agentCount}`, weekOf(i % agentCount, 15)),
  );
  const name = (what: string) => `${what}, 1,000 agents × 7 days`;
  return [
    { name: name('full evaluation, median'), value: quantile(full, 0.5), unit: 'CPU ms' },
    {
      name: name('a shift dragged by quarter-hours, median'),
      value: quantile(drag, 0.5),
      unit: 'CPU ms',
      ratio: quantile(full, 0.5) / quantile(drag, 0.5),
      against: 'faster than in full',
    },
    { name: name('a shift dragged by quarter-hours, p99'), value: quantile(drag, 0.99), unit: 'CPU ms' },
    { name: name('a shift dragged off the grid by 5 minutes, p99'), value: quantile(fine, 0.99), unit: 'CPU ms' },
    { name: name('a whole week moved by hours, p99'), value: quantile(week, 0.99), unit: 'CPU ms' },
    { name: 'one agent judged by all rules, p99', value: quantile(alone, 0.99), unit: 'CPU ms' },
  ];
}
