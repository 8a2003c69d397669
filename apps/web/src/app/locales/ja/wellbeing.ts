import wellbeing from './wellbeing.json' with { type: 'json' };

/** What the measures of a plan's load on people say: loaded with the pages that show them. */
export const messages = { wellbeing };
