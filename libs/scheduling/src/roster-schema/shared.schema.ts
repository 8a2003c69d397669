import { atLeastZero, listOf, objectOf, oneOf, texts } from './schema-parts.js';

const prices = (description: string) => ({ ...listOf(atLeastZero(), { minItems: 3, maxItems: 3 }), description });

/** Prices of agents missing and too many. */
export const weights = objectOf({
  description: 'price of each agent missing or too many in a 15-minute slot: first 10 % of demand, second, beyond',
  optional: { underStaffing: prices('not falling'), overStaffing: prices('not falling') },
});

/** A set of agents: those whom every part named takes in. */
export const selector = objectOf({
  description: 'agents that every part named takes in',
  optional: {
    agents: texts(),
    teams: texts(),
    sites: texts(),
    contracts: texts(),
    seniorities: listOf(oneOf(['entry', 'senior', 'lead'])),
    skills: texts(),
  },
});
