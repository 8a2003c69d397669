import type { GridLoad, GridStaffingModel } from '@yotei/scheduling/staffing';
import fc from 'fast-check';

/** One to four days of half-hours with opening hours, some of them with a backlog or free agents. */
const loads: fc.Arbitrary<GridLoad> = fc
  .record({
    days: fc.integer({ min: 1, max: 4 }),
    opensAt: fc.integer({ min: 0, max: 24 }),
    closesAt: fc.integer({ min: 26, max: 48 }),
    contacts: fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 50, noNaN: true })), {
      minLength: 48,
      maxLength: 48,
    }),
    handleSeconds: fc.integer({ min: 60, max: 1200 }),
    start: fc.constantFrom('empty' as const, 'running' as const),
    end: fc.constantFrom('running' as const, 'carry' as const, 'clear' as const),
    freeAgents: fc.option(fc.double({ min: 0.01, max: 5, noNaN: true })),
  })
  .map(({ days, opensAt, closesAt, contacts, handleSeconds, start, end, freeAgents }) => {
    const intervals = Array.from({ length: 48 * days }, (_, index) => index % 48);
    return {
      intervalSeconds: 1800,
      contacts: intervals.map((at) => contacts[at]!),
      averageHandleSeconds: intervals.map(() => handleSeconds),
      open: intervals.map((at) => at >= opensAt && at < closesAt),
      freeAgents: freeAgents === null ? undefined : intervals.map(() => freeAgents),
      start,
      end,
    };
  });

const goals = fc.record({
  answerWithinHours: fc.constantFrom(1, 4, 8, 24),
  answeredWithinHoursFraction: fc.constantFrom(1, 0.95, 0.8),
  answerWithinClock: fc.constantFrom('business' as const, 'elapsed' as const),
  maxOccupancyFraction: fc.constantFrom(1, 0.9),
});

function describeShape(model: GridStaffingModel): void {
  it('has a permanent kebab-case id, titles in both languages, a source and assumptions', () => {
    expect(model.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const { en, ja } of [model.title, ...model.assumptions]) {
      expect(en).not.toBe('');
      expect(ja).toMatch(/[぀-ヿ一-鿿]/);
    }
    expect(model.source.length).toBeGreaterThan(10);
    expect(model.judges.length).toBeGreaterThan(0);
  });
}

/** The contract of a grid staffing model; every one of the catalogue must pass. */
export function describeGridStaffingModelConformance(model: GridStaffingModel): void {
  describe(`${model.id} keeps the contract of a grid staffing model`, () => {
    describeShape(model);

    it('answers every interval: whole agents, none while closed, shares in range, a backlog that is never negative', () => {
      fc.assert(
        fc.property(loads, goals, (load, goal) => {
          const staffed = model.staff(load, goal);
          for (let at = 0; at < load.contacts.length; at += 1) {
            const agents = staffed.requiredAgents[at]!;
            expect(Number.isInteger(agents) && agents >= 0 && (agents === 0 || Boolean(load.open[at]))).toBe(true);
            expect(agents).toBeLessThanOrEqual(Math.ceil(staffed.profileAgents[at]! - 1e-9));
            expect(staffed.inTimeFraction[at]! > 1 + 1e-9 || staffed.inTimeFraction[at]! < 0).toBe(false);
            expect(staffed.occupancy[at]! > goal.maxOccupancyFraction * (1 + 1e-9)).toBe(false);
            expect(staffed.backlogContacts[at]!).toBeGreaterThanOrEqual(-1e-6);
            expect(staffed.oldestAgeHours[at]!).toBeGreaterThanOrEqual(0);
          }
        }),
        { numRuns: 15 },
      );
    });

    it('keeps the promise of all it says can be kept, when none may be late', () => {
      fc.assert(
        fc.property(loads, goals, (load, goal) => {
          const staffed = model.staff(load, { ...goal, answeredWithinHoursFraction: 1 });
          staffed.inTimeFraction.forEach((share, at) => {
            if (!staffed.unkeepable[at]) expect(share < 1 - 1e-6).toBe(false);
          });
        }),
        { numRuns: 15 },
      );
    });

    it('keeps the promise for the share asked for, where opening hours allow it at all', () => {
      fc.assert(
        fc.property(loads, goals, (load, goal) => {
          const staffed = model.staff({ ...load, end: 'running' }, goal);
          fc.pre(staffed.unkeepable.every((broken) => !broken));
          let [kept, all] = [0, 0];
          staffed.inTimeFraction.forEach((share, at) => {
            if (Number.isNaN(share)) return;
            kept += share * load.contacts[at]!;
            all += load.contacts[at]!;
          });
          // The share is kept over the grid and its surroundings; the grid itself may lie a little below.
          if (all > 0) expect(kept / all).toBeGreaterThanOrEqual(goal.answeredWithinHoursFraction - 0.02);
        }),
        { numRuns: 15 },
      );
    });

    it('never has a lower peak when more contacts come, and none without contacts', () => {
      fc.assert(
        fc.property(loads, goals, fc.double({ min: 1, max: 2, noNaN: true }), (load, goal, growth) => {
          const more = { ...load, contacts: Array.from(load.contacts, (count) => count * growth) };
          const [now, later] = [model.staff(load, goal), model.staff(more, goal)];
          expect(later.levelAgents).toBeGreaterThanOrEqual(now.levelAgents * (1 - 1e-6) - 1e-9);
          const none = model.staff({ ...load, contacts: Array.from(load.contacts, () => 0) }, goal);
          expect(none.requiredAgents.every((agents) => agents === 0)).toBe(true);
        }),
        { numRuns: 8 },
      );
    });
  });
}
