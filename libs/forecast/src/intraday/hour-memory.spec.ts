import { RandomDraws } from '../../../../tests/kit/random-draws.js';
import { learnHourMemory, rememberedLog, type MemoryDay } from './hour-memory.js';

/** Days of ten open hours at 400 an hour: a level of 15 %, a wave of 10 % that keeps 60 % from hour to hour, Poisson counts. */
function days(count: number, { level, wave }: { level: number; wave: number }): MemoryDay[] {
  const draws = new RandomDraws(5);
  return Array.from({ length: count }, () => {
    const [forecast, actual] = [new Float64Array(24).fill(Number.NaN), new Float64Array(24).fill(Number.NaN)];
    const whole = level * draws.normal();
    let near = wave * draws.normal();
    for (let hour = 8; hour < 18; hour++) {
      near = 0.6 * near + 0.8 * wave * draws.normal();
      forecast[hour] = 400;
      actual[hour] = draws.poisson(400 * Math.exp(whole + near));
    }
    return { forecast, actual };
  });
}

const today = (values: Record<number, number>): MemoryDay => ({
  forecast: Float64Array.from({ length: 24 }, (_, hour) => (hour >= 8 && hour < 18 ? 400 : Number.NaN)),
  actual: Float64Array.from({ length: 24 }, (_, hour) => values[hour] ?? Number.NaN),
});

describe('the memory of the hours of a day', () => {
  const memory = learnHourMemory(days(300, { level: 0.15, wave: 0.1 }));

  it('is told apart into the level of the day, the wave of neighbours and the noise of counts', () => {
    expect(memory.level).toBeCloseTo(0.15 ** 2, 2);
    expect(memory.wave).toBeCloseTo(0.1 ** 2, 2);
    expect(memory.level + memory.wave).toBeGreaterThan(0.025);
    expect(memory.noise).toBeGreaterThan(0.7);
    expect(memory.noise).toBeLessThan(1.8);
  });

  it('carries a busy morning on in part, and the last hours more than the first', () => {
    const early = rememberedLog(memory, today({ 8: 520, 9: 520, 10: 400, 11: 400 }), 12);
    const late = rememberedLog(memory, today({ 8: 400, 9: 400, 10: 520, 11: 520 }), 12);
    expect(late).toBeGreaterThan(early);
    expect(late).toBeGreaterThan(0.05);
    // The whole of it would be log(460 / 400) = 0.14.
    expect(late).toBeLessThan(0.26);
  });

  it('says nothing where nothing is known, nothing is left, or hours never went together', () => {
    expect(rememberedLog(memory, today({}), 12)).toBe(0);
    expect(rememberedLog(memory, today({ 8: 500 }), 18)).toBe(0);
    const apart = learnHourMemory(days(300, { level: 0, wave: 0 }));
    expect(Math.abs(rememberedLog(apart, today({ 8: 600, 9: 600 }), 10))).toBeLessThan(0.05);
  });

  it('is kept from an outage: an hour far off counts as one that is half', () => {
    const halved = rememberedLog(memory, today({ 8: 400, 9: 400, 10: 400, 11: 198 }), 12);
    expect(rememberedLog(memory, today({ 8: 400, 9: 400, 10: 400, 11: 0 }), 12)).toBeCloseTo(halved, 3);
  });
});
