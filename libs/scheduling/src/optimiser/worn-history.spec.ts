import { addDays, instantOfLocal, startOfLocalDay } from '@yotei/time';
import { rosterInstance } from '../../../../tests/kit/roster-instances.js';
import { evaluateRoster } from '../evaluation/index.js';
import type { RosterProblem, RuleSetting, Shift } from '../roster/index.js';
import { WORK_RULES } from '../rules/index.js';
import { optimiseRoster } from './optimise-roster.js';

const DAYS = 84;
const HISTORY_DAYS = 14;

/** Eleven hours of contact work on each of the 84 days before the plan: beyond what the rules allow, whatever is planned. */
function wornOut(problem: RosterProblem): RosterProblem {
  const { id: agentId, zone } = problem.agents[0]!;
  const contact = problem.activityTypes.find(({ contactWork }) => contactWork)!.id;
  const shifts = Array.from({ length: DAYS }, (_, day): Shift => {
    const on = addDays(problem.startsOn, day - DAYS);
    const span = { startAt: instantOfLocal(on, 480, zone), endAt: instantOfLocal(on, 1140, zone) };
    return { agentId, ...span, activities: [{ activityTypeId: contact, ...span }] };
  });
  const since = startOfLocalDay(addDays(problem.startsOn, -DAYS), problem.zone);
  return {
    ...problem,
    history: shifts.slice(-HISTORY_DAYS),
    historyFromAt: startOfLocalDay(addDays(problem.startsOn, -HISTORY_DAYS), problem.zone),
    earlier: shifts
      .slice(0, -HISTORY_DAYS)
      .map(({ startAt, endAt }) => ({ agentId, startAt, endAt, paidMinutes: 660 })),
    earlierFromAt: since,
  };
}

/** Tighter than what a rule allows by itself, where that would bear such weeks. */
const TIGHT: Readonly<Record<string, RuleSetting['parameters']>> = {
  'days-off-in-weeks': { daysOffTogether: 8, weeks: 4 },
  'period-paid-minutes': { maxMinutes: 2400, calendarMonths: 1 },
  'period-days-off': { minDaysOff: 27, calendarMonths: 1 },
};

const heldByTours = WORK_RULES.filter(({ tour }) => !['judged', 'long-rest'].includes(tour.kind)).map(({ id }) => id);

describe('a plan after weeks that alone are beyond a rule', () => {
  it.each(heldByTours)('is made under %s, or says who cannot be planned', (ruleId) => {
    const problem = wornOut(rosterInstance({ agents: 2, seed: 2, weeks: 1, tightness: 0.8 }));
    const worn: RosterProblem = {
      ...problem,
      rules: [
        ...problem.rules.filter((rule) => ![ruleId, 'weekly-paid-minutes'].includes(rule.ruleId)),
        { ruleId, level: 'must', parameters: TIGHT[ruleId] ?? {} },
      ],
    };
    const result = optimiseRoster(worn, { seed: 1, iterationLimit: 2, nowMillis: () => 0 });
    if (result.kind !== 'roster') return expect(result.kind).toBe('infeasible');
    const broken = evaluateRoster(worn, result.roster).breaches.filter(
      ({ level, ruleId: of }) => level === 'must' && of === ruleId,
    );
    return expect(broken).toEqual([]);
  });
});
