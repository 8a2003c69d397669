import rosterParts from './roster-parts.json' with { type: 'json' };

/** What a run in parts says: loaded when a run has some. */
export const messages = { rosterParts };
