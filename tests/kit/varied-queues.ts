import type { QueueHistory } from '@yotei/forecast';
import { queueHistory, type HistoryPlan } from './queue-history-builder.js';
import { RandomDraws } from './random-draws.js';

/** What an invented queue is like; contacts are drawn by a gamma day level and Poisson counts in each interval. */
interface QueueCharacter {
  readonly name: string;
  readonly fromOn?: string;
  readonly days?: number;
  readonly stepMinutes?: number;
  /** Expected contacts of an interval; NaN = closed. */
  readonly rate: (at: { on: string; weekday: number; minuteOfDay: number; dayIndex: number }) => number;
  /** Standard deviation of the day's level relative to the expected one. */
  readonly dayNoise?: number;
  /** Share of a day's deviation that the next day inherits. */
  readonly memory?: number;
  /** Share of days that are multiplied by a factor between a third and three. */
  readonly oddDays?: number;
}

const office = (minuteOfDay: number) => minuteOfDay >= 480 && minuteOfDay < 1080;
const twoHumps = (minuteOfDay: number) =>
  0.4 + Math.exp(-(((minuteOfDay - 640) / 110) ** 2)) + 0.7 * Math.exp(-(((minuteOfDay - 890) / 140) ** 2));
const roundTheClock = (minuteOfDay: number) =>
  0.15 + 0.85 * Math.max(0, Math.sin(((minuteOfDay - 300) * Math.PI) / 1200));
const mondays = (weekday: number) => (weekday === 1 ? 1.35 : weekday === 5 ? 0.85 : 1);
const closed = Number.NaN;

const CHARACTERS: readonly QueueCharacter[] = [
  {
    name: 'office, 4 contacts an interval',
    rate: ({ weekday, minuteOfDay }) =>
      weekday > 5 || !office(minuteOfDay) ? closed : 4 * mondays(weekday) * twoHumps(minuteOfDay),
    dayNoise: 0.15,
    memory: 0.5,
  },
  {
    name: 'office, 40 contacts an interval, growing 1 % a week',
    rate: ({ weekday, minuteOfDay, dayIndex }) =>
      weekday > 5 || !office(minuteOfDay)
        ? closed
        : 40 * 1.01 ** (dayIndex / 7) * mondays(weekday) * twoHumps(minuteOfDay),
    dayNoise: 0.08,
    memory: 0.6,
  },
  {
    name: 'round the clock, 60 contacts an interval at the peak',
    rate: ({ weekday, minuteOfDay }) => 60 * (weekday > 5 ? 0.6 : mondays(weekday)) * roundTheClock(minuteOfDay),
    dayNoise: 0.07,
    memory: 0.5,
  },
  {
    name: 'round the clock, half a contact an interval',
    rate: ({ minuteOfDay }) => 0.5 * roundTheClock(minuteOfDay),
    dayNoise: 0.2,
  },
  {
    name: 'weekends only',
    days: 300,
    rate: ({ weekday, minuteOfDay }) =>
      weekday < 6 || !office(minuteOfDay) ? closed : (weekday === 6 ? 30 : 18) * twoHumps(minuteOfDay),
    dayNoise: 0.12,
    memory: 0.4,
  },
  {
    name: 'intermittent, bursts on one day in six',
    rate: ({ weekday, minuteOfDay, dayIndex }) =>
      weekday > 5 || !office(minuteOfDay) ? closed : (dayIndex * 7919) % 6 === 0 ? 6 : 0.2,
    dayNoise: 0.3,
  },
  {
    name: 'a level that fell by a third and stayed there',
    rate: ({ weekday, minuteOfDay, dayIndex }) =>
      weekday > 5 || !office(minuteOfDay)
        ? closed
        : (dayIndex < 150 ? 45 : 30) * mondays(weekday) * twoHumps(minuteOfDay),
    dayNoise: 0.07,
    memory: 0.4,
  },
  {
    name: 'billing in the first days of the month',
    rate: ({ on, weekday, minuteOfDay }) => {
      const dayOfMonth = Number(on.slice(8));
      const billing = dayOfMonth <= 3 ? 1.5 : dayOfMonth <= 6 ? 1.2 : 1;
      return weekday > 6 || !office(minuteOfDay) ? closed : 35 * billing * mondays(weekday) * twoHumps(minuteOfDay);
    },
    dayNoise: 0.06,
    memory: 0.3,
  },
  {
    name: 'a shape that moves from morning to evening over half a year',
    rate: ({ weekday, minuteOfDay, dayIndex }) => {
      if (weekday > 5 || !office(minuteOfDay)) return closed;
      const evening = Math.min(1, dayIndex / 200);
      return (
        40 *
        mondays(weekday) *
        (0.4 +
          (1 - evening) * Math.exp(-(((minuteOfDay - 600) / 100) ** 2)) +
          evening * Math.exp(-(((minuteOfDay - 960) / 100) ** 2)))
      );
    },
    dayNoise: 0.08,
    memory: 0.5,
  },
  {
    name: 'odd days, one in twenty',
    rate: ({ weekday, minuteOfDay }) =>
      weekday > 5 || !office(minuteOfDay) ? closed : 50 * mondays(weekday) * twoHumps(minuteOfDay),
    dayNoise: 0.08,
    memory: 0.5,
    oddDays: 0.05,
  },
  {
    name: 'summer peak, two years of days',
    days: 730,
    stepMinutes: 1440,
    rate: ({ weekday, dayIndex }) =>
      900 * (weekday > 5 ? 0.55 : mondays(weekday)) * (1 + 0.5 * Math.exp(-((((dayIndex % 365) - 215) / 30) ** 2))),
    dayNoise: 0.07,
    memory: 0.6,
  },
  {
    name: 'nine weeks of a new office queue',
    days: 63,
    rate: ({ weekday, minuteOfDay }) =>
      weekday > 5 || !office(minuteOfDay) ? closed : 20 * mondays(weekday) * twoHumps(minuteOfDay),
    dayNoise: 0.12,
    memory: 0.5,
  },
];

/** A queue of every kind the methods must not fail on, by its name; the seed decides every count. */
export function variedQueues(seed: number): ReadonlyMap<string, QueueHistory> {
  return new Map(CHARACTERS.map((character, index) => [character.name, inventQueue(character, seed + index)]));
}

function inventQueue(character: QueueCharacter, seed: number): QueueHistory {
  const { fromOn = '2025-01-06', days = 252, stepMinutes = 30, dayNoise = 0, memory = 0, oddDays = 0 } = character;
  const draws = new RandomDraws(seed);
  let deviation = 0;
  const levels = Array.from({ length: days }, () => {
    deviation = memory * deviation + Math.sqrt(1 - memory * memory) * dayNoise * draws.normal();
    const odd = draws.uniform() < oddDays ? 3 ** (2 * draws.uniform() - 1) : 1;
    return odd * Math.exp(deviation - dayNoise ** 2 / 2);
  });
  const contacts: HistoryPlan['contacts'] = (at) => {
    const rate = character.rate(at) * levels[at.dayIndex]!;
    return Number.isNaN(rate) ? Number.NaN : draw(draws, rate);
  };
  return queueHistory({ fromOn, days, stepMinutes, contacts });
}

/** A count of that mean, twice as spread as Poisson's. */
function draw(draws: RandomDraws, mean: number): number {
  return draws.poisson(draws.gamma(Math.max(mean, 1e-6), 1));
}
