import boardTools from './board-tools.json' with { type: 'json' };

/** What the board's tools say: loaded with the first of them. */
export const messages = { boardTools };
