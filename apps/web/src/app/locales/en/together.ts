import together from './together.json' with { type: 'json' };

/** What planning together says: loaded with its first panel. */
export const messages = { together };
