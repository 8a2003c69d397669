import { requiredAgents, requirementOf, type StaffingForecast, type StaffingPlan } from '../index.js';

const DAY_INTERVALS = 96;
const QUEUES = 10;
const HANDLE_SECONDS = 300;
const PATIENCE_SECONDS = 240;
const GOAL = { serviceLevelFraction: 0.8, answerWithinSeconds: 20 };
const MEASURE_MILLIS = 1500;

/** Contacts of a queue: a day's hump, few at night, days apart. No value twice. */
function contactsOf(queue: number, days: number): Float64Array {
  return Float64Array.from({ length: days * DAY_INTERVALS }, (_, index) => {
    const hour = (index % DAY_INTERVALS) / 4;
    const day = Math.floor(index / DAY_INTERVALS);
    const hump = Math.sin((Math.PI * (hour - 7)) / 14);
    return (5 + 20 * (queue + 1) * Math.max(0.05, hump)) * (1 + 0.2 * Math.sin(day)) * (1 + 1e-4 * (index % 97));
  });
}

function forecastOf(queue: number, days: number, rateCv?: number): StaffingForecast {
  const contacts = contactsOf(queue, days);
  return {
    grid: { startAt: Date.UTC(2026, 0, 5), stepMinutes: 15, count: contacts.length },
    zone: 'Europe/Berlin',
    contacts,
    averageHandleSeconds: contacts.map((_, index) => HANDLE_SECONDS + (index % 7)),
    rateCv,
  };
}

const PLAN: StaffingPlan = {
  modelId: 'erlang-a',
  goal: GOAL,
  patienceSeconds: PATIENCE_SECONDS,
  shrinkage: [
    { id: 'sickness', fraction: 0.06, planned: false },
    { id: 'lateness', fraction: 0.1, planned: false, weekdays: [1, 2, 3, 4, 5], fromMinute: 480, untilMinute: 540 },
  ],
};

/** Shortest of the runs within the time given: what the work takes when nothing else disturbs. */
function millisOf(work: () => number): number {
  const until = performance.now() + MEASURE_MILLIS;
  let best = Infinity;
  do {
    const startedAt = performance.now();
    if (!(work() > 0)) throw new Error('the benchmark computed nothing');
    best = Math.min(best, performance.now() - startedAt);
  } while (performance.now() < until);
  return best;
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + (value || 0), 0);

/** The same loads solved one by one and nothing else: the floor under a requirement of single intervals. */
function plainSolves(forecasts: readonly StaffingForecast[], modelId: string): number {
  let agents = 0;
  for (const { contacts, averageHandleSeconds } of forecasts) {
    for (let index = 0; index < contacts.length; index += 1) {
      const load = {
        contacts: contacts[index]!,
        intervalSeconds: 900,
        averageHandleSeconds: averageHandleSeconds[index]!,
        patienceSeconds: PATIENCE_SECONDS,
      };
      const answer = requiredAgents(modelId, load, GOAL);
      if (answer.kind === 'staffed') agents += answer.agents;
    }
  }
  return agents;
}

/** Milliseconds of a requirement of ten queues, against solving their loads one by one. */
export async function bench() {
  const rows = [];
  const week = Array.from({ length: QUEUES }, (_, queue) => forecastOf(queue, 7));
  const uncertainWeek = Array.from({ length: QUEUES }, (_, queue) => forecastOf(queue, 7, 0.05 + 0.01 * queue));
  const year = Array.from({ length: QUEUES }, (_, queue) => forecastOf(queue, 365));
  for (const modelId of ['erlang-a', 'erlang-c']) {
    const plan = { ...PLAN, modelId };
    const cases = [
      { name: 'a week', forecasts: week, staffedFor: { kind: 'point' } },
      { name: 'a week with the chance of meeting the goal', forecasts: uncertainWeek, staffedFor: { kind: 'point' } },
      {
        name: 'a week staffed for a chance of 90 %',
        forecasts: uncertainWeek,
        staffedFor: { kind: 'chance', chanceFraction: 0.9 },
      },
      { name: 'a week staffed on average', forecasts: uncertainWeek, staffedFor: { kind: 'expected' } },
      { name: 'a year', forecasts: year, staffedFor: { kind: 'point' } },
    ] as const;
    for (const { name, forecasts, staffedFor } of cases) {
      const value = millisOf(() =>
        forecasts.reduce((sum, one) => sum + total(requirementOf({ ...plan, staffedFor }, one).agentsToRoster), 0),
      );
      const plain = millisOf(() => plainSolves(forecasts, modelId));
      rows.push({
        name: `requirement of ${QUEUES} queues, 15 minutes, ${name}, ${modelId}`,
        value,
        unit: 'ms',
        ratio: value / plain,
        against: 'plain solves of the same loads',
      });
    }
  }
  return rows;
}
