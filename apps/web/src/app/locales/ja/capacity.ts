import capacity from './capacity.json' with { type: 'json' };

/** What capacity plans say: loaded with their page. */
export const messages = { capacity };
