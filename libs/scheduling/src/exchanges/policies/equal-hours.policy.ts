import type { ExchangePolicy, PolicyParameterSpec } from './policy.js';

const most: PolicyParameterSpec = {
  key: 'mostMinutes',
  title: { en: 'Largest change of paid time', ja: '有給時間の最大の変化' },
  unit: 'minutes',
  min: 0,
  max: 10_080,
  default: 120,
};

const TRADES = new Set(['swap', 'cycle', 'swap-part']);

/** Trades should leave everyone's paid time about the same; kinds that mean to change it are left alone. */
export const equalHours: ExchangePolicy = {
  id: 'equal-hours',
  title: { en: 'Equal hours', ja: '時間の釣り合い' },
  message: {
    en: 'Paid time changes by {minutes} min; trades may change it by {limit}',
    ja: '有給時間が{minutes}分変わります。交換で許されるのは{limit}分までです',
  },
  parameters: [most],
  defaultOutcome: 'review',
  evaluate: ({ kind, parties }, p) =>
    (TRADES.has(kind) ? parties : [])
      .map(({ agentId, paidMinutesBefore, paidMinutesAfter }) => ({
        agentId,
        minutes: Math.round(paidMinutesAfter - paidMinutesBefore),
      }))
      .filter(({ minutes }) => Math.abs(minutes) > p(most))
      .map(({ agentId, minutes }) => ({ agentId, values: { minutes: Math.abs(minutes), limit: p(most) } })),
};
