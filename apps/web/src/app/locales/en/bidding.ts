import bidding from './bidding.json' with { type: 'json' };

/** What bidding for a season says: loaded with its tab. */
export const messages = { bidding };
