import { amy, problemOf, shiftOf } from '../../../../tests/kit/roster-builder.js';
import { defaultRuleSettings } from '../rules/index.js';
import { rosterDifference } from './roster-difference.js';

const rules = defaultRuleSettings().filter(({ ruleId }) => ruleId === 'min-rest-between-shifts');
const problem = problemOf({ rules, agents: [amy, { ...amy, id: 'bob' }, { ...amy, id: 'cyd' }] });
const bob = (text: string) => shiftOf(text, { agentId: 'bob' });

describe('the difference of two rosters', () => {
  it('names who changed, what of the day, and the hours', () => {
    const before = [shiftOf('Mon 09:00-18:00 lunch@12:00+60'), shiftOf('Tue 09:00-18:00'), bob('Wed 09:00-18:00')];
    const after = [shiftOf('Mon 10:00-19:00 lunch@12:00+60'), shiftOf('Thu 09:00-13:00'), bob('Wed 09:00-18:00')];
    const found = rosterDifference(problem, { shifts: before }, { shifts: after });
    expect(found.agents).toMatchObject([
      {
        agentId: 'amy',
        paidMinutesBefore: 480 + 540,
        paidMinutesAfter: 480 + 240,
        shifts: [
          { kind: 'changed', on: '2026-11-02', aspects: ['start', 'end', 'breaks'] },
          { kind: 'removed', on: '2026-11-03' },
          { kind: 'added', on: '2026-11-05' },
        ],
      },
    ]);
  });

  it('a shift moved whole keeps its breaks', () => {
    const found = rosterDifference(
      problem,
      { shifts: [shiftOf('Mon 09:00-18:00 lunch@12:00+60')] },
      { shifts: [shiftOf('Mon 10:00-19:00 lunch@13:00+60')] },
    );
    expect(found.agents[0]!.shifts).toMatchObject([{ aspects: ['start', 'end'] }]);
  });

  it('tells breaches that are gone and those that are new', () => {
    const early = { shifts: [shiftOf('Mon 14:00-22:00'), shiftOf('Tue 07:00-15:00')] };
    const late = { shifts: [bob('Mon 14:00-22:00'), bob('Tue 06:00-15:00')] };
    const found = rosterDifference(problem, early, late);
    expect(found.goneBreaches).toMatchObject([{ agentId: 'amy', amount: 120 }]);
    expect(found.newBreaches).toMatchObject([{ agentId: 'bob', amount: 180 }]);
    expect([found.before.hardBreaches, found.after.hardBreaches]).toEqual([1, 1]);
  });

  it('is empty between a roster and itself', () => {
    const roster = { shifts: [shiftOf('Mon 14:00-22:00'), shiftOf('Tue 07:00-15:00')] };
    expect(rosterDifference(problem, roster, roster)).toMatchObject({
      agents: [],
      goneBreaches: [],
      newBreaches: [],
      coverage: [],
    });
  });
});
