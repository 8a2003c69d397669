import { startOfLocalDay } from '@yotei/time';
import { amy, dayTemplate, openContract, problemOf, shiftOf } from '../../../../tests/kit/roster-builder.js';
import { coverageGrid, type RosterProblem } from '../roster/index.js';
import { defaultRuleSettings } from '../rules/index.js';
import { createEvaluator } from '../evaluation/index.js';
import { explainGap } from './explain-gap.js';
import { gapCures } from './gap-cures.js';

const grid = coverageGrid(problemOf());
const at = (hour: number, day = '2026-11-02') => startOfLocalDay(day, 'Asia/Tokyo') + hour * 3_600_000;
const queue = (queueId: string, skillId: string, asked: (slot: number) => number) => ({
  queueId,
  skillId,
  grid,
  agentsToRoster: Array.from({ length: grid.count }, (_, slot) => asked(slot)),
});
/** Two asked from 12:00 to 13:00 on Monday, nobody otherwise. */
const noon = queue('phone', 'voice', (slot) => (slot >= 48 && slot < 52 ? 2 : 0));
const agent = (id: string, more: object = {}) => ({ ...amy, id, ...more });
const by = (agentId: string, text: string) => shiftOf(text, { agentId });

describe('explainGap', () => {
  const full = { ...openContract, id: 'full', weeklyMinutesMax: 480 };
  const problem: RosterProblem = problemOf({
    contracts: [openContract, full],
    demand: [noon, queue('web', 'chat', () => 0)],
    agents: [
      agent('works'),
      agent('eats'),
      agent('learns'),
      agent('bound', { skillIds: ['voice', 'chat'] }),
      agent('away'),
      agent('later'),
      agent('unfree', { availability: [{ weekday: 1, fromMinute: 1080, untilMinute: 1440 }] }),
      agent('spent', { contractId: 'full' }),
      agent('free'),
      agent('chats', { skillIds: ['chat'] }),
      agent('chats-off', { skillIds: ['chat'] }),
    ],
    timeOff: [{ agentId: 'away', startAt: at(0), endAt: at(24), paidMinutes: 0 }],
  });
  const bound = by('bound', 'Mon 09:00-15:00');
  const roster = {
    shifts: [
      by('works', 'Mon 09:00-15:00'),
      by('eats', 'Mon 09:00-15:00 lunch@12:00+60'),
      by('learns', 'Mon 09:00-15:00 training@11:30+60'),
      { ...bound, activities: bound.activities.map((one) => ({ ...one, queueId: 'web' })) },
      by('later', 'Mon 15:00-20:00'),
      by('spent', 'Tue 09:00-17:00'),
      by('chats', 'Mon 09:00-15:00'),
    ],
  };

  it('says where everybody with the skill is, and who lacks it', () => {
    const found = explainGap(problem, roster, { queueId: 'phone', at: at(12.1) })!;
    expect(found).toMatchObject({
      agentsToRoster: 2,
      scheduledAgents: 1,
      staffingGap: -1,
      slot: { startAt: at(12), endAt: at(12.25) },
    });
    expect(found.whereabouts).toEqual([
      { kind: 'contact', agentIds: ['works'] },
      { kind: 'other-queue', agentIds: ['bound'] },
      { kind: 'activity', activityTypeId: 'lunch', agentIds: ['eats'] },
      { kind: 'activity', activityTypeId: 'training', agentIds: ['learns'] },
      { kind: 'time-off', agentIds: ['away'] },
      { kind: 'other-hours', agentIds: ['later'] },
      { kind: 'unavailable', agentIds: ['unfree'] },
      { kind: 'contract-limit', agentIds: ['spent'] },
      { kind: 'off', agentIds: ['free'] },
      { kind: 'wrong-skill', agentIds: ['chats'] },
    ]);
  });

  it('answers nothing for a queue or an instant it does not know', () => {
    expect(explainGap(problem, roster, { queueId: 'fax', at: at(12) })).toBeNull();
    expect(explainGap(problem, roster, { queueId: 'phone', at: at(-1) })).toBeNull();
    expect(explainGap(problem, roster, { queueId: 'phone', at: at(200) })).toBeNull();
  });
});

describe('gapCures', () => {
  const problem = problemOf({
    demand: [noon],
    rules: defaultRuleSettings().filter((setting) => setting.level === 'must'),
    agents: [agent('works'), agent('eats'), agent('held')],
    contracts: [openContract],
    templates: [dayTemplate],
  });
  const shifts = [
    by('works', 'Mon 09:00-18:00 lunch@13:00+60 as:day'),
    by('eats', 'Mon 09:00-18:00 lunch@12:00+60 as:day'),
    { ...by('held', 'Mon 09:00-18:00 lunch@12:00+60 as:day'), locked: true },
  ];

  it('moves lunch out of the short hour, inside its window, and tells what it gives', () => {
    const evaluator = createEvaluator(problem, { shifts });
    const before = evaluator.evaluation();
    const [cure, ...others] = gapCures(problem, evaluator, { queueId: 'phone', at: at(12.5) });
    expect(others).toEqual([]);
    expect(cure).toMatchObject({ agentId: 'eats', activityTypeId: 'lunch', from: { startAt: at(12), endAt: at(13) } });
    expect(cure!.to.startAt).toBe(at(13)); // the first place outside the hour that the window (12:00 to 14:00) allows
    const delta = evaluator.replaceShifts('eats', cure!.shifts);
    expect(delta.cost).toBe(cure!.costChange);
    expect(delta.hardBreaches).toBe(0);
    // One of two missing for four slots: 0.2 x 10 + 0.2 x 20 + 0.6 x 40 = 30 each; four surplus hours move with the lunch.
    expect(delta.parts.understaffing).toBe(-120);
    evaluator.replaceShifts(
      'eats',
      shifts.filter((shift) => shift.agentId === 'eats'),
    );
    expect(evaluator.evaluation()).toEqual(before);
  });

  it('knows no cure for an unknown queue', () => {
    expect(gapCures(problem, createEvaluator(problem, { shifts }), { queueId: 'fax', at: at(12) })).toEqual([]);
  });
});
