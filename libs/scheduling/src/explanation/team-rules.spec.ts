import { amy, dayTemplate, openContract, problemOf, shiftOf } from '../../../../tests/kit/roster-builder.js';
import {
  coverageGrid,
  type Preference,
  type RosterProblem,
  type ShiftTemplate,
  type TeamRuleSetting,
} from '../roster/index.js';
import { defaultRuleSettings } from '../rules/index.js';
import { explainShortages } from './explain-shortages.js';
import { explainWeek } from './explain-week.js';
import { conflictMemberText, limitText, reasonTitle, wordsOf } from './words/index.js';

const grid = coverageGrid(problemOf());
const four: ShiftTemplate = {
  ...dayTemplate,
  id: 'four',
  earliestStartMinute: 540,
  latestStartMinute: 540,
  startStepMinutes: 60,
  lengthMinutes: 240,
  activities: [],
};
const apart: TeamRuleSetting = { id: 'apart', title: 'Amy or Bob', ruleId: 'exclusion', level: 'must', who: {} };

/** Two asked on Monday from 9 to 13; Bob is there, Amy has the day off because the two may not work together. */
const problem = (more: Partial<RosterProblem> = {}): RosterProblem =>
  problemOf({
    contracts: [{ ...openContract, templateIds: ['four'], weeklyMinutesMin: 0, daysPerWeekMax: 1 }],
    templates: [four],
    rules: defaultRuleSettings().filter((setting) => setting.level === 'must'),
    agents: [amy, { ...amy, id: 'bob', name: 'Bob' }],
    demand: [
      {
        queueId: 'phone',
        skillId: 'voice',
        grid,
        agentsToRoster: Array.from({ length: grid.count }, (_, slot) => (slot >= 36 && slot < 52 ? 2 : 0)),
      },
    ],
    teamRules: [apart],
    ...more,
  });
const bob = { ...shiftOf('Mon 9:00-13:00 as:four'), agentId: 'bob' };
const work: Preference = { agentId: 'amy', kind: 'day-on', on: '2026-11-02', weight: 20 };

describe('rules across agents in explanations', () => {
  it('are what stops an agent from a short interval, with what one agent more in the rule would save', () => {
    const [found] = explainShortages(problem(), { shifts: [bob] });
    expect(found).toMatchObject({ worthMoreElsewhere: null, improvable: [], severalLimits: [] });
    expect(found!.reasons).toHaveLength(1);
    const [reason] = found!.reasons;
    // Sixteen slots of one of two missing: 0.2x10 + 0.2x20 + 0.6x40 = 30 each; with both nobody is short.
    expect(reason).toMatchObject({
      kind: 'team-rule',
      settingId: 'apart',
      agentIds: ['amy'],
      gain: { limit: { from: 1, to: 2 }, costSaved: 480 },
    });
    const en = wordsOf(problem(), 'en');
    expect(reasonTitle(reason!, en)).toBe('Amy or Bob');
    expect(limitText(reason!.gain!.limit, 'amy', en)).toBe('with 2 instead of 1 in the team rule “Amy or Bob”');
    expect(limitText(reason!.gain!.limit, 'amy', wordsOf(problem(), 'ja'))).toBe(
      'チームルール「Amy or Bob」を1人から2人にすれば',
    );
  });

  it('are named when they alone forbid a wished week', () => {
    const found = explainWeek(problem(), { shifts: [bob] }, { wish: work });
    expect(found).toEqual({
      kind: 'forbidden',
      conflict: [{ kind: 'team-rule', settingId: 'apart', ruleId: 'exclusion', title: 'Amy or Bob' }],
    });
    if (found.kind !== 'forbidden') return;
    const en = wordsOf(problem(), 'en');
    expect(conflictMemberText(found.conflict[0]!, 'amy', en)).toBe('the team rule “Amy or Bob”');
    expect(conflictMemberText({ ...found.conflict[0]!, title: undefined } as never, 'amy', en)).toBe(
      'the team rule “Not on the same day”',
    );
  });

  it('that are preferred are part of what a wished week costs', () => {
    const preferred = { ...apart, level: 'prefer' as const, weight: 33 };
    const found = explainWeek(problem({ teamRules: [preferred] }), { shifts: [bob] }, { wish: work });
    // 16 slots served in full save 480; the rule costs 33 for the one agent too many on Monday.
    expect(found).toMatchObject({ kind: 'possible', costChange: -447 });
  });
});
