import adherence from './adherence.json' with { type: 'json' };
import live from './live.json' with { type: 'json' };

/** What the day as it happens says: loaded with its page. */
export const messages = { adherence, live };
