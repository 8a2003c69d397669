import type { ExchangePolicy } from './policy.js';

/** A rule the centre prefers but does not insist on is broken by more than before. */
export const preferredRules: ExchangePolicy = {
  id: 'preferred-rules',
  title: { en: 'Preferred rules', ja: '望ましいルール' },
  message: { en: 'A preferred rule is broken by more than before', ja: '望ましいルールからのずれが大きくなります' },
  parameters: [],
  defaultOutcome: 'allow',
  evaluate: ({ parties }) =>
    parties.flatMap(({ agentId, worse }) =>
      worse
        .filter(({ breach }) => breach.level === 'prefer')
        .map(({ breach, by }) => ({ agentId, values: { ruleId: breach.ruleId, by } })),
    ),
};
