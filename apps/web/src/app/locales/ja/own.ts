import adherence from './adherence.json' with { type: 'json' };
import own from './own.json' with { type: 'json' };

/** What an agent's own pages beyond the week say: loaded with the first of them. */
export const messages = { adherence, own };
