import { agentsToRosterOnGrid } from './requirement-series.js';
import type { RequirementDay } from './requirements.repository.js';

const NINE = Date.UTC(2026, 10, 23, 9);
const day = (stepMinutes: number, agentsToRoster: (number | null)[]): RequirementDay => ({
  requirementId: 'r',
  queueId: 'q',
  onDate: '2026-11-23',
  startAt: NINE,
  stepMinutes,
  agentsToRoster,
  contacts: [],
  handleSeconds: [],
  requiredAgents: [],
  serviceLevel: [],
  asaSeconds: [],
  occupancy: [],
  abandonment: [],
  notes: [],
  loadErlangs: null,
  loadContacts: null,
  overtimeErlangs: null,
  shrinkage: null,
  rateCv: null,
  expectedServiceLevel: null,
  chanceToMeet: null,
  summary: null,
});
const grid = { startAt: NINE, stepMinutes: 15, count: 4 };

describe('agents to roster on the slots of a schedule', () => {
  it('repeat a half-hour over its two quarter-hours', () => {
    expect(agentsToRosterOnGrid([day(30, [3, 5])], grid)).toEqual([3, 3, 5, 5]);
  });

  it('take the largest of several shorter intervals, so that no part is short', () => {
    expect(agentsToRosterOnGrid([day(5, [1, 4, 2, 0, null, 1])], grid)).toEqual([4, 1, 0, 0]);
  });

  it('leave out what lies before and after the schedule', () => {
    expect(
      agentsToRosterOnGrid([{ ...day(15, [9, 2, 9]), startAt: NINE - 15 * 60_000 }], { ...grid, count: 1 }),
    ).toEqual([2]);
  });
});
