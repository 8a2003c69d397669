import exchangeDesk from './exchange-desk.json' with { type: 'json' };

/** What policies and hand-settled offers say: loaded with those panels. */
export const messages = { exchangeDesk };
