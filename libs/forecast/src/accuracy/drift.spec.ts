import { addDays } from '@yotei/time';
import { seededRandom } from '../seeded-random.js';
import { detectDrift, type DriftDay } from './drift.js';

const DAYS = 65; // 13 weeks of five days
const SPREAD = 0.05;

/** Normal errors by Box and Muller, each leaning on the one before by `correlation`. */
function normalErrors(random: () => number, correlation = 0): number[] {
  const errors: number[] = [];
  for (let i = 0; i < DAYS; i++) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const before = i === 0 ? null : errors[i - 1]!;
    errors.push(before === null ? normal : correlation * before + Math.sqrt(1 - correlation ** 2) * normal);
  }
  return errors.map((error) => error * SPREAD);
}

const daysOf = (errors: readonly number[], promisedError: number | null = 0.04): DriftDay[] =>
  errors.map((error, i) => ({
    on: addDays('2026-01-05', i),
    forecast: 1000,
    actual: 1000 * (1 + error),
    promisedError,
  }));

function shareWarned(correlation: number, change: (errors: number[]) => number[] = (errors) => errors): number {
  const random = seededRandom(11);
  const queues = 1000;
  let warned = 0;
  for (let queue = 0; queue < queues; queue++) {
    const errors = change(normalErrors(random, correlation));
    // As somebody asks who looks once a week, from the third week on.
    const asked = Array.from({ length: DAYS / 5 - 2 }, (_, week) => 15 + 5 * week);
    if (asked.some((until) => detectDrift(daysOf(errors.slice(0, until))) !== null)) warned++;
  }
  return warned / queues;
}

describe('the drift warning', () => {
  it('is false for about one queue in a hundred within 13 weeks when the errors of days are independent', () => {
    expect(shareWarned(0)).toBeLessThan(0.02);
  });

  it('is false for at most one in twelve when neighbouring days correlate by 0.3', () => {
    const share = shareWarned(0.3);
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(1 / 12);
  });

  it('finds a lean of one and a half standard deviations within three weeks, in most queues', () => {
    const leaning = (errors: number[]) => errors.map((error, i) => (i >= 50 ? error + 1.5 * SPREAD : error));
    expect(shareWarned(0, leaning)).toBeGreaterThan(0.7);
  });

  it('says since when, to which side and by how much', () => {
    const wobble = Array.from({ length: 60 }, (_, i) => 0.03 * Math.sin(i * 2.1));
    const grown = daysOf(wobble.map((error, i) => (i >= 40 ? error + 0.12 : error)));
    const drift = detectDrift(grown)!;
    expect(drift.direction).toBe('more');
    expect(drift.size).toBeCloseTo(0.12, 1);
    expect([39, 40, 41].map((i) => addDays('2026-01-05', i))).toContain(drift.sinceOn);
    expect(drift.statistic).toBeGreaterThan(drift.limit);
    const shrunk = detectDrift(daysOf(wobble.map((error, i) => (i >= 40 ? error - 0.12 : error))))!;
    expect(shrunk).toMatchObject({ direction: 'fewer' });
    expect(shrunk.size).toBeLessThan(-0.1);
  });

  it('ends within days once the forecast is right again, and is not raised by one wild day', () => {
    const wobble = Array.from({ length: 60 }, (_, i) => 0.03 * Math.sin(i * 2.1));
    const mended = wobble.map((error, i) => (i >= 30 && i < 50 ? error + 0.12 : error));
    expect(detectDrift(daysOf(mended.slice(0, 50)))).not.toBeNull();
    expect(detectDrift(daysOf(mended))).toBeNull();
    expect(detectDrift(daysOf(wobble.map((error, i) => (i === 59 ? 3 : error))))).toBeNull();
  });

  it('does not warn before there are two weeks of days, nor of a forecast that is always right', () => {
    expect(detectDrift(daysOf(Array.from({ length: 13 }, () => 0.5)))).toBeNull();
    expect(
      detectDrift(
        daysOf(
          Array.from({ length: 30 }, () => 0),
          null,
        ),
      ),
    ).toBeNull();
  });
});
