import { isAsTold, memoryOf } from './shift-writer.js';

const shift = {
  agentId: 'a1',
  startAt: 0,
  endAt: 60_000,
  activities: [{ activityTypeId: 'break', startAt: 0, endAt: 60_000 }],
};
/** As the database gives it back: fields in its own order. */
const stored = {
  endAt: 60_000,
  agentId: 'a1',
  startAt: 0,
  activities: [{ endAt: 60_000, startAt: 0, activityTypeId: 'break' }],
  templateId: null,
};

describe('a shift as its agent knows it', () => {
  it('is the same after a break was moved and moved back, and another while it is moved', () => {
    expect(stored).toEqual(memoryOf(shift));
    expect(isAsTold(stored, shift)).toBe(true);
    const moved = { ...shift, activities: [{ ...shift.activities[0]!, startAt: 30_000 }] };
    expect(isAsTold(stored, moved)).toBe(false);
  });
});
