/** Holidays by country: a room of its own, since its data take 200 ms to load and only those who need them should wait. */
export * from './public-holidays.js';
