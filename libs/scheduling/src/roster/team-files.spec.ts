import { problemOf, TOKYO } from '../../../../tests/kit/roster-builder.js';
import { parseAgentsFile, parseRulesFile, type FileRead } from './roster-files.js';
import { problemFaults } from './problem-faults.js';
import { serialiseAgentsFile, serialiseRulesFile } from './write-roster-files.js';

const zone = { zone: TOKYO };

function contentOf<T>(read: FileRead<T>): T {
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.faults));
  return read.content;
}

const AGENTS = {
  contracts: [
    {
      id: 'full',
      weeklyMinutesMin: 0,
      weeklyMinutesMax: 2400,
      daysPerWeekMax: 5,
      templates: ['day'],
      rotation: { startsOn: '2026-11-02', weeks: [{ templates: ['day'] }, { daysOff: [6, 7] }] },
    },
  ],
  templates: [{ id: 'day', earliestStart: '08:00', latestStart: '12:00', startStepMinutes: 30, lengthMinutes: 540 }],
  agents: [{ id: 'a', contract: 'full', skills: ['voice'], seniority: 'senior', rotationOffsetWeeks: 1 }],
  sessions: [
    {
      id: 'huddle',
      title: 'Huddle',
      type: 'meeting',
      lengthMinutes: 15,
      who: { seniorities: ['senior'], skills: ['voice'] },
      form: 'together',
      period: 'day',
      sameTime: true,
      from: '09:00',
      until: '12:00',
    },
  ],
};

const RULES = {
  rules: [],
  teamRules: [
    {
      id: 'senior-there',
      rule: 'minimum-on-duty',
      level: 'must',
      parameters: { agents: 1 },
      who: { seniorities: ['senior', 'lead'] },
      weekdays: [1, 2],
      from: '22:00',
      until: '30:00',
    },
    { id: 'mentor', rule: 'pairing', level: 'prefer', weight: 2, who: { agents: ['a'] }, partners: {} },
  ],
};

describe('rules across agents, sessions and rotations in files', () => {
  it('are read, and read again the same after writing', () => {
    const agents = contentOf(parseAgentsFile(JSON.stringify(AGENTS), zone));
    expect(agents.contracts[0]!.rotation?.weeks[1]).toEqual({ templateIds: undefined, daysOff: [6, 7] });
    expect(agents.agents[0]!.rotationOffsetWeeks).toBe(1);
    expect(agents.sessions?.[0]).toMatchObject({ activityTypeId: 'meeting', fromMinute: 540, untilMinute: 720 });
    expect(contentOf(parseAgentsFile(serialiseAgentsFile(agents), zone))).toEqual(agents);
    const rules = contentOf(parseRulesFile(JSON.stringify(RULES), zone));
    expect(rules.teamRules?.[0]).toMatchObject({ ruleId: 'minimum-on-duty', fromMinute: 1320, untilMinute: 1800 });
    expect(rules.teamRules?.[1]!.partners).toEqual({});
    expect(contentOf(parseRulesFile(serialiseRulesFile(rules), zone))).toEqual(rules);
  });

  it('name unknown fields with their place', () => {
    const read = parseRulesFile(
      JSON.stringify({ ...RULES, teamRules: [{ ...RULES.teamRules[0], who: { seniority: 'lead' } }] }),
      zone,
    );
    expect(read.kind === 'refused' && read.faults.map(({ path }) => path)).toEqual(['teamRules[0].who.seniority']);
  });

  it('name every fault of what they say', () => {
    const session = contentOf(parseAgentsFile(JSON.stringify(AGENTS), zone)).sessions![0]!;
    const problem = problemOf({
      contracts: [{ ...problemOf().contracts[0]!, rotation: { startsOn: 'soon', weeks: [] } }],
      teamRules: [
        { id: 'x', ruleId: 'pairing', level: 'must', who: { agentIds: ['zoe'] }, weekdays: [9], untilMinute: 0 },
        { id: 'x', ruleId: 'pairing', level: 'must', who: {} },
      ],
      sessions: [{ ...session, activityTypeId: 'contact', lengthMinutes: 20, who: { teamIds: ['night'] }, times: 0 }],
    });
    expect(problemFaults(problem).map(({ path }) => path)).toEqual([
      'contracts[0].rotation.startsOn',
      'contracts[0].rotation.weeks',
      'teamRules[0].who.agentIds',
      'teamRules[0].weekdays',
      'teamRules[0].untilMinute',
      'sessions[0].activityTypeId',
      'sessions[0].lengthMinutes',
      'sessions[0].times',
      'sessions[0].who.teamIds',
      'sessions[0].who',
      'teamRules[1].id',
    ]);
  });
});
