import { addDays } from '@yotei/time';
import { newTestCentre, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type TestPerson } from '../kit/test-api.js';

const api = useTestApi();
let centre: TestCentre;

type Answer = Record<string, unknown> & { __typename: string };
interface Agent {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly nameReading: string;
  readonly teamId: string;
  readonly contractId: string;
  readonly skillIds: string[];
  readonly seniority: string;
  readonly hiredOn: string;
  readonly leftOn: string | null;
}
interface Lists {
  readonly agents: Agent[];
  readonly contracts: (Answer & { id: string; version: number; title: string; templateIds: string[] })[];
  readonly templates: (Answer & { id: string; version: number; title: string; contractIds: string[] })[];
  readonly skills: { id: string; version: number; name: string; agentCount: number; archived: boolean }[];
  readonly teams: { id: string; version: number; name: string; siteId: string; agentCount: number }[];
  readonly sites: { id: string; version: number; name: string; zone: string; country: string; weekStart: number }[];
  readonly activityTypes: { id: string; version: number; templateCount: number }[];
  readonly rules: (Answer & { id: string; version: number; ruleId: string })[];
}

const AGENT = 'id version name nameReading teamId contractId skillIds seniority hiredOn leftOn youngUntilOn';
const READ = `{ setup { agents { ${AGENT} }
  contracts { id version title weeklyMinutesMin weeklyMinutesMax daysPerWeekMax templateIds rotation { startsOn weeks { templateIds daysOff } } archived agentCount }
  templates { id version title earliestStartMinute latestStartMinute startStepMinutes lengthMinutes weekdays archived contractIds shiftsToCome
    activities { activityTypeId lengthMinutes earliestStartMinutes latestStartMinutes minGapMinutes } }
  skills { id version name agentCount archived } teams { id version name siteId agentCount }
  sites { id version name zone country weekStart } activityTypes { id version templateCount } rules { id version ruleId level parameters weight } } }`;
const SAVED = `__typename ... on SetupSaved { id version } ... on SetupInUse { uses { what count } } ... on InvalidInput { path message }`;
const save = (mutation: string, input: string) =>
  `mutation ($input: ${input}!) { result: ${mutation}(input: $input) { ${SAVED} } }`;
const SAVE_AGENTS = `mutation ($agents: [SetupAgentInput!]!) { result: saveSetupAgents(agents: $agents) { __typename
  ... on SetupAgentsSaved { agents { ${AGENT} } } ... on AgentRowsRefused { faults { row field code } } } }`;

async function ask<T = Answer>(query: string, variables: object, person: TestPerson = centre.planner): Promise<T> {
  return (await api.data<{ result: T }>(query, variables as Record<string, unknown>, person)).result;
}
const lists = async () => (await api.data<{ setup: Lists }>(READ, {}, centre.planner)).setup;
const saveContract = (input: object) => ask(save('saveSetupContract', 'SetupContractInput'), { input });
const saveTemplate = (input: object) => ask(save('saveSetupTemplate', 'SetupTemplateInput'), { input });

beforeAll(async () => {
  centre = await newTestCentre(api);
}, 60_000);

describe('agents', () => {
  it('are added many at once, all or none, each wrong cell named', async () => {
    const before = await lists();
    const { teamId, contractId, skillIds } = before.agents[0]!;
    const row = (name: string, more: object = {}) => ({ version: 0, name, teamId, contractId, skillIds, ...more });
    const refused = await ask(SAVE_AGENTS, {
      agents: [row('Ada'), row(' ', { seniority: 'chief' }), row('Bob', { teamId: centre.context.organisationId })],
    });
    expect(refused).toEqual({
      __typename: 'AgentRowsRefused',
      faults: [
        { row: 1, field: 'name', code: 'missing' },
        { row: 1, field: 'seniority', code: 'unknown' },
        { row: 2, field: 'teamId', code: 'unknown' },
      ],
    });
    expect((await lists()).agents).toHaveLength(before.agents.length);
    const saved = await ask<Answer & { agents: Agent[] }>(SAVE_AGENTS, {
      agents: Array.from({ length: 20 }, (_, i) => row(`New ${i}`, { seniority: 'senior' })),
    });
    expect(saved.agents.map(({ name }) => name)).toEqual(Array.from({ length: 20 }, (_, i) => `New ${i}`));
    expect(saved.agents[0]).toMatchObject({ version: 1, seniority: 'senior', skillIds, leftOn: null });
    expect((await lists()).agents).toHaveLength(before.agents.length + 20);
  });

  it('are changed with their version; who leaves is planned to the last day and no more, and comes back by the same act', async () => {
    const agent = (await lists()).agents.find(({ name }) => name === 'New 3')!;
    const leaving = { ...agent, leftOn: addDays(agent.hiredOn, 21) };
    expect((await ask(SAVE_AGENTS, { agents: [leaving] })).__typename).toBe('SetupAgentsSaved');
    expect(await ask(SAVE_AGENTS, { agents: [agent] })).toMatchObject({
      faults: [{ row: 0, field: 'version', code: 'changed-meanwhile' }],
    });
    const named = async () =>
      (
        await api.data<{ agents: { totalCount: number } }>(
          '{ agents(search: "New 3") { totalCount } }',
          {},
          centre.planner,
        )
      ).agents.totalCount;
    expect(await named()).toBe(1);
    const away = { ...agent, version: 2, hiredOn: addDays(agent.hiredOn, -300), leftOn: addDays(agent.hiredOn, -3) };
    expect((await ask(SAVE_AGENTS, { agents: [away] })).__typename).toBe('SetupAgentsSaved');
    expect(await named()).toBe(0);
    const [back] = (await ask<{ agents: Agent[] }>(SAVE_AGENTS, { agents: [{ ...agent, version: 3 }] })).agents;
    expect(back).toMatchObject({ version: 4, leftOn: null, hiredOn: agent.hiredOn });
    const young = { ...agent, version: 4, youngUntilOn: '2030-04-01' };
    const [stored] = (await ask<{ agents: Agent[] }>(SAVE_AGENTS, { agents: [young] })).agents;
    expect(stored).toMatchObject({ youngUntilOn: '2030-04-01' });
    expect(await named()).toBe(1);
  });
});

describe('contracts, templates and rules', () => {
  it('are stored with every fault named, and undone by the values before', async () => {
    const [template] = (await lists()).templates;
    const { shiftsToCome: _, ...input } = template!;
    const longer = { ...input, title: 'Renamed', startStepMinutes: 30 };
    expect(await saveTemplate(longer)).toMatchObject({ __typename: 'SetupSaved', version: template!.version + 1 });
    expect((await saveTemplate(longer)).__typename).toBe('SetupChangedMeanwhile');
    const undone = await saveTemplate({ ...input, version: template!.version + 1 });
    expect(undone.__typename).toBe('SetupSaved');
    const [again] = (await lists()).templates.filter(({ id }) => id === template!.id);
    expect(again).toEqual({ ...template, version: template!.version + 2 });
    expect(await saveTemplate({ ...input, id: null, version: 0, title: 'New', lengthMinutes: 0 })).toMatchObject({
      __typename: 'InvalidInput',
      path: 'lengthMinutes',
    });
    expect(await saveTemplate({ ...input, id: null, version: 0 })).toMatchObject({ path: 'title' });
  });

  it('a template that is put away is no longer offered by its contracts, and stands in them when it comes back', async () => {
    const [contract] = (await lists()).contracts;
    const template = (await lists()).templates.find(({ id }) => contract!.templateIds.includes(id))!;
    const { shiftsToCome: _, ...input } = template;
    const offered = async () => {
      const { viewer } = await api.data<{
        viewer: { organisation: { contracts: { id: string; templateIds: string[] }[] } };
      }>('{ viewer { organisation { contracts { id templateIds } } } }', {}, centre.planner);
      return viewer.organisation.contracts.find(({ id }) => id === contract!.id)!.templateIds.includes(template.id);
    };
    expect(await offered()).toBe(true);
    await saveTemplate({ ...input, archived: true });
    expect(await offered()).toBe(false);
    await saveTemplate({ ...input, version: template.version + 1 });
    expect(await offered()).toBe(true);
  });

  it('a contract keeps its rotation, and is not put away while agents have it', async () => {
    const contract = (await lists()).contracts.find(({ agentCount }) => (agentCount as number) > 0)!;
    const { agentCount, ...input } = contract;
    const rotation = {
      startsOn: '2026-11-02',
      weeks: [{ templateIds: [contract.templateIds[0]], daysOff: [6, 7] }, { daysOff: [1] }],
    };
    expect((await saveContract({ ...input, rotation })).__typename).toBe('SetupSaved');
    const stored = (await lists()).contracts.find(({ id }) => id === contract.id)!;
    expect(stored['rotation']).toEqual({
      startsOn: '2026-11-02',
      weeks: [
        { templateIds: [contract.templateIds[0]], daysOff: [6, 7] },
        { templateIds: null, daysOff: [1] },
      ],
    });
    const next = { ...input, version: stored.version };
    expect(await saveContract({ ...next, rotation: { ...rotation, weeks: [{ daysOff: [9] }] } })).toMatchObject({
      __typename: 'InvalidInput',
    });
    expect(await saveContract({ ...next, archived: true })).toMatchObject({
      __typename: 'SetupInUse',
      uses: [{ what: 'agents', count: agentCount }],
    });
    expect(await saveContract({ ...next, weeklyMinutesMin: 99_000 })).toMatchObject({ __typename: 'InvalidInput' });
  });

  it('a rule is changed within its range, removed, and put back', async () => {
    const rule = (await lists()).rules.find(({ ruleId }) => ruleId === 'min-rest-between-shifts')!;
    const SAVE = save('saveSetupRule', 'SetupRuleInput');
    const { id, version, ...rest } = rule;
    const stricter = { ...rest, id, version, parameters: { restMinutes: 720 } };
    expect((await ask(SAVE, { input: stricter })).__typename).toBe('SetupSaved');
    expect(await ask(SAVE, { input: { ...stricter, parameters: { restMinutes: -1 } } })).toMatchObject({
      path: 'parameters.restMinutes',
    });
    const REMOVE = `mutation ($id: ID!, $version: Int!) { result: removeSetupRule(id: $id, version: $version) { ${SAVED} } }`;
    expect((await ask(REMOVE, { id, version })).__typename).toBe('SetupChangedMeanwhile');
    expect((await ask(REMOVE, { id, version: version + 1 })).__typename).toBe('SetupSaved');
    expect((await lists()).rules.some((one) => one.id === id)).toBe(false);
    expect((await ask(SAVE, { input: { ...rest, id: null, version: 0 } })).__typename).toBe('SetupSaved');
    const actions = await api.db.peek('select action from audit_entries where subject_id = $1 order by at', [id]);
    expect(actions).toEqual([{ action: 'setup.change' }, { action: 'setup.remove' }]);
  });
});

describe('places and activities', () => {
  it('are stored, and not put away while something needs them', async () => {
    const { skills, teams, sites, activityTypes } = await lists();
    const skill = skills.find(({ agentCount }) => agentCount > 0)!;
    const SKILL = save('saveSetupSkill', 'SetupSkillInput');
    const named = (name: string, more: object = {}) => ({ id: skill.id, version: skill.version, name, ...more });
    expect(await ask(SKILL, { input: named('Sales', { archived: true }) })).toMatchObject({
      __typename: 'SetupInUse',
      uses: expect.arrayContaining([{ what: 'agents', count: skill.agentCount }]) as unknown,
    });
    expect((await ask(SKILL, { input: named('Sales and more') })).__typename).toBe('SetupSaved');
    expect(await ask(SKILL, { input: { version: 0, name: ' ' } })).toMatchObject({ path: 'name' });
    const TEAM = save('saveSetupTeam', 'SetupTeamInput');
    const team = { version: 0, name: 'Night', siteId: teams[0]!.siteId };
    expect((await ask(TEAM, { input: team })).__typename).toBe('SetupSaved');
    expect(await ask(TEAM, { input: team })).toMatchObject({ __typename: 'InvalidInput', path: 'name' });
    const SITE = save('saveSetupSite', 'SetupSiteInput');
    expect(await ask(SITE, { input: { ...sites[0], zone: 'Mars/North' } })).toMatchObject({ path: 'zone' });
    const TYPE = save('saveSetupActivityType', 'SetupActivityTypeInput');
    const type = {
      version: 0,
      titleEn: 'Quality check',
      titleJa: '品質確認',
      letterEn: 'Q',
      letterJa: '品',
      paid: true,
      adheringStates: ['in-coaching', 'available'],
    };
    expect(await ask(TYPE, { input: { ...type, colourToken: 'coaching', adheringStates: ['asleep'] } })).toMatchObject({
      path: 'adheringStates',
    });
    expect(await ask(TYPE, { input: { ...type, colourToken: 'coaching' } })).toMatchObject({ id: 'quality-check' });
    expect(await ask(TYPE, { input: { ...type, colourToken: 'pink' } })).toMatchObject({ path: 'colourToken' });
    const lunch = activityTypes.find(({ id }) => id === 'lunch')!;
    const away = { ...type, ...lunch, templateCount: undefined, colourToken: 'lunch', archived: true };
    expect(await ask(TYPE, { input: away })).toMatchObject({ path: 'archived' });
  });

  it('a queue is renamed, given another channel and skill, and made new with a skill of its own', async () => {
    const QUEUE = save('saveSetupQueue', 'SetupQueueInput');
    const READ_QUEUES =
      '{ viewer { organisation { queues { id version name { en ja } channel skillId siteId staffing { recovery { minutesPerHardContact hardFraction } } } } } }';
    interface Queue {
      readonly id: string;
      readonly version: number;
      readonly name: { readonly en: string; readonly ja: string };
      readonly channel: string;
      readonly skillId: string;
      readonly siteId: string;
      readonly staffing: { readonly recovery: unknown };
    }
    const queues = async () =>
      (await api.data<{ viewer: { organisation: { queues: Queue[] } } }>(READ_QUEUES, {}, centre.planner)).viewer
        .organisation.queues;
    const [queue] = await queues();
    const { id, version, name, channel, skillId, siteId } = queue!;
    const named = {
      id,
      version,
      nameEn: 'Orders',
      nameJa: '注文',
      channel: 'CHAT',
      skillId,
      hardFraction: 0.1,
      recoveryMinutes: 5,
    };
    expect((await ask(QUEUE, { input: named })).__typename).toBe('SetupSaved');
    expect((await ask(QUEUE, { input: named })).__typename).toBe('SetupChangedMeanwhile');
    expect((await queues()).find((one) => one.id === id)).toMatchObject({
      name: { en: 'Orders', ja: '注文' },
      channel: 'CHAT',
      version: version + 1,
      staffing: { recovery: { minutesPerHardContact: 5, hardFraction: 0.1 } },
    });
    const fresh = { version: 0, nameEn: 'Returns', nameJa: '', channel: 'EMAIL', siteId, intervalMinutes: 30 };
    expect((await ask(QUEUE, { input: fresh })).__typename).toBe('SetupSaved');
    expect((await queues()).find((one) => one.name.en === 'Returns')).toMatchObject({ channel: 'EMAIL', siteId });
    expect((await lists()).skills.some((skill) => skill.name === 'Returns')).toBe(true);
    expect(await ask(QUEUE, { input: fresh })).toMatchObject({ path: 'nameEn' });
    const faults = [
      { nameEn: ' ' },
      { skillId: siteId },
      { siteId: skillId },
      { intervalMinutes: 7 },
      { recoveryMinutes: 61 },
    ];
    const paths = [];
    for (const fault of faults)
      paths.push((await ask(QUEUE, { input: { ...fresh, nameEn: 'Other', ...fault } }))['path']);
    expect(paths).toEqual(['nameEn', 'skillId', 'siteId', 'intervalMinutes', 'recoveryMinutes']);
    const back = { id, version: version + 1, nameEn: name.en, nameJa: name.ja, channel, skillId };
    expect((await ask(QUEUE, { input: back })).__typename).toBe('SetupSaved');
  });

  it('a queue is put away: it is planned no more, its past stays, its skill is free, and it comes back', async () => {
    const QUEUE = save('saveSetupQueue', 'SetupQueueInput');
    const siteId = (await lists()).sites[0]!.id;
    const fresh = { version: 0, nameEn: 'Season', nameJa: '季節', channel: 'VOICE', siteId };
    const made = await ask<Answer & { id: string; version: number }>(QUEUE, { input: fresh });
    const read = async (withPutAway: boolean) => {
      const { viewer, setup } = await api.data<{
        viewer: { organisation: { queues: { id: string; archived: boolean; skillId: string }[] } };
        setup: { queueUses: { queueId: string; agentCount: number; agentsOnlyHere: number; weeksAhead: number }[] };
      }>(
        `query ($withPutAway: Boolean!) { viewer { organisation { queues(withPutAway: $withPutAway) { id archived skillId } } }
          setup { queueUses { queueId agentCount agentsOnlyHere weeksAhead } } }`,
        { withPutAway },
        centre.planner,
      );
      const queue = viewer.organisation.queues.find(({ id }) => id === made.id);
      return { queue, queues: viewer.organisation.queues, uses: setup.queueUses };
    };
    const before = await read(false);
    expect(before.uses.find(({ queueId }) => queueId === made.id)).toMatchObject({ agentCount: 0, weeksAhead: 0 });
    const busy = before.uses.find(({ agentCount }) => agentCount > 0)!;
    expect(busy.agentsOnlyHere).toBeLessThanOrEqual(busy.agentCount);
    const away = {
      id: made.id,
      version: made.version,
      nameEn: 'Season',
      nameJa: '季節',
      channel: 'VOICE',
      archived: true,
    };
    expect(await ask(QUEUE, { input: away })).toMatchObject({ __typename: 'SetupSaved', version: made.version + 1 });
    expect((await read(false)).queue).toBeUndefined();
    const kept = (await read(true)).queue!;
    expect(kept.archived).toBe(true);
    const skill = (await lists()).skills.find(({ id }) => id === kept.skillId)!;
    const storeSkill = (version: number, archived: boolean) =>
      ask(save('saveSetupSkill', 'SetupSkillInput'), { input: { id: skill.id, version, name: skill.name, archived } });
    expect(await storeSkill(skill.version, true)).toMatchObject({ __typename: 'SetupSaved' });
    const renamed = { ...away, version: made.version + 1, nameJa: '夏', archived: undefined, skillId: skill.id };
    expect(await ask(QUEUE, { input: renamed })).toMatchObject({ __typename: 'SetupSaved' });
    expect((await read(true)).queue).toMatchObject({ archived: true });
    const back = { ...renamed, version: made.version + 2, archived: false };
    expect(await ask(QUEUE, { input: back })).toMatchObject({ path: 'skillId' });
    expect(await storeSkill(skill.version + 1, false)).toMatchObject({ __typename: 'SetupSaved' });
    expect(await ask(QUEUE, { input: back })).toMatchObject({ __typename: 'SetupSaved' });
    expect((await read(false)).queue).toMatchObject({ archived: false });
  });

  it('are read by planners and supervisors, and changed by planners alone', async () => {
    const supervisor = await api.person(['supervisor'], centre.context);
    const team = { version: 0, name: 'Mine', siteId: (await lists()).sites[0]!.id };
    const tries = [
      await api.gql(READ, {}, supervisor),
      await api.gql(READ, {}, centre.agent),
      await api.gql(save('saveSetupTeam', 'SetupTeamInput'), { input: team }, supervisor),
      await api.gql(SAVE_AGENTS, { agents: [] }, supervisor),
    ];
    expect(tries.map(({ errors }) => errors?.[0]?.extensions.code ?? 'fine')).toEqual([
      'fine',
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
  });
});
