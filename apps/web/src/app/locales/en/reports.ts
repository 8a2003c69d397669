import reports from './reports.json' with { type: 'json' };

/** What dashboards, the reports of days and their sending say: loaded with their pages. */
export const messages = { reports };
