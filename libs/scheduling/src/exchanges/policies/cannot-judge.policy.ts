import type { ExchangePolicy } from './policy.js';

/** A rule that looks back finds no history for the new shifts, where it could judge the old ones. */
export const cannotJudge: ExchangePolicy = {
  id: 'cannot-judge',
  title: { en: 'History missing', ja: '履歴の不足' },
  message: {
    en: 'A rule cannot be judged because earlier weeks are unknown',
    ja: '以前の週が分からないため、ルールを判定できません',
  },
  parameters: [],
  defaultOutcome: 'review',
  evaluate: ({ parties }) =>
    parties.flatMap(({ agentId, unjudged }) => unjudged.map((ruleId) => ({ agentId, values: { ruleId } }))),
};
