import { startOfLocalDay } from '@yotei/time';
import { amy, dayTemplate, openContract, problemOf, shiftOf } from '../../../../tests/kit/roster-builder.js';
import { firstRoster } from '../../../../tests/kit/first-roster.js';
import { rosterInstance } from '../../../../tests/kit/roster-instances.js';
import { evaluateRoster } from '../evaluation/index.js';
import {
  coverageGrid,
  type Preference,
  type RosterProblem,
  type RuleSetting,
  type ShiftTemplate,
} from '../roster/index.js';
import { defaultRuleSettings } from '../rules/index.js';
import { explainWeek } from './explain-week.js';

const grid = coverageGrid(problemOf());
const four: ShiftTemplate = {
  ...dayTemplate,
  id: 'four',
  earliestStartMinute: 540,
  latestStartMinute: 600,
  startStepMinutes: 60,
  lengthMinutes: 240,
  activities: [],
};
const must = defaultRuleSettings().filter((setting) => setting.level === 'must');
const offOnMonday: Preference = { agentId: 'amy', kind: 'day-off', on: '2026-11-02', weight: 20 };
/** Amy alone; one asked on Monday and on Tuesday from 10:00 to 13:00; one shift a week. */
const problem = (more: Partial<RosterProblem> = {}): RosterProblem =>
  problemOf({
    contracts: [{ ...openContract, templateIds: ['four'], weeklyMinutesMin: 240, daysPerWeekMax: 1 }],
    templates: [four],
    rules: must,
    preferences: [offOnMonday],
    demand: [
      {
        queueId: 'phone',
        skillId: 'voice',
        grid,
        agentsToRoster: Array.from({ length: grid.count }, (_, slot) =>
          slot >= 40 && slot < 52 ? 2 : slot >= 136 && slot < 148 ? 1 : 0,
        ),
      },
    ],
    agents: [amy],
    ...more,
  });
const monday = shiftOf('Mon 10:00-14:00 as:four');
const at = (hour: number, day: string) => startOfLocalDay(day, 'Asia/Tokyo') + hour * 3_600_000;

const withRule = (given: RosterProblem, rule: RuleSetting): RosterProblem => ({
  ...given,
  rules: [...given.rules, rule],
});

describe('why this week and not the wished one', () => {
  it('costs the difference: who then misses whom, and the wish kept', () => {
    const found = explainWeek(problem(), { shifts: [monday] }, { wish: offOnMonday });
    if (found.kind !== 'possible') throw new Error(found.kind);
    // Monday with one of two, a slot: 0.2x10 + 0.2x20 + 0.6x40 = 30; with none: 70. Tuesday with none of one: 35.
    // Moving the shift to Tuesday: 12 x (70 - 30) - 12 x 35 = 60; the hour to spare goes along; the wish met saves 20.
    expect(found.costChange).toBeCloseTo(40, 6);
    expect(found.difference.after.parts.preferences - found.difference.before.parts.preferences).toBe(-20);
    expect(found.shifts).toHaveLength(1);
    expect(found.difference.agents).toMatchObject([
      {
        agentId: 'amy',
        shifts: [
          { kind: 'removed', on: '2026-11-02' },
          { kind: 'added', on: '2026-11-03' },
        ],
      },
    ]);
    expect(found.difference.coverage).toEqual([
      {
        queueId: 'phone',
        span: { startAt: at(10, '2026-11-02'), endAt: at(13, '2026-11-02') },
        shortHoursBefore: 3,
        shortHoursAfter: 6,
      },
      {
        queueId: 'phone',
        span: { startAt: at(10, '2026-11-03'), endAt: at(13, '2026-11-03') },
        shortHoursBefore: 3,
        shortHoursAfter: 0,
      },
    ]);
    expect(found.newlyUnmet).toEqual([]);
  });

  it('tells which other wish would go instead', () => {
    const tuesday: Preference = { ...offOnMonday, on: '2026-11-03', weight: 5 };
    const found = explainWeek(
      problem({ preferences: [offOnMonday, tuesday] }),
      { shifts: [monday] },
      { wish: offOnMonday },
    );
    expect(found).toMatchObject({ kind: 'possible', newlyUnmet: [{ wish: tuesday, times: 1, cost: 5 }] });
  });

  it('names what forbids it: the contract needs the day, the locked shift holds it', () => {
    const away = { agentId: 'amy', startAt: at(0, '2026-11-03'), endAt: at(0, '2026-11-09'), paidMinutes: 0 };
    const bound = explainWeek(problem({ timeOff: [away] }), { shifts: [monday] }, { wish: offOnMonday });
    expect(bound).toMatchObject({ kind: 'forbidden' });
    if (bound.kind !== 'forbidden') return;
    expect(bound.conflict.map((member) => (member.kind === 'rule' ? member.ruleId : member.kind))).toEqual([
      'no-work-in-time-off',
      'weekly-paid-minutes',
      'absence',
    ]);
    const locked = explainWeek(problem(), { shifts: [{ ...monday, locked: true }] }, { wish: offOnMonday });
    expect(locked).toMatchObject({ kind: 'forbidden', conflict: [{ kind: 'given-shift' }] });
  });

  it('says when the week meets the wish already, and refuses another week', () => {
    const tuesday = shiftOf('Tue 10:00-14:00 as:four');
    expect(explainWeek(problem(), { shifts: [tuesday] }, { wish: offOnMonday })).toEqual({ kind: 'met' });
    expect(() => explainWeek(problem(), { shifts: [] }, { wish: { ...offOnMonday, on: '2026-11-09' } })).toThrow(
      'must lie in the 1 weeks from 2026-11-02',
    );
  });

  const long: RuleSetting = { ruleId: 'max-weekends', level: 'must', parameters: { weekends: 1 } };
  it.each([
    ['a week', rosterInstance({ agents: 12, seed: 3 })],
    ['two weeks that a rule binds together', withRule(rosterInstance({ agents: 8, seed: 3, weeks: 2 }), long)],
  ])('finds a legal week for every kind of wish in a centre of %s', (_, centre) => {
    const roster = firstRoster(centre, 1);
    const { cost } = evaluateRoster(centre, roster);
    const kinds: readonly Partial<Preference>[] = [
      { kind: 'day-off', on: '2026-11-03' },
      { kind: 'day-on', on: '2026-11-04' },
      { kind: 'start-between', fromMinute: 480, untilMinute: 600 },
      { kind: 'end-between', on: '2026-11-05', untilMinute: 1080 },
      { kind: 'template-on', on: '2026-11-02' },
    ];
    let possible = 0;
    for (const [index, kind] of kinds.entries()) {
      const wish = { agentId: centre.agents[index]!.id, weight: 1, ...kind } as Preference;
      const found = explainWeek(centre, roster, { wish });
      if (found.kind !== 'possible') continue;
      possible++;
      const others = roster.shifts.filter(({ agentId }) => agentId !== wish.agentId);
      const judged = evaluateRoster(centre, { shifts: [...others, ...found.shifts] });
      expect(judged.hardBreaches).toBe(0);
      expect(judged.cost - cost).toBeCloseTo(found.costChange, 6);
      expect(explainWeek(centre, { shifts: [...others, ...found.shifts] }, { wish })).toEqual({ kind: 'met' });
    }
    expect(possible).toBeGreaterThan(0);
  });
});
