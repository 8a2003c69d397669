import { rateFactorAt } from './gamma-rate.js';
import { DayMargins, type RateCorrelation } from './period-chance.js';
import { NODE_LEVELS } from './rate-nodes.js';
import { RandomSource } from '../../optimiser/random-source.js';

/** Margins of an interval at the levels of its rate: straight, bent and steep ones. */
const margin = (z: number, kind: number): number => {
  const factor = rateFactorAt(z, 0.2);
  if (kind === 0) return factor * (1.1 - factor);
  return kind === 1 ? factor * (0.15 - 0.1 * factor ** 4) : -0.02 + 0.1 * Math.tanh(-2 * z);
};
const atLevels = (kind: number): Float64Array[] => [Float64Array.from(NODE_LEVELS, (z) => margin(z, kind))];

function dayOf(count: number, correlation: number): DayMargins {
  const day = new DayMargins(1, correlation);
  for (let index = 0; index < count; index += 1) day.add(atLevels(index % 3));
  return day;
}

/** Margins by straight lines between close levels: drawing needs a million of them. */
const TABLE = [0, 1, 2].map((kind) => Float64Array.from({ length: 1201 }, (_, index) => margin(index / 100 - 6, kind)));
const fromTable = (z: number, kind: number): number => {
  const at = Math.min(1199.99, Math.max(0, 100 * (z + 6)));
  const low = TABLE[kind]![Math.floor(at)]!;
  return low + (at % 1) * (TABLE[kind]![Math.floor(at) + 1]! - low);
};

const TRIALS = 4000;
const INTERVALS = 12;

/** The same for weeks of so many days, drawn at random. */
function drawn(days: number, correlation: RateCorrelation): number {
  const { withinDay, betweenDays } = correlation;
  const random = new RandomSource(7);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction());
  let met = 0;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const week = Math.sqrt(betweenDays) * normal();
    let sum = 0;
    for (let on = 0; on < days; on += 1) {
      const day = Math.sqrt(withinDay) * (week + Math.sqrt(1 - betweenDays) * normal());
      for (let index = 0; index < INTERVALS; index += 1)
        sum += fromTable(day + Math.sqrt(1 - withinDay) * normal(), index % 3);
    }
    met += Number(sum >= 0);
  }
  return met / TRIALS;
}

describe('the chance of a day whose rates go together', () => {
  // Standard error of 4,000 draws: 0.008. Without correlation a sum of 12 skewed margins is not quite normal.
  it.each([
    [0, 0.06],
    [0.3, 0.03],
    [0.7, 0.025],
    [1, 0.025],
  ])('is that of random days, correlation %d', (withinDay, tolerance) => {
    const exact = dayOf(INTERVALS, withinDay).chanceToMeet();
    expect(Math.abs(exact - drawn(1, { withinDay, betweenDays: 0 }))).toBeLessThan(tolerance);
  });

  it('is certain where every margin is good, and none where all are bad', () => {
    const good = new DayMargins(1, 0.7);
    good.add([new Float64Array(NODE_LEVELS.length).fill(3)]);
    expect(good.chanceToMeet()).toBeCloseTo(1, 12);
    const bad = new DayMargins(1, 0.7);
    bad.add([new Float64Array(NODE_LEVELS.length).fill(-3)]);
    expect(bad.chanceToMeet()).toBeCloseTo(0, 12);
  });

  it('is that of the goal that holds least often', () => {
    const day = new DayMargins(2, 0.5);
    day.add([new Float64Array(NODE_LEVELS.length).fill(1), atLevels(0)[0]!]);
    const alone = new DayMargins(1, 0.5);
    alone.add(atLevels(0));
    expect(day.chanceToMeet()).toBe(alone.chanceToMeet());
  });

  // Five days are few for a normal sum when they have nothing in common.
  it.each([
    [0, 0.06],
    [0.5, 0.03],
    [1, 0.025],
  ])('and of a week is that of random weeks, correlation of its days %d', (betweenDays, tolerance) => {
    const days = Array.from({ length: 5 }, () => dayOf(INTERVALS, 0.7));
    const exact = DayMargins.chanceTogether(days, betweenDays);
    expect(Math.abs(exact - drawn(5, { withinDay: 0.7, betweenDays }))).toBeLessThan(tolerance);
  });

  it('refuses a correlation that is none', () => {
    expect(() => new DayMargins(1, 1.2)).toThrow('rate correlation (1.2) must be 0..1');
  });
});
