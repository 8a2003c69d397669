import { panned, showing, within, zoomed } from './window.js';

const HOUR = 3_600_000;
const bounds = { fromAt: 0, untilAt: 168 * HOUR };
const day = { fromAt: 24 * HOUR, untilAt: 48 * HOUR };

describe('the window of the chart', () => {
  it('keeps the instant under the pointer where it is when it zooms', () => {
    const at = 30 * HOUR; // a quarter of the way
    const half = zoomed(day, { at, factor: 0.5, bounds });
    expect(half).toEqual({ fromAt: 27 * HOUR, untilAt: 39 * HOUR });
    expect(zoomed(half, { at, factor: 2, bounds })).toEqual(day);
  });

  it('never shows less than two hours nor more than there is', () => {
    expect(zoomed(day, { at: 30 * HOUR, factor: 0.001, bounds })).toEqual({
      fromAt: 29.5 * HOUR,
      untilAt: 31.5 * HOUR,
    });
    expect(zoomed(day, { at: 30 * HOUR, factor: 100, bounds })).toEqual(bounds);
  });

  it('stops at the ends with its length kept', () => {
    expect(panned(day, -100 * HOUR, bounds)).toEqual({ fromAt: 0, untilAt: 24 * HOUR });
    expect(panned(day, 1000 * HOUR, bounds)).toEqual({ fromAt: 144 * HOUR, untilAt: 168 * HOUR });
    expect(within({ fromAt: -HOUR, untilAt: 500 * HOUR }, bounds)).toEqual(bounds);
  });

  it('follows the cursor out of sight', () => {
    expect(showing(day, 60 * HOUR, bounds).untilAt).toBe(61 * HOUR);
    expect(showing(day, 20 * HOUR, bounds).fromAt).toBe(20 * HOUR);
    expect(showing(day, 30 * HOUR, bounds)).toBe(day);
  });
});
