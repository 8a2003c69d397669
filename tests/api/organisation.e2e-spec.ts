import { v7 as uuidv7 } from 'uuid';
import { OrganisationSetupService } from '../../apps/api/src/features/organisation/organisation-setup.service.js';
import type { RequestContext } from '../../apps/api/src/platform/context/request-context.js';
import { useTestApi, type Loose, type TestPerson } from '../kit/test-api.js';

const AGENTS = `query ($first: Int! = 50, $after: String, $search: String, $siteId: ID) { agents(first: $first, after: $after, search: $search, siteId: $siteId) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { id name nameReading zone skillIds seniority availability { weekday fromMinute untilMinute } } } } }`;

describe('the organisation over GraphQL', () => {
  const api = useTestApi();
  const ids = {
    tokyo: uuidv7(),
    dublin: uuidv7(),
    team: uuidv7(),
    teamDublin: uuidv7(),
    japanese: uuidv7(),
    english: uuidv7(),
    early: uuidv7(),
    full: uuidv7(),
  };
  const names = ['Aoki Yui', 'Byrne Aoife', 'Chiba Ren', 'Doyle Sean', 'Endo Hana'];
  let planner: TestPerson;

  async function fill(context: RequestContext, agentUser: string): Promise<void> {
    await api.app.get(OrganisationSetupService, { strict: false }).fill(context, {
      sites: [
        { id: ids.tokyo, name: 'Tokyo', zone: 'Asia/Tokyo', country: 'JP', week_start: 1 },
        { id: ids.dublin, name: 'Dublin', zone: 'Europe/Dublin', country: 'IE', week_start: 7 },
      ],
      teams: [
        { id: ids.team, site_id: ids.tokyo, name: 'Support A' },
        { id: ids.teamDublin, site_id: ids.dublin, name: 'Support B' },
      ],
      skills: [
        { id: ids.japanese, code: 'ja', name: 'Japanese' },
        { id: ids.english, code: 'en', name: 'English' },
      ],
      activityTypes: [
        {
          id: 'contact',
          title_en: 'Contact work',
          title_ja: '応対',
          letter_en: '',
          letter_ja: '',
          paid: true,
          contact_work: true,
          colour_token: 'contact',
          position: 0,
        },
        {
          id: 'lunch',
          title_en: 'Lunch',
          title_ja: '昼休み',
          letter_en: 'L',
          letter_ja: '昼',
          paid: false,
          contact_work: false,
          colour_token: 'lunch',
          position: 1,
        },
      ],
      shiftTemplates: [
        {
          id: ids.early,
          title: 'Early',
          earliest_start_minute: 420,
          latest_start_minute: 600,
          start_step_minutes: 30,
          length_minutes: 540,
          activities: [
            { activityTypeId: 'lunch', lengthMinutes: 60, earliestStartMinutes: 180, latestStartMinutes: 300 },
          ],
          weekdays: [1, 2, 3, 4, 5],
        },
      ],
      contracts: [
        { id: ids.full, title: 'Full time', weekly_minutes_min: 2400, weekly_minutes_max: 2400, days_per_week_max: 5 },
      ],
      contractTemplates: [{ contract_id: ids.full, template_id: ids.early }],
      agents: names.map((name, index) => ({
        id: uuidv7(),
        user_id: index === 0 ? agentUser : null,
        name,
        name_reading: index === 0 ? 'アオキ ユイ' : '',
        site_id: index % 2 === 0 ? ids.tokyo : ids.dublin,
        team_id: index % 2 === 0 ? ids.team : ids.teamDublin,
        contract_id: ids.full,
        seniority: 'senior' as const,
        hired_on: '2024-04-01',
        availability: [{ weekday: 1, fromMinute: 480, untilMinute: 1200 }],
      })),
      agentSkills: [],
      ruleSettings: [{ rule_id: 'min-rest-between-shifts', level: 'must', parameters: { restMinutes: 660 } }],
    });
    await api.db.peek(
      `insert into agent_skills (organisation_id, agent_id, skill_id, priority) select organisation_id, id, $2::uuid, 2 from agents where organisation_id = $1 union all select organisation_id, id, $3::uuid, 1 from agents where organisation_id = $1`,
      [context.organisationId, ids.english, ids.japanese],
    );
  }

  beforeAll(async () => {
    planner = await api.person(['planner']);
    await fill(planner.context, planner.context.userId!);
  });

  it('comes whole with the viewer', async () => {
    const { viewer } = await api.data<Loose>(
      `{ viewer { agent { name nameReading zone } organisation { sites { name zone country weekStart } teams { name siteId } skills { name }
         activityTypes { id code title { en ja } letter { ja } paid contactWork colourToken } contracts { title weeklyMinutesMin templateIds }
         shiftTemplates { title weekdays activities { activityTypeId lengthMinutes minGapMinutes } } ruleSettings { ruleId level parameters weight contractIds } } } }`,
      {},
      planner,
    );
    expect(viewer.agent).toEqual({ name: 'Aoki Yui', nameReading: 'アオキ ユイ', zone: 'Asia/Tokyo' });
    expect(viewer.organisation).toEqual({
      sites: [
        { name: 'Dublin', zone: 'Europe/Dublin', country: 'IE', weekStart: 7 },
        { name: 'Tokyo', zone: 'Asia/Tokyo', country: 'JP', weekStart: 1 },
      ],
      teams: [
        { name: 'Support A', siteId: ids.tokyo },
        { name: 'Support B', siteId: ids.dublin },
      ],
      skills: [{ name: 'English' }, { name: 'Japanese' }],
      activityTypes: [
        {
          id: 'contact',
          code: 'contact',
          title: { en: 'Contact work', ja: '応対' },
          letter: { ja: '' },
          paid: true,
          contactWork: true,
          colourToken: 'contact',
        },
        {
          id: 'lunch',
          code: 'lunch',
          title: { en: 'Lunch', ja: '昼休み' },
          letter: { ja: '昼' },
          paid: false,
          contactWork: false,
          colourToken: 'lunch',
        },
        {
          id: 'own-time',
          code: 'own-time',
          title: { en: 'Own time', ja: '中抜け' },
          letter: { ja: '私' },
          paid: false,
          contactWork: false,
          colourToken: 'lunch',
        },
      ],
      contracts: [{ title: 'Full time', weeklyMinutesMin: 2400, templateIds: [ids.early] }],
      shiftTemplates: [
        {
          title: 'Early',
          weekdays: [1, 2, 3, 4, 5],
          activities: [{ activityTypeId: 'lunch', lengthMinutes: 60, minGapMinutes: 0 }],
        },
      ],
      ruleSettings: [
        {
          ruleId: 'min-rest-between-shifts',
          level: 'MUST',
          parameters: { restMinutes: 660 },
          weight: null,
          contractIds: null,
        },
      ],
    });
  });

  it('pages through the agents in order of name without losing or repeating one', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const { agents }: Loose = await api.data<Loose>(AGENTS, { first: 2, after }, planner);
      expect(agents.totalCount).toBe(5);
      expect(agents.pageInfo.hasNextPage).toBe(page < 2);
      seen.push(...agents.edges.map(({ node }: Loose) => node.name));
      after = agents.pageInfo.endCursor;
    }
    expect(seen).toEqual(names);
  });

  it('finds agents by site, by part of the name and by reading, with their skills in order of priority', async () => {
    const dublin = await api.data<Loose>(AGENTS, { siteId: ids.dublin }, planner);
    expect(dublin.agents.edges.map(({ node }: Loose) => node.name)).toEqual(['Byrne Aoife', 'Doyle Sean']);
    const byName = await api.data<Loose>(AGENTS, { search: 'DOY' }, planner);
    expect(byName.agents.edges[0].node).toMatchObject({
      name: 'Doyle Sean',
      zone: 'Europe/Dublin',
      skillIds: [ids.japanese, ids.english],
      seniority: 'senior',
      availability: [{ weekday: 1, fromMinute: 480, untilMinute: 1200 }],
    });
    expect((await api.data<Loose>(AGENTS, { search: 'アオキ' }, planner)).agents.totalCount).toBe(1);
    expect((await api.data<Loose>(AGENTS, { search: '100%_' }, planner)).agents.totalCount).toBe(0);
  });

  it('treats a cursor that is none of ours as the beginning', async () => {
    expect((await api.data<Loose>(AGENTS, { after: 'nonsense', first: 1 }, planner)).agents.edges[0].node.name).toBe(
      'Aoki Yui',
    );
  });

  it('is empty to another organisation', async () => {
    const stranger = await api.person(['admin']);
    expect((await api.data<Loose>(AGENTS, {}, stranger)).agents).toEqual({
      totalCount: 0,
      pageInfo: { hasNextPage: false, endCursor: null },
      edges: [],
    });
  });
});
