import { wishOf } from './wish.model.js';

describe('a wish as it is entered', () => {
  it('is about a day, or about the hours of every day worked', () => {
    expect(wishOf({ kind: 'day-on', on: '2026-12-12', from: 480, until: 600 })).toEqual({
      ...{ kind: 'day-on', on: '2026-12-12', fromMinute: null, untilMinute: null },
    });
    expect(wishOf({ kind: 'day-off', on: '', from: 480, until: 600 })).toBeNull();
    expect(wishOf({ kind: 'start-between', on: '', from: 600, until: 480 })).toBeNull();
  });

  it('may end after midnight, where it is about the end of work', () => {
    expect(wishOf({ kind: 'end-between', on: '', from: 1380, until: 60 })).toMatchObject({
      ...{ fromMinute: 1380, untilMinute: 1500 },
    });
  });
});
