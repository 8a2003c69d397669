import accuracy from './accuracy.json' with { type: 'json' };

/** What is said of how good forecasts were: its pages load it, and the report beside a forecast. */
export const messages = { accuracy };
