import { dayPeaks } from './day-peaks.js';

const HOURS = 48;

describe('the peaks of days', () => {
  const starts = Int32Array.from({ length: HOURS }, (_, index) => index - (index % 24));

  it('are the greatest known value of the day at each of its intervals', () => {
    const values = new Float64Array(HOURS).fill(1);
    values.set([7, Number.NaN], 10);
    values.set([3], 40);
    const peaks = dayPeaks(values, starts);
    expect([peaks[0], peaks[23], peaks[24], peaks[47]]).toEqual([7, 7, 3, 3]);
  });

  it('stay unknown where nothing of the day is known', () => {
    const values = new Float64Array(HOURS).fill(2);
    values.fill(Number.NaN, 24);
    expect(dayPeaks(values, starts)[30]).toBeNaN();
  });
});
