import { broughtToWeeks, type WeekSpreadInput } from './week-spread.js';

const days = (rateVariance: number) => [{ untilLeadDays: 7, rateVariance }];
const given = (change: Partial<WeekSpreadInput> = {}): WeekSpreadInput => ({
  days: days(0.01),
  betweenDays: { common: 0.5, decayPerDay: 0 },
  growth: 1,
  dayContacts: 100,
  daysAWeek: 5,
  ...change,
});

/** Variance of a week of five days: Σ F + t² F² (5 + 20 common), the fading part being 0. */
const weekVariance = ({ days: [group], betweenDays }: ReturnType<typeof broughtToWeeks>) =>
  500 + group!.rateVariance * 10_000 * (5 + 20 * betweenDays.common);

describe('days brought to how sure week totals are', () => {
  it('stay as they are where weeks are as sure as they promise', () => {
    expect(broughtToWeeks(given())).toEqual({ days: days(0.01), betweenDays: { common: 0.5, decayPerDay: 0 } });
  });

  it('have more in common where weeks are less sure', () => {
    // Promised: 500 + 100 · (5 + 20 · 0.5) = 2,000.
    const wider = broughtToWeeks(given({ growth: 1.2 }));
    expect(wider.days).toEqual(days(0.01));
    expect(weekVariance(wider)).toBeCloseTo(2400, 6);
  });

  it('grow themselves where even days that all go together make too little', () => {
    const wider = broughtToWeeks(given({ growth: 2 }));
    expect(wider.betweenDays.common).toBeCloseTo(0.98, 9);
    expect(weekVariance(wider)).toBeCloseTo(4000, 6);
    // Days that showed counting noise alone: 500 promised, 1,000 seen.
    const quiet = broughtToWeeks(given({ days: days(0), growth: 2 }));
    expect(weekVariance(quiet)).toBeCloseTo(1000, 6);
  });
});
