import fc from 'fast-check';
import { HOSTILE_FORMULAS, hostilePart } from '../kit/hostile-formulas.js';
import { newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type Loose } from '../kit/test-api.js';

const api = useTestApi();
let centre: TestCentre;
beforeAll(async () => {
  centre = await newTestCentre(api);
}, 60_000);

const SAVE = `mutation ($input: KpiFormulaInput!) { saveKpiFormula(input: $input) { __typename
  ... on KpiFormulaSaved { kpi { id version } } ... on KpiFormulaFault { message text { en ja } } } }`;
const DELETE = 'mutation ($id: ID!, $version: Int!) { deleteKpiFormula(id: $id, version: $version) { __typename } }';
const VALUES = `query ($names: [ID!]!, $range: MeasureRangeInput!) { measureValues(names: $names, range: $range) { __typename
  ... on MeasureValues { series { whole lacks { bucket } } } ... on InvalidInput { path } } }`;
const RANGE = { fromOn: TEST_TODAY, untilOn: '2099-01-01', period: 'YEAR', cut: 'QUEUE' };

const globals = () =>
  JSON.stringify(
    [Object.prototype, Function.prototype, Array.prototype, globalThis].map((one) => Object.getOwnPropertyNames(one)),
  );

/** Saves a formula, and where it is one has it computed over every queue; what cannot be kept says why, in both languages. */
async function tried(formula: string): Promise<string> {
  const before = globals();
  const sent = await api.gql<Loose>(SAVE, { input: { title: 'Hostile', formula } }, centre.planner);
  // A text of a million letters does not even get in.
  const saved = sent.data?.saveKpiFormula ?? { __typename: sent.errors![0]!.extensions.code };
  if (saved.__typename === 'KpiFormulaFault') expect([saved.text.en, saved.text.ja]).not.toContain('');
  if (saved.__typename === 'KpiFormulaSaved') {
    const range = { ...RANGE, untilOn: `${Number(TEST_TODAY.slice(0, 4)) + 1}-01-01` };
    const { measureValues } = await api.data<Loose>(VALUES, { names: [saved.kpi.id], range }, centre.planner);
    expect(['MeasureValues', 'InvalidInput']).toContain(measureValues.__typename);
    await api.data(DELETE, { id: saved.kpi.id, version: saved.kpi.version }, centre.planner);
  }
  expect(globals()).toBe(before);
  return saved.__typename as string;
}

const answersStill = async () =>
  expect((await api.data<Loose>('{ viewer { userId } }', {}, centre.planner)).viewer.userId).toBeTruthy();

describe('hostile formulas sent to the server', () => {
  it('are refused or computed within their bounds, while others are answered', async () => {
    const kinds = new Set<string>();
    for (const formula of HOSTILE_FORMULAS) {
      const [kind] = await Promise.all([tried(formula), answersStill()]);
      kinds.add(kind);
    }
    expect([...kinds].filter((kind) => !['KpiFormulaFault', 'KpiFormulaSaved'].includes(kind))).toEqual([]);
    expect(await tried('({}).__proto__.polluted = 1')).toBe('KpiFormulaFault');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  }, 120_000);

  it('and pieces of them put together at random as well', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostilePart, { minLength: 1, maxLength: 12 }), async (parts) => {
        await tried(parts.join(''));
      }),
      { numRuns: 60 },
    );
    await answersStill();
  }, 120_000);
});
