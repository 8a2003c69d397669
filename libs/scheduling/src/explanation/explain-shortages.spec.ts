import { startOfLocalDay } from '@yotei/time';
import { amy, dayTemplate, openContract, problemOf, shiftOf } from '../../../../tests/kit/roster-builder.js';
import { coverageGrid, type Agent, type RosterProblem, type ShiftTemplate } from '../roster/index.js';
import { defaultRuleSettings } from '../rules/index.js';
import { explainShortages } from './explain-shortages.js';

const grid = coverageGrid(problemOf());
const at = (hour: number, day = '2026-11-02') => startOfLocalDay(day, 'Asia/Tokyo') + hour * 3_600_000;
/** Four hours from 09:00 or 10:00 without a break: what it covers can be counted by hand. */
const four: ShiftTemplate = {
  ...dayTemplate,
  id: 'four',
  earliestStartMinute: 540,
  latestStartMinute: 600,
  startStepMinutes: 60,
  lengthMinutes: 240,
  activities: [],
};
const contract = { ...openContract, templateIds: ['four'] };
/** One agent asked from 10:00 to 13:00 on Monday (and whatever else the test asks). */
const asked = (extra: (slot: number) => number = () => 0) => ({
  queueId: 'phone',
  skillId: 'voice',
  grid,
  agentsToRoster: Array.from({ length: grid.count }, (_, slot) => (slot >= 40 && slot < 52 ? 1 : extra(slot))),
});
const must = defaultRuleSettings().filter((setting) => setting.level === 'must');
const centre = (agents: readonly Partial<Agent>[], more: Partial<RosterProblem> = {}): RosterProblem =>
  problemOf({
    contracts: [contract],
    templates: [four],
    rules: must,
    demand: [asked()],
    agents: agents.map((agent) => ({ ...amy, ...agent })),
    ...more,
  });
// One missing of one for 12 slots: 0.1 x 10 + 0.1 x 20 + 0.8 x 40 = 35 each, 420. A shift 10:00-14:00 covers them and
// stands an hour with nobody asked for: 4 slots x 4 = 16. Saved: 404; in hours of 40: 10.1.
const SAVED = 404;

describe('why a queue is short', () => {
  it('an absence stops the only agent; withdrawing it saves what the shift is worth', () => {
    const away = { agentId: 'amy', startAt: at(0), endAt: at(24), paidMinutes: 0 };
    const [found, ...others] = explainShortages(centre([{}], { timeOff: [away] }), { shifts: [] });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      queueId: 'phone',
      span: { startAt: at(10), endAt: at(13) },
      agentsToRoster: 1,
      scheduledAgents: 0,
      missingHours: 3,
      cost: 420,
      worthMoreElsewhere: null,
      improvable: [],
      severalLimits: [],
    });
    expect(found!.reasons).toEqual([
      {
        kind: 'absence',
        agentIds: ['amy'],
        gain: {
          agentId: 'amy',
          limit: { kind: 'absence', span: { startAt: at(0), endAt: at(24) } },
          agentsGained: 1,
          costSaved: SAVED,
          hoursSaved: SAVED / 40,
          // Four hours somewhere around the hour asked for.
          shifts: [expect.objectContaining({ agentId: 'amy', templateId: 'four' })],
        },
      },
    ]);
  });

  it('names the contract where its days or hours are used up, and what one shift more gives', () => {
    const problem = centre([{}], {
      contracts: [{ ...contract, daysPerWeekMax: 1, weeklyMinutesMax: 2400 }],
      demand: [asked((slot) => (slot >= 136 && slot < 152 ? 1 : 0))], // Tuesday 10:00-14:00 too
    });
    const tuesday = { ...shiftOf('Tue 10:00-14:00'), templateId: 'four' };
    const [found] = explainShortages(problem, { shifts: [tuesday] });
    // Monday instead of Tuesday would leave 16 slots short: 560 - 404 dearer.
    expect(found!.worthMoreElsewhere).toEqual({ agentIds: ['amy'], leastCost: 156 });
    expect(found!.reasons).toMatchObject([
      { kind: 'contract', agentIds: ['amy'], gain: { limit: { moreDays: 1, moreMinutes: 0 }, costSaved: SAVED } },
    ]);
  });

  it('asks for half an hour more of availability, not for a whole day, where that is enough', () => {
    expect(explainShortages(centre([{}]), { shifts: [shiftOf('Mon 09:00-13:00 as:four')] })).toEqual([]);
    const late = { availability: [{ weekday: 1, fromMinute: 570, untilMinute: 825 }] }; // 09:30 to 13:45
    const [short] = explainShortages(centre([late]), { shifts: [] });
    expect(short!.reasons).toMatchObject([
      { kind: 'availability', gain: { limit: { weekday: 1, widerMinutes: 30 }, costSaved: SAVED } },
    ]);
  });

  it('names the rest after last night, one unit of it, and the agent it stops', () => {
    const night = shiftOf('Sun-1 15:00-23:00'); // 23:00 + 11 h = 10:00; with 11.5 h: 10:30
    const rules = must.map((setting) =>
      setting.ruleId === 'min-rest-between-shifts' ? { ...setting, parameters: { restMinutes: 690 } } : setting,
    );
    const [found] = explainShortages(centre([{}], { history: [night], rules }), { shifts: [] });
    expect(found!.reasons).toMatchObject([
      {
        kind: 'rule',
        ruleId: 'min-rest-between-shifts',
        agentIds: ['amy'],
        gain: { limit: { parameter: 'restMinutes', from: 690, to: 660 }, costSaved: SAVED },
      },
    ]);
  });

  it('a locked shift elsewhere that day, and a skill somebody else lacks', () => {
    const elsewhere = {
      ...shiftOf('Mon 09:00-13:00 as:four'),
      activities: shiftOf('Mon 09:00-13:00 training@9:00+240').activities,
      locked: true,
    };
    const problem = centre([{}, { id: 'bob', skillIds: ['chat'] }]);
    const [found] = explainShortages(problem, { shifts: [elsewhere] });
    // Without the lock Amy works 09:00-13:00: one hour nobody asked for. Bob with the skill does the same.
    expect(found!.reasons).toMatchObject([
      { kind: 'locked-shift', agentIds: ['amy'], gain: { costSaved: SAVED } },
      { kind: 'skill', skillId: 'voice', agentIds: ['bob'], gain: { costSaved: SAVED } },
    ]);
  });

  it('tells when nobody is stopped at all: the roster itself can be better', () => {
    const [found] = explainShortages(centre([{}]), { shifts: [] });
    expect(found!.improvable).toMatchObject([
      { agentId: 'amy', costSaved: SAVED, hoursSaved: SAVED / 40, shifts: [{ agentId: 'amy', templateId: 'four' }] },
    ]);
    // What it proposes mends what it was asked about.
    expect(explainShortages(centre([{}]), { shifts: found!.improvable[0]!.shifts })).toEqual([]);
    expect(found!.reasons).toEqual([]);
  });

  it('no template reaches the hour, or only one that began before the plan', () => {
    const never = { ...asked(), agentsToRoster: asked().agentsToRoster.map((_, slot) => (slot === 92 ? 1 : 0)) }; // 23:00
    expect(explainShortages(centre([{}], { demand: [never] }), { shifts: [] })[0]!.noTemplate).toEqual(['amy']);
    const night = { ...four, earliestStartMinute: 1320, latestStartMinute: 1320 };
    const first = { ...asked(), agentsToRoster: asked().agentsToRoster.map((_, slot) => (slot === 0 ? 1 : 0)) }; // 00:00
    const [found] = explainShortages(centre([{}], { demand: [first], templates: [night] }), { shifts: [] });
    expect(found!.beforePlan).toEqual(['amy']);
  });
});
