import type { ScenarioBase, ScenarioChange, ScenarioQueue } from './index.js';
import { answerScenario, createScenarioRun } from './index.js';

const DAY_INTERVALS = 96;
const QUEUES = 10;
const GRID = { startAt: Date.UTC(2026, 10, 23), stepMinutes: 15, count: 7 * DAY_INTERVALS };
const MOVES = 3;

/** Contacts of a queue: a day's hump, few at night, days apart. No value twice. */
function contactsOf(queue: number): Float64Array {
  return Float64Array.from({ length: GRID.count }, (_, index) => {
    const hour = (index % DAY_INTERVALS) / 4;
    const hump = Math.sin((Math.PI * (hour - 7)) / 14);
    const day = Math.floor(index / DAY_INTERVALS);
    return (5 + 20 * (queue + 1) * Math.max(0.05, hump)) * (1 + 0.2 * Math.sin(day)) * (1 + 1e-4 * (index % 97));
  });
}

function queueOf(queue: number, withRoster: boolean): ScenarioQueue {
  const contacts = contactsOf(queue);
  return {
    id: `q${queue}`,
    title: `Queue ${queue}`,
    channel: 'phone',
    skillId: `q${queue}`,
    plan: {
      modelId: 'erlang-a',
      goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
      patienceSeconds: 240,
      shrinkage: [{ id: 'sickness', fraction: 0.05, planned: false }],
    },
    agents: withRoster ? contacts.map((count) => Math.ceil((count * 300) / 900 + Math.sqrt(count / 3))) : null,
    forecast: {
      grid: GRID,
      zone: 'Europe/Berlin',
      contacts,
      averageHandleSeconds: contacts.map((_, index) => 300 + (index % 7)),
      rateCv: 0.05 + 0.01 * queue,
    },
  };
}

function baseOf(withRoster: boolean): ScenarioBase {
  const queues = Array.from({ length: QUEUES }, (_, queue) => queueOf(queue, withRoster));
  return {
    grid: GRID,
    zone: 'Europe/Berlin',
    queues,
    people: {
      headcountBySkill: queues.map(({ id }) => ({ skillId: id, agents: 40, paidHoursPerWeek: 38 })),
      fullTimeHoursPerWeek: 38,
      paidBreakFraction: 0.04,
    },
    costs: {
      currency: 'EUR',
      wages: [{ perPaidHour: 18 }],
      onCostFraction: 0.21,
      premiums: [{ kind: 'night', fromMinute: 1320, untilMinute: 300, fraction: 0.25 }],
      channels: [{ channel: 'phone', perContact: 0.02, perHandleMinute: 0.01 }],
      botPerDeflectedContact: 0.2,
      penalties: [{ per: 'day', kind: 'flat', amount: 100 }],
      outsourcing: [],
    },
  };
}

/** A slider: the same change at one step after another. */
const SLIDERS: readonly { readonly name: string; readonly at: (step: number) => ScenarioChange }[] = [
  { name: 'contacts of all queues', at: (step) => ({ kind: 'volume', factor: 1 + 0.02 * step }) },
  { name: 'handle time of all queues', at: (step) => ({ kind: 'handle-time', addSeconds: 3 * step }) },
  { name: 'contacts of one queue', at: (step) => ({ kind: 'volume', queueIds: ['q3'], factor: 1 + 0.02 * step }) },
  {
    name: 'goal of all queues',
    at: (step) => ({ kind: 'goal', goal: { serviceLevelFraction: 0.8 + 0.01 * step, answerWithinSeconds: 20 } }),
  },
  {
    name: 'self-service of one queue',
    at: (step) => ({ kind: 'deflection', queueIds: ['q3'], deflectedFraction: 0.02 * step }),
  },
  {
    name: 'shrinkage of all queues',
    at: (step) => ({ kind: 'shrinkage', reason: { id: 'sickness', fraction: 0.05 + 0.005 * step, planned: false } }),
  },
  { name: 'two more absences a step', at: (step) => ({ kind: 'absence', fromOn: '2026-11-23', agents: 2 * step }) },
  { name: 'wages', at: (step) => ({ kind: 'wages', factor: 1 + 0.01 * step }) },
];

/** Mean CPU milliseconds of one move; the first moves are left out, as a slider's hand has them before it looks. */
function millisOfMove(move: (step: number) => number): number {
  move(1);
  const from = process.cpuUsage();
  for (let step = 2; step < 2 + MOVES; step += 1)
    if (!(move(step) > 0)) throw new Error('the benchmark computed nothing');
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000 / MOVES;
}

/** CPU milliseconds of a slider's move on ten queues of a week, against computing everything anew. */
export async function bench() {
  const rows = [];
  for (const withRoster of [false, true]) {
    const base = baseOf(withRoster);
    const run = createScenarioRun(base);
    run.answer([]);
    for (const { name, at } of SLIDERS) {
      const value = millisOfMove((step) => run.answer([at(step)]).total.requiredHours);
      const whole = millisOfMove((step) => {
        const fresh = { ...base, queues: base.queues.map((queue) => ({ ...queue, forecast: { ...queue.forecast } })) };
        return answerScenario(fresh, [at(step)]).total.requiredHours;
      });
      rows.push({
        name: `a move of a slider, 10 queues x 672 intervals, ${withRoster ? 'with rosters' : 'as required'}: ${name}`,
        value,
        unit: 'ms of CPU',
        ratio: value / whole,
        against: 'everything computed anew',
      });
    }
  }
  return rows;
}
