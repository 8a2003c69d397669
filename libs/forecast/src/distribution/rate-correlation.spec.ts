import { learnDayErrors } from './day-errors.js';
import { statedComponents } from './learn-components.js';
import { rateCorrelationOf } from './rate-correlation.js';

describe('what staffing takes of a distribution', () => {
  it('is the day’s share of an interval’s uncertainty, and the mean correlation of the days of a week', () => {
    const components = {
      ...statedComponents({ stepMinutes: 30, intervalError: 0.2, dayError: 0.1 }),
      betweenDays: { common: 0.5, decayPerDay: 0.5 },
    };
    const { withinDay, betweenDays } = rateCorrelationOf(components);
    expect(withinDay).toBeCloseTo(0.25, 12); // 0.1² / 0.2²
    // 0.5 + 0.5 x (4 x 1/2 + 3 x 1/4 + 2 x 1/8 + 1 x 1/16) / 10 = 0.5 + 0.5 x 0.30625
    expect(betweenDays).toBeCloseTo(0.653125, 12);
  });

  it('is careful where nothing has been learned', () => {
    const { common } = learnDayErrors([], 0).betweenDays;
    expect(common).toBeGreaterThan(0.5);
  });
});
