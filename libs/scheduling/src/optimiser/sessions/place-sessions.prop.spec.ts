import { MINUTE_MILLIS } from '@yotei/time';
import fc from 'fast-check';
import { activityTypes, amy, problemOf, shiftOf } from '../../../../../tests/kit/roster-builder.js';
import { createEvaluator, evaluateRoster } from '../../evaluation/index.js';
import {
  coverageGrid,
  tileActivities,
  type Activity,
  type RosterProblem,
  type Session,
  type Shift,
  type ShiftTemplate,
} from '../../roster/index.js';
import { defaultRuleSettings } from '../../rules/index.js';
import { placeSessions } from './place-sessions.js';

/** Five hours with a break and a lunch that may move. */
const template: ShiftTemplate = {
  id: 'day',
  title: 'Day',
  earliestStartMinute: 480,
  latestStartMinute: 720,
  startStepMinutes: 30,
  lengthMinutes: 300,
  activities: [
    { activityTypeId: 'break', lengthMinutes: 15, earliestStartMinutes: 45, latestStartMinutes: 120 },
    {
      activityTypeId: 'lunch',
      lengthMinutes: 30,
      earliestStartMinutes: 120,
      latestStartMinutes: 210,
      minGapMinutes: 45,
    },
  ],
};

const SHIFT = 'Mon 09:00-14:00 as:day break@10:00+15 lunch@11:30+30';

const session: Session = {
  id: 'coaching',
  title: 'Coaching',
  activityTypeId: 'training',
  lengthMinutes: 30,
  who: {},
  form: 'alone',
};

function centre(levels: readonly number[], agents: number, more: Partial<RosterProblem> = {}): RosterProblem {
  const base = problemOf({
    activityTypes,
    templates: [template],
    agents: Array.from({ length: agents }, (_, i) => ({ ...amy, id: `a${i}`, name: `A${i}` })),
    rules: defaultRuleSettings().filter(({ level }) => level === 'must'),
    ...more,
  });
  const grid = coverageGrid(base);
  const agentsToRoster = Array.from({ length: grid.count }, (_, slot) => levels[slot % levels.length]!);
  return { ...base, demand: [{ queueId: 'q', skillId: 'voice', grid, agentsToRoster }] };
}

const levels = fc.array(
  fc.integer({ min: 0, max: 12 }).map((n) => n / 4),
  { minLength: 7, maxLength: 40 },
);

/** Every shift with the session and the breaks at any of their places. */
function* everyArrangement(shift: Shift): Generator<Shift> {
  const at = (minutes: number) => shift.startAt + minutes * MINUTE_MILLIS;
  const part = (activityTypeId: string, start: number, length: number): Activity => ({
    activityTypeId,
    startAt: at(start),
    endAt: at(start + length),
    ...(activityTypeId === 'training' && { sessionId: session.id }),
  });
  for (let start = 0; start <= 270; start += 15)
    for (let pause = 45; pause <= 120; pause += 15)
      for (let lunch = Math.max(120, pause + 60); lunch <= 210; lunch += 15) {
        const parts = [part('training', start, 30), part('break', pause, 15), part('lunch', lunch, 30)];
        parts.sort((a, b) => a.startAt - b.startAt);
        if (parts.some((one, i) => i > 0 && one.startAt < parts[i - 1]!.endAt)) continue;
        yield { ...shift, activities: tileActivities(shift, parts, 'contact') };
      }
}

describe('placing sessions', () => {
  it('puts one attendee alone where trying every place of session and breaks costs least', () => {
    fc.assert(
      fc.property(levels, fc.integer({ min: 1, max: 3 }), (drawn, others) => {
        const problem = centre(drawn, others + 1, { sessions: [{ ...session, who: { agentIds: ['a0'] } }] });
        const shifts = problem.agents.map(({ id }) => shiftOf(SHIFT, { agentId: id }));
        const placed = placeSessions(problem, { shifts });
        let best = Number.POSITIVE_INFINITY;
        const evaluator = createEvaluator(problem, { shifts });
        for (const own of everyArrangement(shifts[0]!)) {
          evaluator.replaceShifts('a0', [own]);
          const totals = evaluator.totals();
          if (totals.hardBreaches === 0) best = Math.min(best, totals.cost);
        }
        const judged = evaluateRoster(problem, placed.roster);
        expect(placed.places).toHaveLength(1);
        expect(judged.hardBreaches).toBe(0);
        expect(judged.cost).toBeCloseTo(best, 6);
        expect(placed.harm).toBeCloseTo(judged.cost - evaluateRoster(problem, { shifts }).cost, 6);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('finds the common start of a team that trying every start finds', () => {
    const fixed = { ...template, activities: [] };
    fc.assert(
      fc.property(levels, fc.integer({ min: 2, max: 4 }), (drawn, team) => {
        const problem = centre(drawn, team + 1, {
          templates: [fixed],
          rules: [],
          sessions: [{ ...session, form: 'together', who: { agentIds: ['a0', 'a1', 'a2', 'a3'].slice(0, team) } }],
        });
        const shifts = problem.agents.map(({ id }) => shiftOf('Mon 09:00-14:00 as:day', { agentId: id }));
        const costAt = (start: number): number => {
          const span = { startAt: shifts[0]!.startAt + start * MINUTE_MILLIS };
          const meeting: Activity = {
            ...span,
            endAt: span.startAt + 30 * MINUTE_MILLIS,
            activityTypeId: 'training',
            sessionId: session.id,
          };
          const away = shifts.map((shift, i) =>
            i < team ? { ...shift, activities: tileActivities(shift, [meeting], 'contact') } : shift,
          );
          return evaluateRoster(problem, { shifts: away }).cost;
        };
        const starts = Array.from({ length: 19 }, (_, i) => i * 15);
        const placed = placeSessions(problem, { shifts });
        expect(placed.places.map(({ agentIds }) => agentIds.length)).toEqual([team]);
        expect(evaluateRoster(problem, placed.roster).cost).toBeCloseTo(Math.min(...starts.map(costAt)), 6);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });

  it('never breaks a must rule, keeps everything it does not place, and places nothing twice', () => {
    fc.assert(
      fc.property(
        levels,
        fc.array(
          fc.record({
            form: fc.constantFrom('together' as const, 'alone' as const),
            lengthMinutes: fc.constantFrom(15, 30, 60),
            attendeesAtOnceMax: fc.constantFrom(undefined, 1, 2),
            attendees: fc.constantFrom(undefined, 1, 2),
            period: fc.constantFrom(undefined, 'day' as const, 'week' as const),
            times: fc.constantFrom(1, 2),
            sameTime: fc.boolean(),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        (drawn, sessions) => {
          const problem = centre(drawn, 3, {
            sessions: sessions.map((one, i) => ({ ...session, ...one, id: `s${i}` })),
          });
          const days = ['Mon', 'Tue', 'Thu'];
          const shifts = problem.agents.flatMap(({ id }) =>
            days.map((day) => shiftOf(SHIFT.replace('Mon', day), { agentId: id })),
          );
          const placed = placeSessions(problem, { shifts });
          expect(evaluateRoster(problem, placed.roster).hardBreaches).toBe(0);
          const spans = (list: readonly Shift[]) =>
            list.map(({ agentId, startAt, endAt }) => ({ agentId, startAt, endAt }));
          expect(spans(placed.roster.shifts)).toEqual(spans(shifts));
          for (const place of placed.places)
            for (const id of place.agentIds)
              expect(
                placed.roster.shifts.filter(({ agentId }) => agentId === id).flatMap(({ activities }) => activities),
              ).toContainEqual({
                activityTypeId: 'training',
                sessionId: place.sessionId,
                startAt: place.startAt,
                endAt: place.endAt,
              });
          // Once more: only those without a place may find one now, since what was placed stands in the roster.
          const missed = new Set(placed.unplaced.map(({ sessionId }) => sessionId));
          const again = placeSessions(problem, placed.roster);
          for (const { sessionId } of again.places) expect(missed).toContain(sessionId);
          if (missed.size === 0) expect(again.roster).toEqual(placed.roster);
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
  });
});
