import { LivePace } from './live-pace.js';

describe('the pace of the live board', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('passes the first at once, then one for all of a second, and forgets nothing', () => {
    const passed: string[] = [];
    const pace = new LivePace(1000, (news) => passed.push(news));
    for (const news of ['states', 'states', 'reload', 'states'] as const) pace.tell(news);
    expect(passed).toEqual(['states']);
    jest.advanceTimersByTime(1000);
    expect(passed).toEqual(['states', 'reload']);
    jest.advanceTimersByTime(5000);
    expect(passed).toHaveLength(2);
    pace.tell('states');
    expect(passed).toHaveLength(3);
  });

  it('is silent once stopped', () => {
    const passed: string[] = [];
    const pace = new LivePace(1000, (news) => passed.push(news));
    pace.tell('states');
    pace.tell('states');
    pace.stop();
    jest.advanceTimersByTime(5000);
    expect(passed).toHaveLength(1);
  });
});
