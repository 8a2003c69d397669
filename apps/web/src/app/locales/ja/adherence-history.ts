import adherenceHistory from './adherence-history.json' with { type: 'json' };

/** What adherence over time says: loaded with its page. */
export const messages = { adherenceHistory };
