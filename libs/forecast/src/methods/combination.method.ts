import { completeParameters, refuseShortHistory, type ForecastingMethod } from '../forecasting-method.js';
import { dayRegressionProfile } from './day-regression-profile.method.js';
import { lowRankProfile } from './low-rank-profile.method.js';
import { sameWeekdayMeans } from './same-weekday-mean.js';

/** How far a member may stray from the planner's mean, as a factor either way, before it is held back. */
const LEASH = 3;

/** Mean of two unlike models, one that forgets old weeks soon and one that never does: the safest on unknown queues. */
export const combination: ForecastingMethod = {
  id: 'combination',
  title: { en: 'Mean of two unlike models', ja: '異なる2モデルの平均' },
  source: 'Bates & Granger 1969; equal weights after Clemen 1989; members as in their own entries',
  complexity: 6,
  needs: { historyDays: 35 },
  parameters: [
    {
      id: 'shortMemoryPerDay',
      title: { en: 'Weight of a day against the next, low-rank member', ja: '1日ごとの割引率（短期記憶）' },
      unit: 'fraction',
      min: 0.9,
      max: 1,
      default: 0.985,
    },
    {
      id: 'longMemoryPerDay',
      title: { en: 'The same, day-regression member', ja: '1日ごとの割引率（長期記憶）' },
      unit: 'fraction',
      min: 0.9,
      max: 1,
      default: 1,
    },
  ],
  fit(history, { shortMemoryPerDay, longMemoryPerDay }, random) {
    const short = refuseShortHistory(this, history);
    if (short) return short;
    const shortMemory = completeParameters(lowRankProfile, { discountPerDay: shortMemoryPerDay! });
    const longMemory = completeParameters(dayRegressionProfile, { discountPerDay: longMemoryPerDay! });
    const members = [
      lowRankProfile.fit(history, shortMemory, random),
      dayRegressionProfile.fit(history, longMemory, random),
    ];
    const refusal = members.find((member) => member.kind === 'not-enough-history');
    if (refusal) return refusal;
    const habit = sameWeekdayMeans(history, 8);
    return {
      kind: 'fitted',
      forecast(horizon) {
        const usual = habit(horizon);
        const forecasts = members.map((member) => (member.kind === 'fitted' ? member.forecast(horizon) : []));
        return usual.map((means, index) =>
          means.map((mean, slot) => {
            const held = forecasts.map((days) =>
              Math.min(Math.max(days[index]![slot]!, mean / LEASH - 1), mean * LEASH + 5),
            );
            return Math.max(0, held.reduce((sum, value) => sum + value, 0) / held.length);
          }),
        );
      },
    };
  },
};
