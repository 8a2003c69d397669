import { newTestCentre, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type TestPerson } from '../kit/test-api.js';

const api = useTestApi();
let centre: TestCentre;
let manager: TestPerson;

beforeAll(async () => {
  centre = await newTestCentre(api);
  manager = await api.person(['manager'], centre.context);
}, 60_000);

const IMPORT = `mutation ($input: MeasureTableInput!) { importMeasureTable(input: $input) { __typename
  ... on InvalidInput { path message }
  ... on MeasureTableTaken { readCount acceptedCount rejectedCount changedCount firstOn lastOn rejects { record column code raw } } } }`;
const take = async (input: object, person: TestPerson = manager) =>
  (await api.data<{ importMeasureTable: Record<string, unknown> }>(IMPORT, { input }, person)).importMeasureTable;
const VALUES = `query ($names: [ID!]!, $range: MeasureRangeInput!) { measureValues(names: $names, range: $range) {
  ... on MeasureValues { series { measureId keyId values whole } } } }`;
const whole = async (name: string, range: object, person: TestPerson = manager) => {
  const { measureValues } = await api.data<{
    measureValues: { series: { keyId: string | null; whole: number | null; values: (number | null)[] }[] };
  }>(VALUES, { names: [name], range }, person);
  return measureValues.series;
};
const SAVE = `mutation ($input: KpiFormulaInput!) { saveKpiFormula(input: $input) { __typename
  ... on KpiFormulaSaved { kpi { id name version } } ... on KpiFormulaFault { position text { en } } ... on InvalidInput { path } } }`;
const save = async (input: object) =>
  (await api.data<{ saveKpiFormula: Record<string, unknown> }>(SAVE, { input }, manager)).saveKpiFormula;

/** As a customer's daily report has it: a day number, counts, shares in percent, times. */
const DAILY = `Index,Incoming Calls,Answered Calls,Answer Rate,Abandoned Calls,Answer Speed (AVG)
1,217,204,94.01%,13,0:00:17
2,200,182,91.00%,18,0:00:20
3,216,x,91.67%,18,0:00:18
`;
const COLUMNS = [
  { column: 'Incoming Calls', name: 'offered' },
  { column: 'Answered Calls', name: 'answered' },
  { column: 'Abandoned Calls', name: 'abandoned' },
  { column: 'Answer Speed (AVG)', name: 'answerSpeedTold', weightColumn: 'Answered Calls' },
];
const order = () => ({
  source: 'daily-report',
  content: DAILY,
  dateColumn: 'Index',
  firstOn: '2023-01-01',
  place: { kind: 'QUEUE', word: centre.ids.of('queue', 'voice-ja') },
  columns: COLUMNS,
  kinds: [{ name: 'answerSpeedTold', title: 'Answer speed, as told', unit: 'seconds' }],
});

describe('a daily report', () => {
  const range = { fromOn: '2023-01-01', untilOn: '2023-01-08', period: 'WHOLE', cut: 'QUEUE' };
  const voice = (series: { keyId: string | null; whole: number | null }[]) =>
    series.find(({ keyId }) => keyId === centre.ids.of('queue', 'voice-ja'))!.whole;

  it('is tried first, then stored, and again without changing anything; wrong rows are named', async () => {
    const counts = { readCount: 3, acceptedCount: 2, rejectedCount: 1, firstOn: '2023-01-01', lastOn: '2023-01-02' };
    const rejects = [{ record: 4, column: 'Answered Calls', code: 'not-a-number', raw: 'x' }];
    expect(await take({ ...order(), dryRun: true })).toMatchObject({ ...counts, changedCount: 8, rejects });
    expect(voice(await whole('offered', range))).toBeNull();
    expect(await take(order())).toMatchObject({ ...counts, changedCount: 8, rejects });
    expect(await take(order())).toMatchObject({ changedCount: 0 });
    expect(voice(await whole('answer-rate', range))).toBeCloseTo(386 / 417, 12);
    expect(voice(await whole('abandonment', range))).toBeCloseTo(31 / 417, 12);
  });

  it('gives means weighed by what they are of, to formulas by name', async () => {
    expect(await save({ title: 'Speed', name: 'speed', formula: 'answerSpeedTold', better: 'lower' })).toMatchObject({
      kpi: { name: 'speed' },
    });
    const expected = (204 * 17 + 182 * 20) / 386; // not (17 + 20) / 2
    expect(voice(await whole('speed', range))).toBeCloseTo(expected, 12);
    expect(await save({ title: 'Twice', name: 'twice', formula: 'speed * 2' })).toMatchObject({ kpi: {} });
    expect(voice(await whole('twice', range))).toBeCloseTo(2 * expected, 12);
    const mixed = await save({ title: 'Wrong', formula: 'offered + speed' });
    expect(mixed).toMatchObject({ __typename: 'KpiFormulaFault', position: 10 });
  });

  it('is refused where it cannot be understood as a whole', async () => {
    const refused = async (change: object) => (await take({ ...order(), ...change }))['path'];
    expect(await refused({ dateColumn: 'Date' })).toBe('columns');
    expect(await refused({ place: { kind: 'QUEUE', word: 'nobody' } })).toBe('place');
    expect(await refused({ columns: [{ column: 'Incoming Calls', name: 'unheardOf' }] })).toBe('columns.0.name');
    expect(await refused({ kinds: [{ name: 'offered', title: 'x', unit: 'number' }] })).toBe('kinds.0.name');
    const share = [{ name: 'rateTold', title: 'Rate', unit: 'fraction' }];
    expect(await refused({ kinds: share, columns: [{ column: 'Answer Rate', name: 'rateTold' }] })).toBe(
      'columns.0.weightColumn',
    );
    const supervisor = await api.person(['supervisor'], centre.context);
    const answer = await api.gql(IMPORT, { input: order() }, supervisor);
    expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });
});

describe('measures that use each other', () => {
  it('are named with their way back', async () => {
    const { kpi } = (await save({ title: 'Base', name: 'base', formula: 'offered' })) as {
      kpi: { id: string; version: number };
    };
    await save({ title: 'Upon', name: 'upon', formula: 'base + 1' });
    const { id, version } = kpi;
    expect(await save({ id, version, title: 'Base', name: 'base', formula: 'upon + 1' })).toMatchObject({
      __typename: 'KpiFormulaFault',
      position: null,
      text: { en: expect.stringContaining('base → upon → base') },
    });
    const DELETE = `mutation ($id: ID!, $version: Int!) { deleteKpiFormula(id: $id, version: $version) { __typename
      ... on InvalidInput { message } } }`;
    const { deleteKpiFormula } = await api.data<{ deleteKpiFormula: object }>(DELETE, { id, version }, manager);
    expect(deleteKpiFormula).toEqual({ __typename: 'InvalidInput', message: 'used by Upon; change them first' });
    expect(await save({ id, version, title: 'Base', name: 'other', formula: 'offered' })).toMatchObject({
      path: 'name',
    });
  });
});

describe('facts sent by another program', () => {
  const send = async (key: string, body: object) =>
    fetch(`${api.url}/api/v1/measure-facts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    });

  it('come with a key, count once, and bad ones are named', async () => {
    const admin = await api.person(['admin'], centre.context);
    const CREATE = `mutation ($input: ApiKeyInput!) { createApiKey(input: $input) { ... on ApiKeyCreated { secret } } }`;
    const { createApiKey } = await api.data<{ createApiKey: { secret: string } }>(
      CREATE,
      { input: { title: 'Surveys', scopes: ['measures.ingest'] } },
      admin,
    );
    const facts = [
      { name: 'surveyAnswers', on: '2023-02-01', value: 50 },
      { name: 'surveySatisfied', on: '2023-02-01', value: 30 },
      { name: 'surveyVerySatisfied', on: '2023-02-01', value: 10 },
      { name: 'nobodyKnows', on: '2023-02-01', value: 1 },
      { name: 'surveyAnswers', on: '2023-02-30', value: 1 },
      { name: 'surveyAnswers', on: '2023-02-01', queue: 'no such queue', value: 1 },
    ];
    const taken = await send(createApiKey.secret, { source: 'surveys', facts });
    expect(taken.status).toBe(200);
    expect(await taken.json()).toMatchObject({
      ...{ received: 6, changed: 3, unchanged: 0 },
      rejected: [
        { index: 3, code: 'unknown-name' },
        { index: 4, code: 'not-a-date' },
        { index: 5, code: 'unknown-place' },
      ],
    });
    const again = await send(createApiKey.secret, { source: 'surveys', facts: facts.slice(0, 3) });
    expect(await again.json()).toMatchObject({ changed: 0, unchanged: 3 });
    const range = { fromOn: '2023-02-01', untilOn: '2023-03-01', period: 'WHOLE', cut: 'ALL' };
    expect((await whole('customer-satisfaction', range))[0]!.whole).toBe(0.8);
    expect((await send('no key', { source: 'surveys', facts })).status).toBe(401);
    expect((await send(createApiKey.secret, { source: 'surveys', facts: 1 })).status).toBe(400);
  });
});

describe('targets and annotations', () => {
  it('are set by managers from a date, by queue, and taken back', async () => {
    const TARGET = `mutation ($input: MeasureTargetInput!) { saveMeasureTarget(input: $input) { __typename ... on InvalidInput { path }
      ... on MeasureTargetSaved { target { id measureId queueId fromOn direction value version } } } }`;
    const set = async (input: object) =>
      (await api.data<{ saveMeasureTarget: { target: { id: string; version: number } } }>(TARGET, { input }, manager))
        .saveMeasureTarget;
    const input = { measureId: 'abandonment', fromOn: '2026-01-01', direction: 'AT_MOST', value: 0.05 };
    const first = await set(input);
    expect(first.target).toMatchObject({ ...input, queueId: null, version: 1 });
    expect((await set({ ...input, value: 0.04 })).target).toMatchObject({
      id: first.target.id,
      value: 0.04,
      version: 2,
    });
    expect(await set({ ...input, measureId: 'nothing' })).toMatchObject({ path: 'measureId' });
    const DELETE = `mutation ($id: ID!, $version: Int!) { deleteMeasureTarget(id: $id, version: $version) { __typename } }`;
    const remove = async (version: number) =>
      (
        await api.data<{ deleteMeasureTarget: { __typename: string } }>(
          DELETE,
          { id: first.target.id, version },
          manager,
        )
      ).deleteMeasureTarget.__typename;
    expect([await remove(1), await remove(2)]).toEqual(['NotFound', 'MeasureNoteDeleted']);
  });

  it('say who told what of which date', async () => {
    const NOTE = `mutation ($input: MeasureAnnotationInput!) { annotateMeasures(input: $input) { __typename
      ... on MeasureAnnotationSaved { annotation { id on text author version } } ... on InvalidInput { path } } }`;
    const note = async (text: string) =>
      (await api.data<{ annotateMeasures: object }>(NOTE, { input: { on: '2023-01-02', text } }, manager))
        .annotateMeasures;
    expect(await note(' Outage of the telephone system ')).toMatchObject({
      annotation: { on: '2023-01-02', text: 'Outage of the telephone system', author: expect.any(String) },
    });
    expect(await note(' ')).toMatchObject({ __typename: 'InvalidInput', path: 'text' });
    const LIST = '{ measureAnnotations(fromOn: "2023-01-01", untilOn: "2023-01-03") { text } }';
    const { measureAnnotations } = await api.data<{ measureAnnotations: object[] }>(LIST, {}, manager);
    expect(measureAnnotations).toEqual([{ text: 'Outage of the telephone system' }]);
  });
});
