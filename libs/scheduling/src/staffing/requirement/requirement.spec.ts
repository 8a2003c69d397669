import { requirementOf, type StaffingForecast, type StaffingPlan } from '../index.js';

const NaNs = Number.NaN;
const plan: StaffingPlan = {
  modelId: 'erlang-c',
  goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
  loadMethod: 'interval',
  shrinkage: [{ id: 'sickness', fraction: 0.3, planned: false }],
};
const forecast: StaffingForecast = {
  grid: { startAt: Date.UTC(2026, 10, 4, 9), stepMinutes: 30, count: 5 },
  zone: 'UTC',
  contacts: [100, 0, NaNs, 100, 100],
  averageHandleSeconds: [180, NaNs, 180, 180, NaNs],
  openMask: [true, true, true, false, true],
};

describe('the requirement of a day', () => {
  const series = requirementOf(plan, forecast);

  it('holds agents, agents to roster and what they give, interval by interval', () => {
    expect([series.requiredAgents[0], series.agentsToRoster[0]]).toEqual([14, 20]);
    expect(series.serviceLevel[0]).toBeCloseTo(0.888350019179467, 12);
    expect(series.occupancy[0]).toBeCloseTo(10 / 14, 14);
    expect(series.asa[0]).toBeCloseTo(7.83593701177726, 12);
  });

  it('needs nobody where no contacts come, even without a handle time', () => {
    expect([series.requiredAgents[1], series.notes[1]]).toEqual([0, '']);
  });

  it('calls missing contacts and hours outside opening closed, with nobody and no measures', () => {
    expect(series.notes.slice(2, 4)).toEqual(['closed', 'closed']);
    expect([...series.requiredAgents.slice(2, 4), ...series.agentsToRoster.slice(2, 4)]).toEqual([0, 0, 0, 0]);
    expect([...series.serviceLevel.slice(2, 4)]).toEqual([NaNs, NaNs]);
  });

  it('says that the handle time is missing rather than ask for nobody', () => {
    expect([series.requiredAgents[4], series.notes[4]]).toEqual([NaNs, 'missing-handle-time']);
  });

  it('notes a goal that cannot be reached', () => {
    const { notes, requiredAgents } = requirementOf(
      { ...plan, goal: { serviceLevelFraction: 1, answerWithinSeconds: 20 } },
      forecast,
    );
    expect([notes[0], requiredAgents[0]]).toEqual(['goal-unreachable', NaNs]);
  });

  it('refuses series that do not fit the grid', () => {
    expect(() => requirementOf(plan, { ...forecast, contacts: [1, 2] })).toThrow(
      'contacts (2 values) must have one value for each of the 5 intervals',
    );
  });
});
