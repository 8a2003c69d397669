import { carriedOut, inTimeByGroup, planDeferred, type DeferredPlanInput } from './index.js';

const hours = (contacts: readonly number[], more: Partial<DeferredPlanInput> = {}): DeferredPlanInput => ({
  intervalSeconds: 3600,
  contacts,
  averageHandleSeconds: contacts.map(() => 600),
  open: contacts.map(() => true),
  promise: { withinHours: 4 },
  end: 'clear',
  ...more,
});

describe('the plan for deferred work', () => {
  it('spreads the work over the whole time when the promise is long enough', () => {
    // 420 mails of 10 minutes are 70 hours of work; over 8 hours that is 8.75 agents.
    const plan = planDeferred(hours([60, 90, 120, 80, 40, 20, 10, 0]));
    expect(plan.levelAgents).toBeCloseTo(8.75, 12);
    expect([...plan.profileAgents].every((agents) => Math.abs(agents - 8.75) < 1e-9)).toBe(true);
    // Nine agents for a while, then eight: 6 × 9 + 2 × 8 = 70 hours, none too many.
    expect([...plan.requiredAgents]).toEqual([9, 9, 9, 9, 9, 9, 8, 8]);
  });

  it('does everything within its interval when the promise is that short', () => {
    const plan = planDeferred(hours([60, 90, 120, 80, 40, 20, 10, 0], { promise: { withinHours: 1 } }));
    expect([...plan.profileAgents].map((agents) => Math.round(agents * 600) / 100)).toEqual(
      // contacts × 600 / 3600: 10, 15, 20, 13.33, 6.67, 3.33, 1.67 and 0, times 6.
      [60, 90, 120, 80, 40, 20, 10, 0],
    );
    expect([...plan.requiredAgents]).toEqual([10, 15, 20, 14, 7, 4, 2, 0]);
    expect([...plan.workOff.inTimeContacts]).toEqual([60, 90, 120, 80, 40, 20, 10, 0]);
  });

  it('counts business hours only while the queue is open, and elapsed hours always', () => {
    // Friday 16-18 h, closed for two hours, then open again. 6 mails arrive in the last hour before closing.
    const open = [true, true, false, false, true, true];
    const mails = [0, 6, 0, 0, 0, 0];
    const business = planDeferred(hours(mails, { open, promise: { withinHours: 2 } }));
    // One hour of work over the last hour before closing and the first after it.
    expect([...business.profileAgents]).toEqual([0, 0.5, 0, 0, 0.5, 0]);
    const elapsed = planDeferred(hours(mails, { open, promise: { withinHours: 2, clock: 'elapsed' } }));
    expect([...elapsed.profileAgents]).toEqual([0, 1, 0, 0, 0, 0]);
  });

  it('says which promise no opening hour can keep, and plans that work anew from the next opening', () => {
    const open = [true, false, false, false, true, true, true, true];
    const plan = planDeferred(hours([0, 6, 0, 0, 0, 0, 0, 0], { open, promise: { withinHours: 2, clock: 'elapsed' } }));
    expect([...plan.unkeepable]).toEqual([0, 1, 0, 0, 0, 0, 0, 0]);
    expect(plan.reachable).toBe(false);
    expect([...plan.profileAgents]).toEqual([0, 0, 0, 0, 0.5, 0.5, 0, 0]);
    // Due at hour 3; one whole agent does it in hour 4, by hour 5.
    expect(plan.workOff.lateHours[1]).toBe(2);
    expect(plan.workOff.inTimeContacts[1]).toBe(0);
  });

  it('puts the work of a share that may be late behind the rest', () => {
    // All in time: 20 agents in hour 2. With 10 % of 420 late, 42 mails (7 hours of work) may be put off.
    const all = hours([60, 90, 120, 80, 40, 20, 10, 0], { promise: { withinHours: 1 } });
    const plan = planDeferred({ ...all, keptFraction: 0.9 });
    // At 100 mails an hour 20 of hour 2 and none of hour 3's 80 are put off: with n < 100 it is 120 - n of hour 2,
    // then 80 + 120 - 2n of hour 3 (the late go first): 42 in all where 320 - 3n = 42, so n = 278 / 3 mails an hour.
    expect(plan.levelAgents).toBeCloseTo(278 / 18, 6);
    const kept = plan.workOff.inTimeContacts.reduce((sum, count) => sum + count, 0);
    expect(kept).toBeGreaterThanOrEqual(0.9 * 420 - 1e-6);
  });

  it('leaves room in the agents’ time when use is capped', () => {
    const plan = planDeferred(hours([60, 60, 60, 60], { maxOccupancyFraction: 0.8, promise: { withinHours: 1 } }));
    // 10 agents' work each hour; 10 / 0.8 = 12.5, so 13, who are then busy for 10/13 of their time.
    expect([...plan.requiredAgents]).toEqual([13, 13, 13, 13]);
    expect(plan.occupancy[0]).toBeCloseTo(10 / 13, 12);
  });

  it('lets free capacity do what it can and asks for own agents for the rest', () => {
    const freeAgents = [0, 4, 0, 0];
    const plan = planDeferred(hours([60, 0, 0, 0], { freeAgents, promise: { withinHours: 2 } }));
    // 10 hours of work due within two: own 3 + 3 and free 4.
    expect([...plan.profileAgents]).toEqual([3, 3, 0, 0]);
  });

  it('needs nobody for nothing, and says so where nobody ever works', () => {
    expect([...planDeferred(hours([0, 0])).requiredAgents]).toEqual([0, 0]);
    const closed = planDeferred(hours([6, 0], { open: [false, false] }));
    expect([...closed.requiredAgents]).toEqual([0, 0]);
    expect(closed.workOff.backlogContacts[1]).toBeCloseTo(6, 12);
  });

  it('adds room for chance', () => {
    const plan = planDeferred(
      hours([60, 60, 60, 60], { promise: { withinHours: 1 }, safety: { z: 1.2815515655446004 } }),
    );
    // Work of one hour: mean 10, variance 60 × 2 × (1/6)² = 10/3; 10 + 1.28 × 1.826 = 12.34.
    expect(plan.profileAgents[0]).toBeGreaterThanOrEqual(12.339);
    expect(plan.requiredAgents[0]).toBe(13);
  });

  it('refuses mistakes by name, value and remedy', () => {
    expect(() => planDeferred(hours([-1]))).toThrow('contacts (-1) must be 0 or more');
    expect(() => planDeferred(hours([1], { open: [] }))).toThrow('open (0 values) must be as long as contacts, 1');
    expect(() => planDeferred(hours([1], { promise: { withinHours: 0 } }))).toThrow('withinHours (0) must be above 0');
    expect(() => planDeferred(hours([1], { keptFraction: 95 }))).toThrow(
      'keptFraction (95) must be 0..1; 95 % is 0.95',
    );
    expect(() => planDeferred(hours([1], { maxOccupancyFraction: 0 }))).toThrow(
      'maxOccupancyFraction (0) must be above 0',
    );
    const openingBacklog = [{ contacts: 1, averageHandleSeconds: 60, hoursLeft: 9 }];
    expect(() => planDeferred(hours([1], { openingBacklog }))).toThrow(
      'backlog hoursLeft (9) must be at most the 4 hours',
    );
  });
});

describe('backlog carried between days', () => {
  it('is left at the end with its age and what is left of its promise, and is worked off the next day', () => {
    const friday = planDeferred(hours([0, 0, 6, 6], { end: 'carry' }));
    // Due in four business hours, none of which must lie on Friday but one: nothing is due, so nobody is needed.
    expect([...friday.requiredAgents]).toEqual([0, 0, 0, 0]);
    const openingBacklog = carriedOut(friday.cohorts, friday.workOff, { ...friday, intervalSeconds: 3600 });
    expect(openingBacklog).toEqual([
      { contacts: 6, averageHandleSeconds: 600, hoursLeft: 2, waitedHours: 2 },
      { contacts: 6, averageHandleSeconds: 600, hoursLeft: 3, waitedHours: 1 },
    ]);
    const monday = planDeferred(hours([0, 0, 0, 0], { openingBacklog }));
    // Two hours of work over three hours: 2/3 each; 6 mails by hour 2 are no tighter.
    expect(monday.levelAgents).toBeCloseTo(2 / 3, 12);
    expect(monday.workOff.ofBacklog).toEqual({ inTimeContacts: 12, judgedContacts: 12 });
  });

  it('counts the share in time by day', () => {
    const plan = planDeferred(hours([6, 6, 6, 6], { promise: { withinHours: 1 } }));
    expect(inTimeByGroup(plan.workOff, [0, 0, 1, 1])).toEqual([
      { inTimeContacts: 12, judgedContacts: 12 },
      { inTimeContacts: 12, judgedContacts: 12 },
    ]);
  });
});
