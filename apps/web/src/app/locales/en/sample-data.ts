import sampleData from './sample-data.json' with { type: 'json' };

/** What sample data says of itself: loaded where there is some, or could be. */
export const messages = { sampleData };
