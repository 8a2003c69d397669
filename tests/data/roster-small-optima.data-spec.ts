import highsModule, { type Highs } from 'highs';
import { compareOnSmall, type SmallRosterOutcome } from '../kit/small-roster-check.js';

/** Cost units: both sides are sums of a few thousand doubles. */
const ROUNDING = 1e-4;
/** All 500 take about ten minutes: `YOTEI_SMALL_ROSTERS=500`; a run of everything takes the first of them. */
const PROBLEMS = Number(process.env['YOTEI_SMALL_ROSTERS'] ?? 40);
/** The first seed, so that all can be run in pieces. */
const FROM = Number(process.env['YOTEI_SMALL_ROSTERS_FROM'] ?? 0);

describe(`${PROBLEMS} small rosters from seed ${FROM} against their proved optimum`, () => {
  const outcomes: SmallRosterOutcome[] = [];
  const proved = () => outcomes.flatMap(({ costs }) => (costs ? [costs] : []));

  beforeAll(async () => {
    const highs: Highs = await highsModule.default();
    for (let seed = FROM; seed < FROM + PROBLEMS; seed++) outcomes.push(compareOnSmall(seed, highs));
  }, 3_600_000);

  it('the bound is never above the best roster, and no roster of the engine is below it', () => {
    for (const { engine, best, bound } of proved()) {
      expect(bound).toBeLessThanOrEqual(best + ROUNDING);
      expect(engine).toBeGreaterThanOrEqual(best - ROUNDING);
    }
  });

  it('the engine finds the best roster of every one, and proves it', () => {
    expect(proved().length).toBeGreaterThan(0.8 * PROBLEMS);
    const missed = outcomes.filter(({ costs }) => costs && costs.engine > costs.best + ROUNDING);
    const unproven = outcomes.filter(({ costs }) => costs && costs.bound < costs.best - ROUNDING);
    expect(missed).toEqual([]);
    expect(unproven).toEqual([]);
  });
});
