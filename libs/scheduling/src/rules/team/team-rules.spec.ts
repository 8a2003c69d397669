import { amy, problemOf, shiftOf } from '../../../../../tests/kit/roster-builder.js';
import { coverageGrid, type RosterProblem, type Shift, type TeamRuleSetting } from '../../roster/index.js';
import { breachMessage } from '../breach-message.js';
import { validateProblem } from '../validate-problem.js';
import { activeTeamRules, judgeTeamRule } from './evaluate-team.js';

const agents = ['amy', 'bob', 'cat'].map((id) => ({ ...amy, id, name: id }));

/** Breaches of one setting for shifts such as `bob Mon 09:00-17:00`. */
function judge(
  setting: Omit<TeamRuleSetting, 'id' | 'level'>,
  shifts: readonly string[],
  more: Partial<RosterProblem> = {},
) {
  const problem = problemOf({ agents, teamRules: [{ id: 'it', level: 'must', ...setting }], ...more });
  const planned = shifts.map((text): Shift => {
    const [agentId, ...rest] = text.split(' ');
    return shiftOf(rest.join(' '), { agentId });
  });
  return judgeTeamRule(activeTeamRules(problem)[0]!, (agentId) => planned.filter((shift) => shift.agentId === agentId));
}

const WEEKDAYS_ONLY_MONDAY = [1];

describe('minimum-on-duty', () => {
  const rule = { ruleId: 'minimum-on-duty', who: { agentIds: ['amy', 'bob'] }, weekdays: WEEKDAYS_ONLY_MONDAY };

  it('asks for so many at every moment of the window', () => {
    const [breach, ...more] = judge({ ...rule, fromMinute: 540, untilMinute: 720 }, [
      'amy Mon 08:00-10:00',
      'bob Mon 10:30-18:00',
      'cat Mon 08:00-18:00',
    ]);
    expect(more).toEqual([]);
    expect(breach).toMatchObject({ settingId: 'it', amount: 30, values: { agents: 1, present: 0 } }); // 10:00 to 10:30
    expect(breachMessage(breach!)).toBe('Only 0 on duty; the rule asks for 1');
  });

  it('counts agent-minutes, and joins neighbouring stretches to one breach', () => {
    const two = { ...rule, parameters: { agents: 2 }, fromMinute: 540, untilMinute: 600 };
    // 09:00-09:30 nobody: 60 agent-minutes; 09:30-10:00 one: 30 more.
    expect(judge(two, ['amy Mon 09:30-12:00'])).toMatchObject([{ amount: 90, values: { agents: 2, present: 0 } }]);
  });

  it('without a window, asks wherever some queue asks for agents', () => {
    const grid = coverageGrid(problemOf());
    const demand = [
      {
        queueId: 'q',
        skillId: 'voice',
        grid,
        agentsToRoster: Array.from({ length: grid.count }, (_, slot) => (slot >= 40 && slot < 44 ? 2 : 0)), // 10:00-11:00
      },
    ];
    expect(judge(rule, [], { demand })).toMatchObject([{ amount: 60 }]);
    expect(judge(rule, ['bob Mon 10:00-11:00'], { demand })).toEqual([]);
  });

  it('counts only contact work where asked: a lunch leaves the team without a senior', () => {
    const contact = { ...rule, parameters: { contactOnly: true }, fromMinute: 540, untilMinute: 1020 };
    expect(judge(contact, ['amy Mon 09:00-17:00 lunch@12:00+60'])).toMatchObject([{ amount: 60 }]);
  });

  it('sees a night shift of last week that runs into the first hours', () => {
    const early = { ...rule, fromMinute: 0, untilMinute: 360 };
    const history = [shiftOf('Sun-1 22:00-06:00', { agentId: 'amy' })];
    expect(judge(early, [], { history })).toEqual([]);
  });
});

describe('maximum-on-duty', () => {
  it('keeps two people from being there at the same time', () => {
    const rule = { ruleId: 'maximum-on-duty', who: { agentIds: ['amy', 'bob'] }, fromMinute: 0, untilMinute: 1440 };
    expect(judge(rule, ['amy Mon 08:00-12:00', 'bob Mon 12:00-18:00'])).toEqual([]);
    expect(judge(rule, ['amy Mon 08:00-12:30', 'bob Mon 12:00-18:00'])).toMatchObject([
      { amount: 30, agentIds: ['amy', 'bob'] },
    ]);
  });
});

describe('maximum-off', () => {
  it('counts those without a shift that day', () => {
    const rule = { ruleId: 'maximum-off', who: {}, weekdays: WEEKDAYS_ONLY_MONDAY };
    expect(judge(rule, ['amy Mon 08:00-12:00', 'bob Mon 08:00-12:00'])).toEqual([]);
    expect(judge(rule, ['amy Mon 08:00-12:00'])).toMatchObject([
      { amount: 1, agentIds: ['bob', 'cat'], values: { off: 2, agents: 1 } },
    ]);
  });
});

describe('exclusion', () => {
  it('lets one of them work a day', () => {
    const rule = { ruleId: 'exclusion', who: { agentIds: ['amy', 'bob'] } };
    expect(judge(rule, ['amy Mon 08:00-12:00', 'bob Tue 08:00-12:00', 'cat Mon 08:00-12:00'])).toEqual([]);
    expect(judge(rule, ['amy Mon 08:00-12:00', 'bob Mon 14:00-18:00'])).toMatchObject([
      { amount: 1, agentIds: ['amy', 'bob'] },
    ]);
  });
});

describe('pairing', () => {
  const rule = { ruleId: 'pairing', who: { agentIds: ['amy'] }, partners: { agentIds: ['amy', 'bob', 'cat'] } };

  it('counts the minutes in which no other partner is on duty', () => {
    expect(judge(rule, ['amy Mon 08:00-16:00', 'bob Mon 08:00-12:00', 'cat Mon 12:00-16:00'])).toEqual([]);
    expect(judge(rule, ['amy Mon 08:00-16:00', 'bob Mon 09:00-12:00', 'cat Mon 12:15-16:00'])).toMatchObject([
      { amount: 75, agentIds: ['amy'] }, // 60 before bob, 15 between
    ]);
  });
});

describe('same-start', () => {
  it('names those who start at another time than most', () => {
    const rule = { ruleId: 'same-start', who: {} };
    const found = judge(rule, ['amy Mon 08:00-16:00', 'bob Mon 09:00-12:00', 'cat Mon 09:00-16:00']);
    expect(found).toMatchObject([{ amount: 1, agentIds: ['amy'], values: { start: '09:00' } }]);
    expect(judge(rule, ['amy Mon 08:00-16:00', 'bob Tue 09:00-12:00'])).toEqual([]);
  });
});

describe('settings', () => {
  it('are refused with every fault', () => {
    const problem = problemOf({
      teamRules: [
        { id: 'a', ruleId: 'minimum', level: 'must', who: {} },
        { id: 'b', ruleId: 'pairing', level: 'must', who: {}, fromMinute: 0 },
        {
          id: 'c',
          ruleId: 'exclusion',
          level: 'must',
          who: { seniorities: ['lead'] },
          parameters: { agents: 1.5, of: 1 },
        },
      ],
    });
    const result = validateProblem(problem);
    expect(result.kind === 'invalid' && result.faults.map(({ path }) => path)).toEqual([
      'teamRules[0].ruleId',
      'teamRules[1].partners',
      'teamRules[1].fromMinute',
      'teamRules[2].parameters.agents',
      'teamRules[2].parameters.of',
      'teamRules[2].who',
    ]);
  });
});
