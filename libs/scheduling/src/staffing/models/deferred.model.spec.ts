import { describeGridStaffingModelConformance } from '../../../../../tests/kit/grid-staffing-model-conformance.js';
import { GRID_STAFFING_MODELS, gridStaffingModel, type GridLoad } from '../index.js';

for (const model of GRID_STAFFING_MODELS) describeGridStaffingModelConformance(model);

const model = gridStaffingModel('deferred')!;
/** A week of hours, open 8 to 18 h on Monday to Friday; mail comes at all hours. */
const weekHours = Array.from({ length: 168 }, (_, hour) => ({ day: Math.floor(hour / 24), hour: hour % 24 }));
const week: GridLoad = {
  intervalSeconds: 3600,
  contacts: weekHours.map(({ hour }) => (hour >= 7 && hour < 22 ? 12 : 2)),
  averageHandleSeconds: weekHours.map(() => 500),
  open: weekHours.map(({ day, hour }) => day < 5 && hour >= 8 && hour < 18),
};
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((total, value) => total + value, 0);

describe('the ends of what can be asked', () => {
  it('answers a grid without intervals, one without opening hours, and a load of 100,000 agents', () => {
    const none = { intervalSeconds: 900, contacts: [], averageHandleSeconds: [], open: [] };
    expect(model.staff(none, { answerWithinHours: 8 }).requiredAgents).toHaveLength(0);
    const shut = model.staff({ ...week, open: weekHours.map(() => false) }, { answerWithinHours: 8 });
    expect(sum(shut.requiredAgents)).toBe(0);
    expect(shut.backlogContacts[167]).toBeCloseTo(7 * 198, 6);
    const huge = { ...week, contacts: weekHours.map(() => 720_000), open: weekHours.map(() => true) };
    // 720,000 mails an hour of 500 s are 100,000 agents all the time.
    expect(model.staff(huge, { answerWithinHours: 8 }).levelAgents).toBeCloseTo(100_000, 3);
  });
});

describe('a week of mail', () => {
  it('has on Monday what came over the weekend, when the week repeats itself', () => {
    const running = model.staff(week, { answerWithinHours: 10 });
    // All the week's work is done within the week: 168 hours, 15 × 12 + 9 × 2 = 198 mails a day, 500 s each.
    expect(sum(running.profileAgents)).toBeCloseTo((198 * 7 * 500) / 3600, 6);
    // In a steady week the backlog carried out is the backlog carried in: the weekend's mail at least.
    expect(running.backlogContacts[167]).toBeGreaterThanOrEqual(2 * 198);
    const empty = model.staff({ ...week, start: 'empty' }, { answerWithinHours: 10 });
    expect(sum(empty.profileAgents.slice(0, 24))).toBeLessThan(sum(running.profileAgents.slice(0, 24)));
    expect([...running.inTimeFraction].every((share) => share > 1 - 1e-9)).toBe(true);
  });

  it('goes on from what one week leaves to the next', () => {
    const goal = { answerWithinHours: 10 };
    const first = model.staff({ ...week, start: 'empty' }, goal);
    const waiting = first.carriedOut.reduce((total, { contacts }) => total + contacts, 0);
    expect(waiting).toBeCloseTo(first.backlogContacts[167]!, 6);
    const second = model.staff({ ...week, openingBacklog: first.carriedOut }, goal);
    expect(sum(second.profileAgents.slice(0, 24))).toBeGreaterThan(sum(first.profileAgents.slice(0, 24)));
  });

  it('needs fewer at the peak when a share may be late, and more with a cap on use', () => {
    const goal = { answerWithinHours: 2, answerWithinClock: 'business' as const };
    const all = model.staff(week, goal);
    expect(model.staff(week, { ...goal, answeredWithinHoursFraction: 0.9 }).levelAgents).toBeLessThan(all.levelAgents);
    const capped = model.staff(week, { ...goal, maxOccupancyFraction: 0.9 });
    expect(capped.levelAgents).toBeCloseTo(all.levelAgents / 0.9, 9);
  });

  it('asks for the hours, and for a share that is one', () => {
    expect(() => model.staff(week, { answerWithinHours: 0 })).toThrow('answerWithinHours (0) must be above 0');
    expect(() => model.staff(week, { answerWithinHours: 8, answeredWithinHoursFraction: 95 })).toThrow(
      'answeredWithinHoursFraction (95) must be 0..1; 95 % is 0.95',
    );
    expect(() => model.staff(week, {})).toThrow('answerWithinHours (undefined) must be given for deferred');
  });
});
