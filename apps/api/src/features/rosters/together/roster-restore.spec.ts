import type { StoredShift } from '../shifts.repository.js';
import { restoreEdits, restoreSteps } from './roster-restore.js';

const HOUR = 3_600_000;

const shift = (agentId: string, from: number, until: number) => ({
  agentId,
  startAt: from * HOUR,
  endAt: until * HOUR,
  activities: [{ activityTypeId: 'contact', startAt: from * HOUR, endAt: until * HOUR }],
});
const stored = (id: string, of: ReturnType<typeof shift>, more: Partial<StoredShift> = {}): StoredShift => ({
  id,
  version: 3,
  handEdited: false,
  asPublished: null,
  ...of,
  ...more,
});

describe('going back to a kept roster', () => {
  it('leaves shifts alone that are as they were', () => {
    const now = [stored('a', shift('amy', 9, 17)), stored('b', shift('ben', 9, 17))];
    const steps = restoreSteps(now, [shift('ben', 9, 17), shift('amy', 9, 17)]);
    expect(steps).toMatchObject({ gone: [], missing: [] });
    expect(steps.same).toHaveLength(2);
  });

  it('changes what differs in place, brings back what is gone and removes what is new', () => {
    const now = [stored('a', shift('amy', 10, 18)), stored('c', shift('cho', 9, 17))];
    const steps = restoreSteps(now, [shift('amy', 9, 17), shift('ben', 9, 17)]);
    expect(restoreEdits(steps)).toMatchObject([
      { shiftId: 'a', expectedVersion: 3, agentId: 'amy', startAt: 9 * HOUR },
      { shiftId: 'c', agentId: 'cho', remove: true },
      { agentId: 'ben', startAt: 9 * HOUR },
    ]);
  });

  it('takes a lock for a difference', () => {
    const steps = restoreSteps([stored('a', shift('amy', 9, 17), { locked: true })], [shift('amy', 9, 17)]);
    expect(restoreEdits(steps)).toMatchObject([{ shiftId: 'a', locked: false }]);
  });
});
