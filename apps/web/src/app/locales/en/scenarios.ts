import scenarios from './scenarios.json' with { type: 'json' };

/** What the pages of scenarios say: loaded with them. */
export const messages = { scenarios };
