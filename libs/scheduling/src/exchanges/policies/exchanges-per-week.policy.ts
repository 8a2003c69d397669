import type { ExchangePolicy, PolicyParameterSpec } from './policy.js';

const most: PolicyParameterSpec = {
  key: 'mostCount',
  title: { en: 'Most exchanges of an agent in a week', ja: '1週間の交換の上限' },
  unit: 'count',
  min: 0,
  max: 100,
  default: 5,
};

/** Changes of one's own breaks are not counted: nobody else is concerned. */
export const exchangesPerWeek: ExchangePolicy = {
  id: 'exchanges-per-week',
  title: { en: 'Exchanges a week', ja: '週あたりの交換回数' },
  message: {
    en: 'Has {count} exchanges in this week already; at most {limit} are allowed',
    ja: 'この週の交換はすでに{count}回です。上限は{limit}回です',
  },
  parameters: [most],
  defaultOutcome: 'review',
  evaluate: ({ kind, parties, appliedCounts }, p) =>
    (kind === 'break-change' ? [] : parties)
      .map(({ agentId }) => ({ agentId, count: appliedCounts.get(agentId) ?? 0 }))
      .filter(({ count }) => count >= p(most))
      .map(({ agentId, count }) => ({ agentId, values: { count, limit: p(most) } })),
};
