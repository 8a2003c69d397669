import palette from './palette.json' with { type: 'json' };

/** What the command palette finds beyond the pages themselves, with the other words for it. */
export const messages = { palette };
