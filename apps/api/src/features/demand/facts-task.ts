/** The background task that adds up days whose facts changed and published weeks; woken by whoever loads facts or publishes. */
export const FACTS_TASK = 'measure-sums';
