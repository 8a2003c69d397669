import { accuracyOf } from './accuracy-measures.js';
import { scoreDay, type DaySeries, type DayToScore } from './day-score.js';

const NONE = Number.NaN;
const series = (contacts: number[], seconds: number[] = contacts.map(() => NONE)): DaySeries => ({
  contacts: Float64Array.from(contacts),
  averageHandleSeconds: Float64Array.from(seconds),
});
/** Four intervals; the first is closed. */
const actual = series([NONE, 12, 16, 22], [NONE, 300, 200, 100]);
const base = series([NONE, 10, 20, 20], [NONE, 240, 240, 100]);
const plan = series([NONE, 12, 20, 20], [NONE, 240, 220, 100]);
const day: DayToScore = {
  actual,
  base,
  plan,
  layers: [
    { id: 'mailing', series: series([NONE, 12, 20, 20], [NONE, 240, 240, 100]) },
    { id: 'new tool', series: plan },
  ],
  bands: null,
  naive: Float64Array.of(0, 8, 16, 30),
  plannerMean: null,
  naiveScale: 4,
};

describe('the score of a day', () => {
  it('compares what was planned with what came, and with what would have been planned without edits and for nothing', () => {
    const score = scoreDay(day)!;
    expect(score).toMatchObject({ scoredIntervals: 3, scoredFraction: 1 });
    expect(score.contacts).toMatchObject({
      actual: 50,
      plan: { absolute: 6, signed: 2 }, // 0, 4 too many, 2 too few
      base: { absolute: 8, signed: 0 }, // 2 too few, 4 too many, 2 too few
      naive: { absolute: 12, signed: 4 }, // 4, 0, 8
    });
    const accuracy = accuracyOf([score])!;
    expect(accuracy.contacts.wapeByInterval).toBeCloseTo(6 / 50, 12);
    expect(accuracy.contacts.wapeByDay).toBeCloseTo(2 / 50, 12);
    expect(accuracy.contacts.bias).toBeCloseTo(2 / 50, 12);
    expect(accuracy.contacts.editsAddedByInterval).toBeCloseTo(2 / 50, 12); // 8 - 6
    expect(accuracy.contacts.editsAddedByDay).toBeCloseTo(-2 / 50, 12); // the day total was right before the edit
    expect(accuracy.naive).toMatchObject({ days: 1, addedByInterval: expect.closeTo(6 / 50, 12) });
    expect(accuracy.plannerMean).toBeNull();
    expect(accuracy.mase).toBeCloseTo(6 / (3 * 4), 12);
    expect(accuracy.pinball50).toBeCloseTo(8 / 2 / 3, 12);
  });

  it('weighs handle time by the contacts that came, and gives each edit its own', () => {
    const { handle, contacts } = accuracyOf([scoreDay(day)!])!;
    // 12 x 300 + 16 x 200 + 22 x 100 = 9,000 s; plan off by 12 x 60 and 16 x 20, base by 12 x 60 and 16 x 40
    expect(handle!.sums.actual).toBe(9000);
    expect(handle!.wapeByInterval).toBeCloseTo(1040 / 9000, 12);
    expect(handle!.unedited.wapeByInterval).toBeCloseTo(1360 / 9000, 12);
    expect(handle!.layers).toEqual([
      { id: 'new tool', days: 1, lessError: 320, addedByInterval: expect.closeTo(320 / 9000, 12) },
    ]);
    expect(contacts.layers).toEqual([
      { id: 'mailing', days: 1, lessError: 2, addedByInterval: expect.closeTo(2 / 50, 12) },
    ]);
  });

  it('counts contacts that came although the forecast said closed, and nothing where nothing has arrived yet', () => {
    const arriving = scoreDay({ ...day, actual: series([3, 12, NONE, NONE]), naive: null })!;
    expect(arriving).toMatchObject({ scoredIntervals: 2, handle: null });
    expect(arriving.scoredFraction).toBeCloseTo(12 / 52, 12); // of 12 + 20 + 20 planned
    expect(arriving.contacts.plan).toEqual({ absolute: 3, signed: -3 });
    const accuracy = accuracyOf([arriving])!;
    expect(accuracy).toMatchObject({ days: 1, partialDays: 1 });
    expect(accuracy.contacts.wapeByInterval).toBeCloseTo(3 / 15, 12);
    expect(accuracy.contacts.wapeByDay).toBeNaN();
    expect(scoreDay({ ...day, actual: series([0, NONE, NONE, NONE]), naive: null })).toBeNull();
  });

  it('counts what falls inside the bands of the forecast without edits', () => {
    const around = (below: number, above: number) => base.contacts.map((value, i) => value + (i % 2 ? below : above));
    const bands = { p05: around(-3, -5), p10: around(-1, -3), p90: around(1, 1), p95: around(3, 3) };
    const { bands: counted } = scoreDay({ ...day, bands })!;
    // 12 in 9..11? no, in 7..13 yes; 16 in 17..21? no, in 15..23 yes; 22 in 19..21? no, in 17..23 yes
    expect(counted).toMatchObject({ intervals: 3, inside80: 0, inside90: 3 });
    // 90 %: 0.9 x (12-11), 0.1 x (21-16), 0.9 x (22-21)
    expect(counted!.pinball90).toBeCloseTo(0.9 + 0.5 + 0.9, 12);
  });

  it('refuses series of another length', () => {
    expect(() => scoreDay({ ...day, naive: new Float64Array(3) })).toThrow(
      'series (3 values) must have the 4 intervals',
    );
  });
});
