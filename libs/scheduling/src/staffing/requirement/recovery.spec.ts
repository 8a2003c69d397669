import { localDaysGrid } from '@yotei/time';
import { explainStaffing, requirementOf, staffingPlanFaults, type StaffingPlan } from '../index.js';
import { recoveryAgents } from './recovery.js';

const recovery = { minutesPerHardContact: 5, hardFraction: 0.12 };
const plan: StaffingPlan = {
  modelId: 'erlang-c',
  goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
  loadMethod: 'interval',
  shrinkage: [{ id: 'sickness', fraction: 0.2, planned: false }],
};
const grid = { ...localDaysGrid('2026-11-16', 1, 'Asia/Tokyo', 15), count: 4 };
const forecast = {
  grid,
  zone: 'Asia/Tokyo',
  contacts: [40, 0, Number.NaN, 40],
  averageHandleSeconds: [300, 300, 300, 300],
};

describe('recovery after hard contacts', () => {
  it('keeps so many agents free as are recovering on average', () => {
    // 40 / 15 contacts a minute, 12 % of them hard, 5 minutes each
    expect(recoveryAgents({ recovery }, 40, 15)).toBeCloseTo(1.6, 12);
    expect(recoveryAgents({ recovery }, Number.NaN, 15)).toBe(0);
    expect(recoveryAgents({}, 40, 15)).toBe(0);
  });

  it('is rostered on top of the agents on contacts, grossed up with them, and asks nobody to be faster', () => {
    const without = requirementOf(plan, forecast);
    const withIt = requirementOf({ ...plan, recovery }, forecast);
    expect([...withIt.requiredAgents]).toEqual([...without.requiredAgents]);
    expect([...withIt.serviceLevel]).toEqual([...without.serviceLevel]);
    const [busy, idle, closed] = withIt.agentsToRoster;
    expect(busy).toBe(Math.ceil((without.requiredAgents[0]! + 1.6) / 0.8));
    expect([idle, closed]).toEqual([0, 0]);
    expect(withIt.summary.days[0]!.agentHoursToRoster).toBeGreaterThan(without.summary.days[0]!.agentHoursToRoster);
  });

  it('is a step of its own in the explanation, and the steps reach the same number', () => {
    const { requiredAgents, agentsToRoster } = requirementOf({ ...plan, recovery }, forecast);
    const asked = { plan: { ...plan, recovery }, contacts: 40, intervalSeconds: 900, averageHandleSeconds: 300 };
    const { steps, agentsToRoster: explained } = explainStaffing(asked);
    expect(steps.find(({ id }) => id === 'recovery')).toEqual({
      id: 'recovery',
      hardContacts: 40 * 0.12,
      minutesPerHardContact: 5,
      agentsAfter: requiredAgents[0]! + 1.6,
    });
    expect(explained).toBe(agentsToRoster[0]);
    expect(explainStaffing({ ...asked, plan }).steps.some(({ id }) => id === 'recovery')).toBe(false);
  });

  it('refuses a share that is none and a recovery of more than an hour', () => {
    expect(staffingPlanFaults({ ...plan, recovery })).toEqual([]);
    const paths = (fault: Partial<typeof recovery>) =>
      staffingPlanFaults({ ...plan, recovery: { ...recovery, ...fault } }).map(({ path }) => path);
    expect(paths({ hardFraction: 1.2 })).toEqual(['recovery.hardFraction']);
    expect(paths({ minutesPerHardContact: 61 })).toEqual(['recovery.minutesPerHardContact']);
  });
});
