import { newTestCentre, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type Loose, type TestPerson } from '../kit/test-api.js';

const api = useTestApi();
let centre: TestCentre;
let manager: TestPerson;

const DASHBOARD =
  'id title ownerName sharedWith period mayEdit version tiles { id kind width measureId queueId text path }';
const SAVE = `mutation ($input: DashboardInput!) { saveDashboard(input: $input) { __typename
  ... on DashboardSaved { dashboard { ${DASHBOARD} } } ... on DashboardEditedMeanwhile { dashboard { version } } ... on InvalidInput { path } } }`;
const DELETE = 'mutation ($id: ID!, $version: Int!) { deleteDashboard(id: $id, version: $version) { __typename } }';
const LIST = `query { dashboards { ${DASHBOARD} } }`;
const CONTENT = `query ($id: ID!) { dashboardContent(id: $id) { __typename ... on ReportContent { title { en } period { en ja } fromOn days
  blocks { id path title { en ja } figure { value met target { en } text { en ja } why { en } before { en } change { en } } chart { labels { en } lines { values } }
    table { columns { en } rows { title { en } path cells { value text { en } } } } paragraphs { text { en } path } } } } }`;

const TILE = { width: 1, measureId: null, queueId: null, text: null, path: null };
const TILES = [
  { ...TILE, id: 'offered', kind: 'measure', measureId: 'offered' },
  { ...TILE, id: 'line', kind: 'chart', width: 3, measureId: 'handle-time' },
  { ...TILE, id: 'queues', kind: 'table', width: 2, measureId: 'offered' },
  { ...TILE, id: 'note', kind: 'text', text: 'Ask Operations' },
  { ...TILE, id: 'people', kind: 'wellbeing', width: 2 },
  { ...TILE, id: 'plan', kind: 'coverage', width: 2 },
  { ...TILE, id: 'what-if', kind: 'scenarios', path: '/scenarios?compare=a,b' },
];
const NEW = { title: 'Board meeting', sharedWith: ['supervisor'], period: 'last-4-weeks', tiles: TILES };

const save = async (input: Loose, person = manager): Promise<Loose> =>
  (await api.data<Loose>(SAVE, { input }, person)).saveDashboard;
const content = async (id: string, person = manager): Promise<Loose> =>
  (await api.data<Loose>(CONTENT, { id }, person)).dashboardContent;

beforeAll(async () => {
  centre = await newTestCentre(api);
  manager = await api.person(['manager'], centre.context);
}, 60_000);

describe('a dashboard', () => {
  it('shows what its tiles ask for, each number opening to its screen', async () => {
    const { dashboard } = await save(NEW);
    const { blocks, days } = await content(dashboard.id);
    expect(days).toBe(28);
    const block = Object.fromEntries(blocks.map((one: Loose) => [one.id, one])) as Loose;
    expect(block.offered.figure.value).toBeGreaterThan(100);
    expect(block.offered.path).toMatch(/^\/measures\?from=\d{4}-\d\d-\d\d&weeks=4$/);
    expect(block.line.chart.lines[0].values).toHaveLength(4); // a point a week
    const rows = block.queues.table.rows as Loose[];
    const [all] = rows.filter(({ title }) => title.en === 'All together');
    const parts = rows.filter((row) => row !== all).map(({ cells }) => cells[0].value as number);
    expect(parts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(all.cells[0].value, 6);
    expect(all.cells[0].value).toBe(block.offered.figure.value);
    expect(block.note.paragraphs).toEqual([{ text: { en: 'Ask Operations' }, path: null }]);
    expect(block['what-if'].path).toBe('/scenarios?compare=a,b');
  });

  it('says whether a target in force is met, in the words of its direction', async () => {
    await api.db.peek(
      `insert into measure_targets (organisation_id, measure, queue_id, from_on, direction, value) values ($1, 'offered', null, '2026-01-01', 'at-least', 1e9)`,
      [centre.context.organisationId],
    );
    const { dashboard } = await save({ ...NEW, title: 'Targets', tiles: [TILES[0]] });
    const [tile] = (await content(dashboard.id)).blocks;
    expect(tile.figure).toMatchObject({ met: false, target: { en: 'Target: at least 1,000,000,000 contacts' } });
  });

  it('is read by the roles it is shared with, changed by its owner, and nobody else sees it', async () => {
    const { dashboard } = await save({ ...NEW, title: 'Shared' });
    const supervisor = await api.person(['supervisor'], centre.context);
    const listed = async (person: TestPerson) =>
      (await api.data<Loose>(LIST, {}, person)).dashboards.find(({ id }: Loose) => id === dashboard.id);
    expect(await listed(supervisor)).toMatchObject({ mayEdit: false, ownerName: 'Test manager' });
    expect(await save({ ...NEW, id: dashboard.id, version: 1 }, supervisor)).toEqual({
      __typename: 'DashboardNotYours',
    });
    expect(await listed(centre.planner)).toBeUndefined();
    expect(await content(dashboard.id, centre.planner)).toEqual({ __typename: 'NotFound' });
    const stranger = await api.person(['admin']);
    expect(await content(dashboard.id, stranger)).toEqual({ __typename: 'NotFound' });
    const refused = await api.gql(LIST, {}, centre.agent);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('of which somebody else made a newer version is not overwritten', async () => {
    const { dashboard } = await save({ ...NEW, title: 'Twice' });
    const edited = { ...NEW, id: dashboard.id, version: 1, title: 'Once' };
    expect(await save(edited)).toMatchObject({ dashboard: { version: 2, title: 'Once' } });
    expect(await save(edited)).toEqual({ __typename: 'DashboardEditedMeanwhile', dashboard: { version: 2 } });
    const { deleteDashboard } = await api.data<Loose>(DELETE, { id: dashboard.id, version: 2 }, manager);
    expect(deleteDashboard.__typename).toBe('DashboardDeleted');
  });

  it.each([
    ['no title', { title: ' ' }, 'title'],
    ['an unknown period', { period: 'ever' }, 'period'],
    ['a role that reads no reports', { sharedWith: ['agent'] }, 'sharedWith'],
    ['a tile without its measure', { tiles: [{ ...TILE, id: 'x', kind: 'chart' }] }, 'tiles.0'],
    [
      'a link out of the house',
      { tiles: [{ ...TILE, id: 'x', kind: 'scenarios', path: '//evil.example' }] },
      'tiles.0',
    ],
    ['a tile of no kind', { tiles: [{ ...TILE, id: 'x', kind: 'gauge' }] }, 'tiles.0.kind'],
  ])('with %s is refused', async (_, change, path) => {
    expect(await save({ ...NEW, ...change })).toEqual({ __typename: 'InvalidInput', path });
  });
});
