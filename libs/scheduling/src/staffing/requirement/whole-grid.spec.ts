import { requirementOf, type StaffingForecast, type StaffingPlan } from '../index.js';

/** Two days of hours, open 9 to 17 h; 12 mails of 10 minutes come in every hour of the day. */
const hours = Array.from({ length: 48 }, (_, index) => index % 24);
const forecast: StaffingForecast = {
  grid: { startAt: Date.UTC(2026, 10, 2), stepMinutes: 60, count: 48 },
  zone: 'UTC',
  contacts: hours.map(() => 12),
  averageHandleSeconds: hours.map(() => 600),
  openMask: hours.map((hour) => hour >= 9 && hour < 17),
};
const plan: StaffingPlan = {
  modelId: 'deferred',
  goal: { answerWithinHours: 8 },
  shrinkage: [{ id: 'sickness', fraction: 0.1, planned: false }],
};

describe('the requirement of a queue whose contacts can wait', () => {
  const series = requirementOf(plan, forecast);

  it('staffs open hours for the mail of all hours, with backlog and age at the end of each', () => {
    // 24 × 12 mails of a sixth of an hour are 48 hours of work for 8 open hours: 6 agents.
    expect([...series.requiredAgents.slice(0, 24)]).toEqual(hours.slice(0, 24).map((h) => (h >= 9 && h < 17 ? 6 : 0)));
    expect(series.deferred!.levelAgents).toBeCloseTo(6, 9);
    // From 17 to 9 h 16 × 12 mails come on top of what waits at closing.
    const { backlogContacts, oldestAgeHours } = series.deferred!;
    expect(backlogContacts[32]! - backlogContacts[16]!).toBeCloseTo(16 * 12, 6);
    expect(oldestAgeHours[32]).toBeGreaterThanOrEqual(16);
    expect(Math.min(...series.serviceLevel)).toBeCloseTo(1, 9);
  });

  it('grosses up, sums up all mails, and leaves nobody behind for overtime', () => {
    // 6 / 0.9 = 6.67
    expect(series.agentsToRoster[10]).toBe(7);
    expect(series.summary.days[0]!.contacts).toBe(288);
    expect(series.summary.days[0]!.overtimeHours).toBe(0);
    expect(series.summary.days[0]!.serviceLevel).toBeCloseTo(1, 9);
    expect(series.notes.slice(8, 10)).toEqual(['closed', '']);
  });

  it('starts from the backlog given, and takes free agents first', () => {
    const openingBacklog = [{ contacts: 60, averageHandleSeconds: 600, hoursLeft: 1 }];
    const late = requirementOf(plan, forecast, { openingBacklog });
    // Ten hours of work due in the first open hour.
    expect(late.requiredAgents[9]).toBe(10);
    const freeAgents = hours.map(() => 2);
    expect(requirementOf(plan, forecast, { freeAgents }).requiredAgents[10]).toBe(4);
  });

  it('takes room for chance when staffed for one, where the promise leaves no time to even it out', () => {
    const staffedFor = { kind: 'chance', chanceFraction: 0.95 } as const;
    // A day's 288 mails have a standard deviation of √(2 × 288) / 6 = 4 hours, of 48 a day in hand: no room is needed.
    const long = requirementOf({ ...plan, staffedFor }, forecast);
    expect(long.deferred!.levelAgents).toBeCloseTo(6, 9);
    expect(long.summary.weeks[0]!.chanceToMeet).toBeGreaterThan(0.95);
    // Two hours of 12 mails come with √(2 × 24) / 6 = 1.15 hours, for 4 hours of work.
    const daytime = { contacts: hours.map((hour) => (hour >= 9 && hour < 17 ? 12 : 0)) };
    const short = { ...plan, goal: { answerWithinHours: 2 } };
    const mean = requirementOf(short, { ...forecast, ...daytime });
    const sure = requirementOf({ ...short, staffedFor }, { ...forecast, ...daytime });
    expect(sure.deferred!.levelAgents).toBeGreaterThan(mean.deferred!.levelAgents + 0.5);
    expect(sure.summary.weeks[0]!.chanceToMeet).toBeGreaterThanOrEqual(0.95);
  });

  it('answers a cap of no occupancy with no figure, as no number of agents is never busy', () => {
    const idle = requirementOf({ ...plan, goal: { answerWithinHours: 8, maxOccupancyFraction: 0 } }, forecast);
    expect(new Set(idle.notes)).toEqual(new Set(['goal-unreachable']));
    expect([idle.requiredAgents[10], idle.agentsToRoster[10]]).toEqual([Number.NaN, Number.NaN]);
    expect(idle.summary.weeks[0]!.unansweredIntervals).toBe(48);
  });

  it('notes mail that no opening hour can answer in time, and mail without a handle time', () => {
    const goal = { answerWithinHours: 4, answerWithinClock: 'elapsed' as const };
    const averageHandleSeconds = hours.map((hour) => (hour === 10 ? Number.NaN : 600));
    const { notes } = requirementOf({ ...plan, goal }, { ...forecast, averageHandleSeconds });
    expect(notes[18]).toBe('goal-unreachable');
    expect(notes[6]).toBe('closed');
    expect(notes[10]).toBe('missing-handle-time');
  });
});
