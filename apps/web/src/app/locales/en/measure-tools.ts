import measureTools from './measure-tools.json' with { type: 'json' };

/** Measures beyond their names: periods, trends, targets, imports; loaded with the page. */
export const messages = { measureTools };
