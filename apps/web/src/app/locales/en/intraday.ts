import intraday from './intraday.json' with { type: 'json' };

/** Today against the plan, mends, absence and replay: loaded with their panels. */
export const messages = { intraday };
