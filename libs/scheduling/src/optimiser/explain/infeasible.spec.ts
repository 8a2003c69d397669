import { openContract, problemOf, shiftOf } from '../../../../../tests/kit/roster-builder.js';
import type { RosterProblem } from '../../roster/index.js';
import { defaultRuleSettings } from '../../rules/index.js';
import { optimiseRoster } from '../optimise-roster.js';
import type { ConflictMember } from './conflict-members.js';

const rules = defaultRuleSettings();
/** 12 h: the nearest the day template allows is 21:00 to 08:00, 11 h. */
const longRest = rules.map((setting) =>
  setting.ruleId === 'min-rest-between-shifts' ? { ...setting, parameters: { restMinutes: 720 } } : setting,
);
const options = { seed: 1, iterationLimit: 0, nowMillis: () => 0 };
const off = (text: string) => ({
  agentId: 'amy',
  startAt: shiftOf(text).startAt,
  endAt: shiftOf(text).endAt,
  paidMinutes: 0,
});
const held = (text: string, lunch = '12:00') => ({ ...shiftOf(`${text} lunch@${lunch}+60 as:day`), locked: true });

function conflictOf(problem: RosterProblem): readonly ConflictMember[] {
  const result = optimiseRoster(problem, options);
  if (result.kind !== 'infeasible') throw new Error(`kind (${result.kind}) must be infeasible`);
  expect(result.agents.map(({ agentId }) => agentId)).toEqual(['amy']);
  return result.agents[0]!.conflict!;
}

/** The problem without what the member names. */
function without(problem: RosterProblem, member: ConflictMember): RosterProblem {
  if (member.kind === 'team-rule') throw new Error('rules across agents bind no agent alone');
  if (member.kind === 'rule')
    return { ...problem, rules: problem.rules.filter(({ ruleId }) => ruleId !== member.ruleId) };
  const others = <T extends { readonly startAt: number }>(items: readonly T[]) =>
    items.filter(({ startAt }) => startAt !== member.span.startAt);
  if (member.kind === 'absence') return { ...problem, timeOff: others(problem.timeOff) };
  if (member.kind === 'given-shift') return { ...problem, fixedShifts: others(problem.fixedShifts) };
  return { ...problem, history: others(problem.history) };
}

const week = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].map((day) => shiftOf(`${day}-1 09:00-18:00`));
const cases: readonly (readonly [string, RosterProblem, readonly string[]])[] = [
  [
    'a locked shift in an absence',
    problemOf({
      rules,
      fixedShifts: [held('Tue 09:00-18:00'), held('Thu 09:00-18:00')],
      timeOff: [off('Tue 00:00-12:00')],
    }),
    ['given-shift', 'absence', 'rule'],
  ],
  [
    'two locked shifts too near each other',
    problemOf({ rules: longRest, fixedShifts: [held('Tue 12:00-21:00', '16:00'), held('Wed 08:00-17:00')] }),
    ['given-shift', 'given-shift', 'rule'],
  ],
  [
    'a locked shift after last night',
    problemOf({ rules, fixedShifts: [held('Mon 09:00-18:00')], history: [shiftOf('Sun-1 15:00-23:00')] }),
    ['given-shift', 'rule', 'worked-shift'],
  ],
  [
    'the seventh day in a row',
    problemOf({
      rules,
      fixedShifts: [held('Sun-1 09:00-18:00')].map((shift) => ({
        ...shift,
        ...shiftOf('Mon 09:00-18:00 lunch@12:00+60 as:day'),
      })),
      history: [...week.slice(0, 6), shiftOf('Sun-1 09:00-18:00')].slice(1),
    }),
    ['given-shift', 'rule', ...Array.from({ length: 6 }, () => 'worked-shift')],
  ],
  [
    'hours of the contract that availability does not leave room for',
    problemOf({
      rules,
      contracts: [{ ...openContract, weeklyMinutesMin: 2400, weeklyMinutesMax: 2400 }],
      agents: problemOf().agents.map((agent) => ({
        ...agent,
        availability: [1, 2, 3, 4].map((weekday) => ({ weekday, fromMinute: 0, untilMinute: 1440 })),
      })),
    }),
    ['rule', 'rule'],
  ],
];

describe('why an agent cannot be planned', () => {
  it.each(cases)('%s: named one by one, and without any of them the week can be planned', (_, problem, kinds) => {
    const conflict = conflictOf(problem);
    expect(conflict.map(({ kind }) => kind)).toEqual(kinds);
    for (const member of conflict) expect(optimiseRoster(without(problem, member), options).kind).toBe('roster');
  });

  it('names the limits a rule was set to', () => {
    const [, rule] = conflictOf(cases[2]![1]);
    expect(rule).toEqual({ kind: 'rule', ruleId: 'min-rest-between-shifts', limits: { restMinutes: 660 } });
  });
});
