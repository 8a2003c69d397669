import { newTestCentre, type TestCentre } from '../kit/test-centre.js';
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

interface Kpi {
  readonly id: string;
  readonly title: string;
  readonly formula: string;
  readonly position: number;
  readonly version: number;
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
