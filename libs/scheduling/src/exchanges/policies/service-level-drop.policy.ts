import type { ExchangePolicy, PolicyParameterSpec } from './policy.js';

const largestDrop: PolicyParameterSpec = {
  key: 'largestDropFraction',
  title: { en: 'Largest drop of a day’s service level', ja: '1日のサービスレベルの最大低下' },
  unit: 'fraction',
  min: 0,
  max: 1,
  default: 0.02,
};

/** A day's service level of a queue, weighted by contacts over the day, falls by more than the limit. */
export const serviceLevelDrop: ExchangePolicy = {
  id: 'service-level-drop',
  title: { en: 'Drop of the service level', ja: 'サービスレベルの低下' },
  message: {
    en: 'The service level of a day falls from {beforePercent} % to {afterPercent} %; at most {limitPercent} points are allowed',
    ja: '1日のサービスレベルが{beforePercent}%から{afterPercent}%に下がります。許容は{limitPercent}ポイントまでです',
  },
  parameters: [largestDrop],
  defaultOutcome: 'review',
  evaluate: ({ service }, p) => {
    const limit = p(largestDrop);
    const percent = (fraction: number) => Math.round(fraction * 1000) / 10;
    return (service?.days ?? [])
      .filter(({ before, after }) => before - after > limit + 1e-9)
      .map(({ queueId, on, before, after }) => ({
        values: {
          queueId,
          on,
          beforePercent: percent(before),
          afterPercent: percent(after),
          limitPercent: percent(limit),
        },
      }));
  },
};
