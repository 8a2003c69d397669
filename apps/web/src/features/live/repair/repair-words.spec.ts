import { activate } from '../../../app/i18n/language.js';
import { messages } from '../../../app/locales/en/intraday.js';
import type { Proposal } from './repair.queries.js';
import { costFact, peopleFacts, shortFacts } from './repair-words.js';

/** The numbers of a mend that moves the breaks of three by twenty minutes each. */
const MOVED = {
  ...{ people: 3, movedMinutes: 60, paidMinutes: 0, shortMinutesRemoved: 90, shortMinutesAdded: 0 },
  ...{ longestRunMinutesBefore: 150, longestRunMinutesAfter: 120 },
} as Proposal;

describe('what a mend does, in words', () => {
  beforeEach(() => activate('en', messages));

  it('says of each kind what it costs and what it asks of people', () => {
    expect(shortFacts(MOVED)).toEqual(['1.5 h less short']);
    expect(costFact(MOVED)).toBe('No paid time more or less');
    expect(peopleFacts(MOVED)).toEqual(['3 people', 'moved by 20 min each', 'longest run 150 → 120 min']);
  });

  it('says so where nothing moves and the runs stay, and of new work how long it is', () => {
    const overtime = { ...MOVED, movedMinutes: 0, paidMinutes: 120, longestRunMinutesBefore: 0 };
    expect([costFact(overtime), ...peopleFacts(overtime)]).toEqual([
      '2 h more paid',
      '3 people',
      'longest run 120 min',
    ]);
    expect(peopleFacts({ ...overtime, longestRunMinutesBefore: 120 })).toEqual(['3 people', 'longest run 120 min']);
    expect(costFact({ ...MOVED, paidMinutes: -90 })).toBe('1.5 h less paid');
  });
});
