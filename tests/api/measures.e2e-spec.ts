import { addDays, startOfLocalDay } from '@yotei/time';
import { IntervalFactLoader } from '../../apps/api/src/features/demand/index.js';
import { newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type TestPerson } from '../kit/test-api.js';

const api = useTestApi();
let centre: TestCentre;
let supervisor: TestPerson;
let stranger: TestPerson;

const KPI = 'id title formula position version';
const SAVE = `mutation ($input: KpiFormulaInput!) { saveKpiFormula(input: $input) {
  __typename ... on KpiFormulaSaved { kpi { ${KPI} } } ... on KpiFormulaEditedMeanwhile { kpi { ${KPI} } }
  ... on KpiFormulaFault { position message text { en ja } } ... on InvalidInput { path } } }`;
const DELETE = `mutation ($id: ID!, $version: Int!) { deleteKpiFormula(id: $id, version: $version) {
  __typename ... on KpiFormulaDeleted { id } ... on KpiFormulaEditedMeanwhile { kpi { version } } } }`;
const LIST = `{ kpiFormulas { ${KPI} } }`;
const SPAN = 'fromOn days spanSeconds intervalCount facts { name sum lackingIntervals }';
const MEASURES = `query ($fromOn: LocalDate!, $days: Int!) { measures(fromOn: $fromOn, days: $days) {
  queue { id } whole { ${SPAN} } weeks { ${SPAN} } } }`;

interface Kpi {
  readonly id: string;
  readonly title: string;
  readonly formula: string;
  readonly position: number;
  readonly version: number;
}
interface Span {
  readonly fromOn: string;
  readonly days: number;
  readonly spanSeconds: number;
  readonly intervalCount: number;
  readonly facts: readonly { readonly name: string; readonly sum: number; readonly lackingIntervals: number }[];
}
interface Row {
  readonly queue: { readonly id: string } | null;
  readonly whole: Span;
  readonly weeks: readonly Span[];
}
interface Answer {
  readonly __typename: string;
  readonly kpi: Kpi;
  readonly position: number | null;
}

const ABANDONMENT = { title: 'Abandonment', formula: 'abandoned / offered' };
const save = async (input: Record<string, unknown>, person: TestPerson = centre.planner) =>
  (await api.data<{ saveKpiFormula: Answer }>(SAVE, { input }, person)).saveKpiFormula;
const remove = async ({ id, version }: Pick<Kpi, 'id' | 'version'>, person: TestPerson = centre.planner) =>
  (await api.data<{ deleteKpiFormula: Answer }>(DELETE, { id, version }, person)).deleteKpiFormula;
const list = async (person: TestPerson = centre.planner) =>
  (await api.data<{ kpiFormulas: Kpi[] }>(LIST, {}, person)).kpiFormulas;
const measures = async (fromOn: string, days: number, person: TestPerson = centre.planner) =>
  (await api.data<{ measures: Row[] }>(MEASURES, { fromOn, days }, person)).measures;
const fact = (span: Span, name: string) => span.facts.find((one) => one.name === name)!;

beforeAll(async () => {
  centre = await newTestCentre(api);
  supervisor = await api.person(['supervisor'], centre.context);
  stranger = await api.person(['planner']);
}, 60_000);

describe('a KPI of one’s own', () => {
  it('is added, changed on the version that was read, and deleted', async () => {
    const added = await save(ABANDONMENT);
    expect(added).toMatchObject({ __typename: 'KpiFormulaSaved', kpi: { ...ABANDONMENT, position: 0, version: 1 } });
    const second = await save({ title: ' Answered ', formula: ' answered / offered ' });
    expect(second.kpi).toMatchObject({ title: 'Answered', formula: 'answered / offered', position: 1 });
    const { id } = added.kpi;
    const changed = await save({ id, version: 1, title: 'Left', formula: 'abandoned / (offered - blocked)' });
    expect(changed.kpi).toMatchObject({ id, title: 'Left', position: 0, version: 2 });
    expect((await list()).map(({ title }) => title)).toEqual(['Left', 'Answered']);
    expect(await remove(changed.kpi)).toMatchObject({ __typename: 'KpiFormulaDeleted', id });
    // Undo of a deletion: the same again, at its old place.
    await save({ ...ABANDONMENT, position: 0 });
    expect((await list()).map(({ title }) => title)).toEqual(['Abandonment', 'Answered']);
  });

  it('is refused with the place of the mistake, in both languages', async () => {
    const refused = await save({ title: 'Typing', formula: ' abandoned / ofered' });
    expect(refused).toMatchObject({
      __typename: 'KpiFormulaFault',
      position: 13, // of the text as sent, its blank included
      text: { en: expect.stringContaining('ofered'), ja: expect.stringContaining('ofered') },
    });
    expect(await save({ title: 'Nothing', formula: '' })).toMatchObject({ __typename: 'KpiFormulaFault' });
    expect(await save({ title: ' ', formula: 'offered' })).toMatchObject({ __typename: 'InvalidInput', path: 'title' });
    expect(await save({ ...ABANDONMENT, version: 1 })).toMatchObject({ __typename: 'InvalidInput', path: 'version' });
    expect((await list()).map(({ title }) => title)).not.toContain('Typing');
  });

  it('is not overwritten or deleted when somebody else changed it meanwhile', async () => {
    const { kpi } = await save(ABANDONMENT);
    await save({ id: kpi.id, version: 1, title: 'Theirs', formula: 'abandoned' });
    const newer = { __typename: 'KpiFormulaEditedMeanwhile', kpi: { version: 2 } };
    expect(await save({ id: kpi.id, version: 1, ...ABANDONMENT })).toMatchObject({
      ...newer,
      kpi: { title: 'Theirs' },
    });
    expect(await remove(kpi)).toMatchObject(newer);
    expect(await remove({ ...kpi, version: 2 })).toMatchObject({ __typename: 'KpiFormulaDeleted' });
    expect(await remove({ ...kpi, version: 2 })).toEqual({ __typename: 'NotFound' });
    expect(await save({ id: kpi.id, version: 2, ...ABANDONMENT })).toEqual({ __typename: 'NotFound' });
  });

  it('is read by supervisors, changed by planners, and neither by agents', async () => {
    expect((await list(supervisor)).length).toBeGreaterThan(0);
    const forbidden = { message: expect.any(String), extensions: { code: 'FORBIDDEN' } };
    const asked = [
      api.gql(SAVE, { input: ABANDONMENT }, supervisor),
      api.gql(DELETE, { id: (await list())[0]!.id, version: 1 }, supervisor),
      api.gql(LIST, {}, centre.agent),
      api.gql(MEASURES, { fromOn: TEST_TODAY, days: 7 }, centre.agent),
    ];
    for (const answer of await Promise.all(asked)) expect(answer.errors?.[0]).toMatchObject(forbidden);
  });

  it('is not there for another organisation', async () => {
    const own = (await list())[0]!;
    expect(await list(stranger)).toEqual([]);
    expect(await remove(own, stranger)).toEqual({ __typename: 'NotFound' });
    expect(await save({ id: own.id, version: own.version, ...ABANDONMENT }, stranger)).toEqual({
      __typename: 'NotFound',
    });
    expect((await list())[0]).toEqual(own);
  });
});

describe('facts for KPIs', () => {
  const fromOn = addDays(TEST_TODAY, -16); // Monday, a fortnight before the week of today

  it('are sums by queue and week, and of all queues together', async () => {
    const rows = await measures(fromOn, 14);
    const [all, ...queues] = rows;
    expect(all!.queue).toBeNull();
    expect(queues).toHaveLength(5);
    const history = centre.centre.history.find(({ queueId }) => queueId === 'voice-ja')!;
    const voice = queues.find(({ queue }) => queue!.id === centre.ids.of('queue', 'voice-ja'))!;
    const startAt = startOfLocalDay(fromOn, 'Asia/Tokyo');
    const inRange = (days: number) => (at: number) => at >= startAt && at < startAt + days * 86_400_000;
    const sum = (values: ArrayLike<number>, days: number) =>
      Array.from(values).reduce((total, value, i) => total + (inRange(days)(history.startAt[i]!) ? value : 0), 0);
    expect(fact(voice.whole, 'offered').sum).toBe(sum(history.offeredCount, 14));
    expect(fact(voice.weeks[0]!, 'abandoned').sum).toBe(sum(history.abandonedCount, 7));
    expect(voice.weeks.map(({ fromOn: on, days }) => [on, days])).toEqual([
      [fromOn, 7],
      [addDays(fromOn, 7), 7],
    ]);
    const total = queues.reduce((offered, { whole }) => offered + fact(whole, 'offered').sum, 0);
    expect(fact(all!.whole, 'offered').sum).toBeCloseTo(total, 6);
    expect(all!.whole.spanSeconds).toBe(14 * 86_400);
  });

  it('say how many intervals with contacts do not tell one', async () => {
    const queueId = centre.ids.of('queue', 'voice-ja');
    const startAt = startOfLocalDay('2024-05-06', 'Asia/Tokyo') + 9 * 3_600_000;
    const facts = [
      { queueId, startAt, offeredCount: 10, answeredCount: 8, handleSeconds: 800 },
      {
        queueId,
        startAt: startAt + 900_000,
        offeredCount: 5,
        answeredCount: 5,
        answeredWithinCount: 4,
        abandonedCount: 0,
      },
      { queueId, startAt: startAt + 1_800_000, offeredCount: 0 },
    ];
    await api.db.database.withTenant(centre.context, (tx) =>
      new IntervalFactLoader().load(tx, facts, { source: 'partly', importId: null }),
    );
    const rows = await measures('2024-05-06', 10);
    const voice = rows.find(({ queue }) => queue?.id === queueId)!;
    expect(voice.weeks.map(({ days, intervalCount }) => [days, intervalCount])).toEqual([
      [7, 3],
      [3, 0],
    ]);
    expect(fact(voice.whole, 'offered')).toEqual({ name: 'offered', sum: 15, lackingIntervals: 0 });
    expect(fact(voice.whole, 'answered')).toMatchObject({ sum: 13, lackingIntervals: 0 }); // nobody came: nobody answered
    expect(fact(voice.whole, 'answeredInTime')).toMatchObject({ sum: 4, lackingIntervals: 1 });
    expect(fact(voice.whole, 'totalHandleSeconds')).toMatchObject({ sum: 800, lackingIntervals: 1 });
  });

  it('of two sources that tell of the same interval believe the import made last', async () => {
    const queueId = centre.ids.of('queue', 'voice-ja');
    const startAt = startOfLocalDay('2024-07-01', 'Asia/Tokyo');
    const imports = [
      { source: 'first', importId: '01900000-0000-7000-8000-000000000001', offeredCount: 10 },
      { source: 'later', importId: '01900000-0000-7000-8000-000000000002', offeredCount: 12 },
      { source: 'by hand', importId: null, offeredCount: 99 },
    ];
    for (const { source, importId, offeredCount } of imports) {
      await api.db.database.withTenant(centre.context, (tx) =>
        new IntervalFactLoader().load(tx, [{ queueId, startAt, offeredCount }], { source, importId }),
      );
    }
    const voice = (await measures('2024-07-01', 1)).find(({ queue }) => queue?.id === queueId)!;
    expect([voice.whole.intervalCount, fact(voice.whole, 'offered').sum]).toEqual([1, 12]);
  });

  it('refuse a range that is none, and are empty for another organisation', async () => {
    const answer = await api.gql(MEASURES, { fromOn, days: 0 }, centre.planner);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    const rows = await measures(fromOn, 14, stranger);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.whole.intervalCount).toBe(0);
  });
});
