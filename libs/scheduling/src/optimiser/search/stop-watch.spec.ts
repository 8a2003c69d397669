import { StopWatch } from './stop-watch.js';

describe('a time limit', () => {
  it('ends the search early enough for what comes after it', () => {
    let now = 0;
    const watch = new StopWatch({ nowMillis: () => now, timeLimitSeconds: 10 });
    watch.reservedSeconds = 2;
    now = 7999;
    expect(watch.look()).toBe(false);
    now = 8000;
    expect(watch.look()).toBe(true);
    expect(watch.stoppedBy).toBe('time');
  });
});
