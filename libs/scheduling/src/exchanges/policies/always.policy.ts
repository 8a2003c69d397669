import type { ExchangePolicy } from './policy.js';

/** For kinds a manager always wants to see, or that a site does not have at all. */
export const always: ExchangePolicy = {
  id: 'always',
  title: { en: 'Every exchange of the kind', ja: 'この種類の交換すべて' },
  message: { en: 'Exchanges of this kind are decided by a manager', ja: 'この種類の交換は管理者が判断します' },
  parameters: [],
  defaultOutcome: 'allow',
  evaluate: () => [{ values: {} }],
};
