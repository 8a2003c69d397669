import { evaluateRoster } from '@yotei/scheduling/evaluation';
import { optimiseRoster } from '@yotei/scheduling/optimiser';
import type { RosterProblem, Shift } from '@yotei/scheduling/roster';
import { validateProblem } from '@yotei/scheduling/rules';
import { mixedRows, ROTATION_DAY_OFF, withMixedRules } from './mixed-rules.js';
import { dayNumber, oracleAmounts, wallClock, weekdayOf } from './roster-oracle.js';
import { oracleRowAmounts } from './roster-oracle-rows.js';
import { ROSTER_SHAPES } from './roster-shapes.js';
import { oracleTeamAmounts } from './team-oracle.js';

/** Must rules broken by the oracles: of each agent, of rows and periods, across agents, of the rotation. */
function broken(problem: RosterProblem, shifts: readonly Shift[]): string[] {
  const must = new Set(problem.rules.filter(({ level }) => level === 'must').map(({ ruleId }) => ruleId));
  const own = problem.agents.flatMap((agent, place) => {
    const plan = shifts.filter((shift) => shift.agentId === agent.id);
    const amounts = {
      ...oracleAmounts(problem, agent, plan),
      ...oracleRowAmounts(problem, agent, plan, mixedRows(problem)),
    };
    const named = Object.entries(amounts).flatMap(([id, amount]) =>
      amount > 0 && must.has(id) ? [`${agent.id} ${id}`] : [],
    );
    const free = plan.filter((shift) => {
      const day = dayNumber(wallClock(shift.startAt, agent.zone).on);
      const week = Math.floor((day - dayNumber(problem.startsOn)) / 7) + (place % 2);
      return !shift.locked && !agent.rotation && week % 2 === 1 && weekdayOf(day) === ROTATION_DAY_OFF;
    });
    return [...named, ...free.map(() => `${agent.id} rotation`)];
  });
  const across = oracleTeamAmounts(problem, shifts);
  const rules = problem.teamRules!.filter(({ id, level }) => level === 'must' && across[id]! > 0);
  return [...own, ...rules.map(({ id }) => id)];
}

const SESSION_LENGTH: Readonly<Record<string, number>> = { huddle: 30, course: 60 };

/** What is wrong with the places of sessions, by the clock on the wall of the problem's zone. */
function misplaced(problem: RosterProblem, shifts: readonly Shift[]): string[] {
  const places = shifts.flatMap((shift) =>
    shift.activities
      .filter(({ sessionId }) => sessionId)
      .map((activity) => ({ shift, activity, id: activity.sessionId! })),
  );
  const wrong = places.flatMap(({ shift, activity, id }) => {
    const { minute, on } = wallClock(activity.startAt, problem.zone);
    const long = (activity.endAt - activity.startAt) / 60_000;
    const inside = activity.startAt >= shift.startAt && activity.endAt <= shift.endAt;
    const allowed = id === 'huddle' ? minute >= 600 && minute + 30 <= 960 : weekdayOf(dayNumber(on)) <= 5;
    return inside && allowed && long === SESSION_LENGTH[id] ? [] : [`${shift.agentId} ${id} at ${on} ${minute}`];
  });
  const most: Readonly<Record<string, number>> = { huddle: 4, course: 2 };
  const crowded = places.filter(({ activity, id }) => {
    const atOnce = places.filter(
      (other) =>
        other.id === id && other.activity.startAt <= activity.startAt && activity.startAt < other.activity.endAt,
    );
    return atOnce.length > most[id]!;
  });
  const courses = problem.agents.filter(
    (agent) => places.filter(({ id, shift }) => id === 'course' && shift.agentId === agent.id).length > 1,
  );
  return [
    ...wrong,
    ...crowded.map(({ id }) => `too many at ${id}`),
    ...courses.map(({ id }) => `${id} has two courses`),
  ];
}

/** Long horizons under every rule at once take a minute each; two weeks stand for them. */
const SHAPES = ROSTER_SHAPES.filter(({ slow, name }) => !slow || name === 'two weeks');

describe.each(SHAPES.map((shape) => [shape.name, shape] as const))('every kind of rule at once: %s', (_name, shape) => {
  it('is kept by the oracles, in a roster that costs what is counted anew', () => {
    const problem = withMixedRules(shape.problem(3));
    expect(validateProblem(problem)).toEqual({ kind: 'valid' });
    const result = optimiseRoster(problem, { seed: 3, iterationLimit: 4, nowMillis: () => 0 });
    if (result.kind !== 'roster')
      throw new Error(`roster expected; the answer is ${JSON.stringify(result).slice(0, 600)}`);
    const { roster, cost, lowerBound, sessions } = result;
    expect(broken(problem, roster.shifts)).toEqual([]);
    expect(misplaced(problem, roster.shifts)).toEqual([]);
    expect(sessions!.places.length).toBeGreaterThan(0);
    const evaluation = evaluateRoster(problem, roster);
    expect(evaluation.hardBreaches).toBe(0);
    expect(cost).toBeCloseTo(evaluation.cost, 4);
    expect(lowerBound).toBeLessThanOrEqual(cost + 1e-6);
  });
});
