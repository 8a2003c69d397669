import { CentreSetupService } from '../../apps/api/src/features/setup/centre-setup.service.js';
import { PlanningTeam } from '../../apps/api/src/features/rosters/planning-team.js';
import type { RequestContext } from '../../apps/api/src/platform/context/request-context.js';
import { parseAgentsFile, parseRulesFile, type FileRead } from '../../libs/scheduling/src/roster/index.js';
import { useTestApi } from '../kit/test-api.js';

const api = useTestApi();

function contentOf<T>(read: FileRead<T>): T {
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.faults));
  return read.content;
}

const AGENTS = {
  zone: 'Europe/Berlin',
  contracts: [
    {
      id: 'full',
      weeklyMinutesMin: 0,
      weeklyMinutesMax: 2400,
      daysPerWeekMax: 5,
      templates: ['early', 'late'],
      rotation: { startsOn: '2026-11-02', weeks: [{ templates: ['early'] }, { templates: ['late'], daysOff: [6, 7] }] },
    },
  ],
  templates: ['early', 'late'].map((id) => ({
    id,
    earliestStart: id === 'early' ? '06:00' : '13:00',
    latestStart: id === 'early' ? '08:00' : '15:00',
    startStepMinutes: 30,
    lengthMinutes: 480,
  })),
  agents: [
    {
      id: 'ann',
      contract: 'full',
      skills: ['voice'],
      seniority: 'senior',
      site: 'Bonn',
      team: 'North',
      rotationOffsetWeeks: 1,
    },
    { id: 'ben', contract: 'full', skills: ['voice'], site: 'Bonn', team: 'South' },
    { id: 'cem', contract: 'full', skills: ['chat'], site: 'Köln', team: 'North' },
  ],
  sessions: [
    {
      id: 'huddle',
      title: 'Huddle',
      type: 'meeting',
      lengthMinutes: 15,
      who: { teams: ['North'] },
      form: 'together',
      period: 'day',
      sameTime: true,
      from: '09:00',
      until: '12:00',
    },
  ],
};
const RULES = {
  rules: [{ rule: 'weekly-rest-day', level: 'must', sites: ['Bonn'] }],
  teamRules: [
    {
      id: 'senior-there',
      title: 'A senior is there',
      rule: 'minimum-on-duty',
      level: 'must',
      parameters: { agents: 1 },
      who: { seniorities: ['senior'], contracts: ['full'], skills: ['voice'] },
      weekdays: [1, 2],
      from: '08:00',
      until: '20:00',
    },
    {
      id: 'beside',
      rule: 'pairing',
      level: 'prefer',
      weight: 2,
      who: { agents: ['ben'] },
      partners: { agents: ['ann'] },
    },
  ],
};

describe('a centre made from roster files', () => {
  it('has the sessions, rules across agents and rotations of the files, by ids of its own', async () => {
    const agents = contentOf(parseAgentsFile(JSON.stringify(AGENTS), { zone: 'UTC' }));
    const rules = contentOf(parseRulesFile(JSON.stringify(RULES), { zone: agents.zone }));
    const centre = { name: 'Rhine', country: 'DE', intervalMinutes: 15, people: [], agents, rules };
    const { organisationId } = await api.app.get(CentreSetupService, { strict: false }).create(centre);
    const context: RequestContext = { organisationId, userId: null, roles: ['planner'], requestId: 'test' };
    const team = api.app.get(PlanningTeam, { strict: false });
    const people = new Map((await team.agents(context)).map((agent) => [agent.name, agent]));
    const { teamRules = [], sessions = [], rotations } = await team.rows(context);
    const ann = people.get('ann')!;

    expect(teamRules.map(({ title, ruleId, level, weight }) => [title, ruleId, level, weight])).toEqual([
      ['A senior is there', 'minimum-on-duty', 'must', null],
      ['beside', 'pairing', 'prefer', 2],
    ]);
    expect(teamRules[0]).toMatchObject({
      parameters: { agents: 1 },
      who: { seniorities: ['senior'], contractIds: [ann.contractId], skillIds: ann.skillIds },
      weekdays: [1, 2],
      fromMinute: 480,
      untilMinute: 1200,
    });
    expect(teamRules[1]).toMatchObject({
      who: { agentIds: [people.get('ben')!.id] },
      partners: { agentIds: [ann.id] },
    });
    // "North" is a team at each of two sites.
    const [huddle] = sessions;
    expect(huddle).toMatchObject({ title: 'Huddle', activityTypeId: 'meeting', period: 'day', sameTime: true });
    expect(new Set(huddle!.who.teamIds)).toEqual(new Set([ann.teamId, people.get('cem')!.teamId]));
    const rotation = rotations!.contracts.get(ann.contractId)!;
    expect(rotation).toMatchObject({ startsOn: '2026-11-02', weeks: [{}, { daysOff: [6, 7] }] });
    expect(new Set(rotation.weeks.flatMap(({ templateIds = [] }) => templateIds)).size).toBe(2);
    expect(rotations!.agents.get(ann.id)).toMatchObject({ offsetWeeks: 1 });
  });

  it('keeps a rule of some sites to those sites', async () => {
    const agents = contentOf(parseAgentsFile(JSON.stringify(AGENTS), { zone: 'UTC' }));
    const rules = contentOf(parseRulesFile(JSON.stringify(RULES), { zone: agents.zone }));
    const centre = { name: 'Ruhr', country: 'DE', intervalMinutes: 15, people: [], agents, rules };
    const { organisationId } = await api.app.get(CentreSetupService, { strict: false }).create(centre);
    const rows = await api.db.peek<{ name: string }>(
      `select s.name from rule_settings r join sites s on s.id = any(r.site_ids) where r.organisation_id = $1`,
      [organisationId],
    );
    expect(rows.map(({ name }) => name)).toEqual(['Bonn']);
  });
});
