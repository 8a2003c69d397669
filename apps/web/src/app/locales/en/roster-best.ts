import rosterBest from './roster-best.json' with { type: 'json' };

/** What the best roster of a run says: loaded with the card that generates. */
export const messages = { rosterBest };
