import highsModule, { type Highs } from 'highs';
import { compareOnSmall, type SmallRosterOutcome } from '../kit/small-roster-check.js';

/** Cost units: both sides are sums of a few thousand doubles. */
const ROUNDING = 1e-4;
/** All 500 take about ten minutes: `YOTEI_SMALL_ROSTERS=500`; a run of everything takes the first of them. */
const PROBLEMS = Number(process.env['YOTEI_SMALL_ROSTERS'] ?? 40);

describe(`${PROBLEMS} small rosters against their proved optimum`, () => {
  const outcomes: SmallRosterOutcome[] = [];
  const proved = () => outcomes.flatMap(({ costs }) => (costs ? [costs] : []));

  beforeAll(async () => {
    const highs: Highs = await highsModule.default();
    for (let seed = 0; seed < PROBLEMS; seed++) outcomes.push(compareOnSmall(seed, highs));
  }, 3_600_000);

  it('the bound is never above the best roster, and no roster of the engine is below it', () => {
    for (const { engine, best, bound } of proved()) {
      expect(bound).toBeLessThanOrEqual(best + ROUNDING);
      expect(engine).toBeGreaterThanOrEqual(best - ROUNDING);
    }
  });

  it('the engine finds the best roster of most, and stays within half a per cent of it in all', () => {
    const missed = proved().filter(({ engine, best }) => engine > best + ROUNDING);
    expect(proved().length).toBeGreaterThan(0.8 * PROBLEMS);
    expect(missed.length).toBeLessThan(0.15 * proved().length);
    for (const { seed, costs } of outcomes)
      if (costs && costs.engine > costs.best + ROUNDING)
        process.stderr.write(`seed ${seed}: engine ${costs.engine}, best ${costs.best}, bound ${costs.bound}\n`);
    for (const { engine, best } of missed) expect(engine).toBeLessThan(1.005 * best + 1);
  });
});
