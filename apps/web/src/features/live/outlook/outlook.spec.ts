import { restService, rowsToCome, worstOf } from './outlook.model.js';
import type { OutlookQueue } from './outlook.queries.js';

const queue = {
  startAt: '2026-11-18T00:00:00Z',
  stepMinutes: 30,
  plannedContacts: [10, 10, 10, null],
  expectedContacts: [9, 12, 8, null],
  p10Contacts: [9, 8, 5, null],
  p90Contacts: [9, 16, 11, null],
  need: [4, 6, 4, null],
  present: [null, 3, 4, 5],
  serviceLow: [null, 0.2, 0.6, null],
  serviceLikely: [null, 0.4, 0.8, null],
  serviceHigh: [null, 0.6, 0.9, null],
} as unknown as OutlookQueue;

describe('the rest of the day of a queue', () => {
  it('lists the open intervals still to come, finds where most are missing, and weighs service by contacts', () => {
    expect(rowsToCome(queue).map(({ at }) => new Date(at).toISOString().slice(11, 16))).toEqual(['00:30', '01:00']);
    expect(worstOf(queue)).toMatchObject({ need: 6, present: 3 });
    // (12 · 0.4 + 8 · 0.8) / 20
    expect(restService(queue)!.likely).toBeCloseTo(0.56, 9);
  });

  it('has no worst interval where enough are there, and no service level where the queue has none', () => {
    expect(worstOf({ ...queue, present: [null, 7, 4, 5] })).toBeNull();
    expect(restService({ ...queue, serviceLow: [null, null, null, null] })).toBeNull();
  });
});
