import type { ExchangePolicy } from './policy.js';

/** Who takes work from somebody should serve every queue that somebody serves. */
export const sameSkills: ExchangePolicy = {
  id: 'same-skills',
  title: { en: 'Skills of the taker', ja: '引き受ける人のスキル' },
  message: {
    en: 'Does not serve {missingCount} of the queues served so far',
    ja: 'これまでの担当キューのうち{missingCount}つに対応できません',
  },
  parameters: [],
  defaultOutcome: 'review',
  evaluate: ({ parties }) =>
    parties
      .filter(({ missingSkillIds }) => missingSkillIds.length > 0)
      .map(({ agentId, missingSkillIds }) => ({
        agentId,
        values: { missingCount: missingSkillIds.length, skillIds: missingSkillIds.join(', ') },
      })),
};
