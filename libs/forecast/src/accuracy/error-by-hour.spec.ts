import { errorsByHour } from './error-by-hour.js';

describe('errors by weekday and hour', () => {
  it('add up the intervals of an hour and come in the order of the week', () => {
    const at = (weekday: number, hour: number, actual: number, forecast: number) => ({
      weekday,
      hour,
      actual,
      forecast,
    });
    expect(errorsByHour([at(2, 9, 10, 12), at(1, 23, 8, 4), at(2, 9, 10, 7), at(2, 10, 0, 1)])).toEqual([
      { weekday: 1, hour: 23, intervals: 1, actual: 8, wape: 0.5, bias: -0.5 },
      { weekday: 2, hour: 9, intervals: 2, actual: 20, wape: 0.25, bias: -0.05 }, // 2 + 3 off, 19 said
      { weekday: 2, hour: 10, intervals: 1, actual: 0, wape: Infinity, bias: Infinity },
    ]);
  });
});
