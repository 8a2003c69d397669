import type { ExchangePolicy, PolicyParameterSpec } from './policy.js';

const most: PolicyParameterSpec = {
  key: 'mostMinutes',
  title: { en: 'Most agent minutes newly missing', ja: '新たに不足する最大の人分' },
  unit: 'minutes',
  min: 0,
  max: 10_080,
  default: 60,
};

/** Agent minutes by which queues are newly short, or shorter than before; surplus elsewhere does not make up for it. */
export const shortMinutes: ExchangePolicy = {
  id: 'short-minutes',
  title: { en: 'Agent minutes missing', ja: '不足する人分' },
  message: {
    en: '{minutes} agent minutes more would be missing; at most {limit} are allowed',
    ja: '不足が{minutes}人分増えます。許容は{limit}分までです',
  },
  parameters: [most],
  defaultOutcome: 'review',
  evaluate: ({ coverage }, p) => {
    const minutes = Math.round(coverage.shortMinutesAdded);
    return minutes > p(most) ? [{ values: { minutes, limit: p(most) } }] : [];
  },
};
