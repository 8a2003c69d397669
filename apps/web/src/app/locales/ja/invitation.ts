import invitation from './invitation.json' with { type: 'json' };

/** What the page of a link to set a password says. */
export const messages = { invitation };
