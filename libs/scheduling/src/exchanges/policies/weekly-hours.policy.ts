import type { ExchangePolicy, PolicyParameterSpec } from './policy.js';

const most: PolicyParameterSpec = {
  key: 'mostMinutes',
  title: { en: 'Most paid time in a week', ja: '1週間の有給時間の上限' },
  unit: 'minutes',
  min: 0,
  max: 10_080,
  default: 2_880, // 48 hours
};

/** A site's own limit below the law's: paid time of a week the exchange adds to. */
export const weeklyHours: ExchangePolicy = {
  id: 'weekly-hours',
  title: { en: 'Hours in a week', ja: '週の労働時間' },
  message: {
    en: '{minutes} paid minutes in the week; at most {limit} are allowed',
    ja: 'その週の有給時間が{minutes}分になります。上限は{limit}分です',
  },
  parameters: [most],
  defaultOutcome: 'review',
  evaluate: ({ parties }, p) =>
    parties.flatMap(({ agentId, weeks }) =>
      weeks
        .filter(({ paidMinutesBefore, paidMinutesAfter }) =>
          paidMinutesAfter > p(most) ? paidMinutesAfter > paidMinutesBefore : false,
        )
        .map(({ paidMinutesAfter }) => ({
          agentId,
          values: { minutes: Math.round(paidMinutesAfter), limit: p(most) },
        })),
    ),
};
