import exchangeLoop from './exchange-loop.json' with { type: 'json' };

/** What proposing, answering and deciding exchanges says: loaded with the pages of requests. */
export const messages = { exchangeLoop };
