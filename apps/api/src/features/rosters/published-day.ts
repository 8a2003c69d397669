/** The background task that looks at published days as they go on; woken by publishing, and by who reads them. */
export const PUBLISHED_DAY_TASK = 'published-day';
