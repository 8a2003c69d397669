import { RandomDraws } from '../../../../../tests/kit/random-draws.js';
import { survivalSteps, type DurationSample } from '../distributions/duration-sample.js';
import { DurationTally } from '../duration-tally.js';
import { hazardByWait } from './hazard.js';
import { patienceValues } from './patience-values.js';

/** Patience drawn, cut off at an offered wait; whole seconds. */
function sampleOf(
  count: number,
  patience: (draws: RandomDraws) => number,
  offered: (draws: RandomDraws) => number,
): DurationSample {
  const draws = new RandomDraws(1);
  const [ended, cut] = [new DurationTally(), new DurationTally()];
  for (let i = 0; i < count; i += 1) {
    const [a, b] = [Math.round(patience(draws)), Math.round(offered(draws))];
    (a < b ? ended : cut).add(Math.min(a, b));
  }
  return { ended: ended.tallied(), cut: cut.tallied(1) };
}

describe('hazard by wait', () => {
  it('is abandonments over the seconds waited inside the band', () => {
    // Waits 3 (left), 8 (left), 12 and 20 (answered): 0-5 s: 3 + 5 + 5 + 5 = 18 s; 5-10 s: 3 + 5 + 5 = 13 s; 10-20 s: 2 + 10 = 12 s.
    const one = (...values: number[]) => ({
      values: Float64Array.from(values),
      counts: Float64Array.from(values, () => 1),
    });
    const bands = hazardByWait({ ended: one(3, 8), cut: one(12, 20) });
    expect(bands.map(({ waitedSeconds, abandonedCount }) => [waitedSeconds, abandonedCount])).toEqual([
      [18, 1],
      [13, 1],
      [12, 0],
    ]);
    expect(bands[0]!.perSecond).toBeCloseTo(1 / 18, 12);
    // Nobody of 12 s: at 0.307 a second the chance of none is 2.5 %.
    expect(bands[2]).toMatchObject({ perSecond: 0, low: 0, high: -Math.log(0.025) / 12 });
  });

  it('is flat for an exponential patience', () => {
    const bands = hazardByWait(
      sampleOf(
        30_000,
        (draws) => draws.exponential(200),
        (draws) => draws.exponential(100),
      ),
    );
    for (const { low, high, abandonedCount } of bands.slice(1))
      // the first band holds the rounding of 0
      if (abandonedCount > 50) expect(low < 1.1 / 200 && 0.9 / 200 < high).toBe(true);
  });
});

describe('patience as equally likely values', () => {
  it('goes on beyond the waits seen with the rate of those who wait longest', () => {
    const sample = sampleOf(
      30_000,
      (draws) => draws.exponential(200),
      (draws) => Math.min(90, draws.exponential(100)),
    );
    const { values, observedUntilSeconds, tailFraction } = patienceValues(
      survivalSteps(sample),
      hazardByWait(sample),
      200,
    );
    expect(observedUntilSeconds).toBeLessThanOrEqual(90);
    expect(tailFraction).toBeCloseTo(Math.exp(-90 / 200), 1);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    expect(Math.abs(mean / 200 - 1)).toBeLessThan(0.06);
    expect(values.every((value, i) => value >= (values[i - 1] ?? 0))).toBe(true);
  });

  it('keeps a crowd that leaves at once', () => {
    const sample = sampleOf(
      20_000,
      (draws) => (draws.uniform() < 0.2 ? 1 : 30 + draws.exponential(300)),
      (draws) => 2 + draws.exponential(60),
    );
    const { values } = patienceValues(survivalSteps(sample), hazardByWait(sample), 200);
    expect(values.filter((value) => value <= 2).length / 200).toBeCloseTo(0.2, 1);
    expect(values.filter((value) => value > 2 && value < 29).length).toBeLessThanOrEqual(1);
  });
});
