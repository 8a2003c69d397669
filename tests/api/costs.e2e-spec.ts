import { useTestApi, type Loose, type TestPerson } from '../kit/test-api.js';

const api = useTestApi();
let manager: TestPerson;
let planner: TestPerson;
let agent: TestPerson;

const LIST = 'query { costSettings { id version effectiveOn terms isWithdrawn } }';
const IN_FORCE = 'query ($on: LocalDate!) { costsInForce(on: $on) { version } }';
const SAVE = `mutation ($input: CostSettingsInput!) { result: saveCostSettings(input: $input) { __typename
  ... on CostSettingsSaved { settings { id version terms } } ... on CostSettingsChangedMeanwhile { settings { version } }
  ... on InvalidCostTerms { faults { path text { en ja } } } } }`;
const WITHDRAW = `mutation ($id: ID!, $withdrawn: Boolean!) { result: withdrawCostSettings(id: $id, withdrawn: $withdrawn) { __typename } }`;
const TERMS = {
  currency: 'JPY',
  wages: [{ perPaidHour: 1500 }],
  onCostFraction: 0.15,
  premiums: [{ kind: 'night', fromMinute: 1320, untilMinute: 300, fraction: 0.25, source: 'jp.premium' }],
  channels: [{ channel: 'voice', perContact: 0, perHandleMinute: 3 }],
  botPerDeflectedContact: 20,
  penalties: [],
  outsourcing: [],
};
const save = async (input: Loose, person = manager): Promise<Loose> =>
  (
    await api.data<Loose>(
      SAVE,
      { input: { basedOnVersion: 0, effectiveOn: '2026-10-01', terms: TERMS, ...input } },
      person,
    )
  ).result;
const inForce = async (on: string): Promise<number | null> =>
  (await api.data<Loose>(IN_FORCE, { on }, planner)).costsInForce?.version ?? null;

beforeAll(async () => {
  manager = await api.person(['manager']);
  planner = await api.person(['planner'], manager.context);
  agent = await api.person(['agent'], manager.context);
}, 60_000);

describe('what work costs', () => {
  it('is kept by version from a day on, and the last save wins only over what was seen', async () => {
    expect(await inForce('2026-11-23')).toBeNull();
    const first = await save({ terms: { ...TERMS, secret: 'not stored' } });
    expect(first).toMatchObject({ __typename: 'CostSettingsSaved', settings: { version: 1, terms: TERMS } });
    expect(first.settings.terms).toEqual(TERMS);
    expect(await save({})).toMatchObject({ __typename: 'CostSettingsChangedMeanwhile', settings: { version: 1 } });
    const raised = { ...TERMS, wages: [{ perPaidHour: 1600 }] };
    expect(await save({ basedOnVersion: 1, effectiveOn: '2027-04-01', terms: raised })).toMatchObject({
      settings: { version: 2 },
    });
    expect([await inForce('2026-09-01'), await inForce('2027-03-31'), await inForce('2027-04-01')]).toEqual([1, 1, 2]);
  });

  it('can be taken back', async () => {
    const { costSettings } = await api.data<Loose>(LIST, {}, manager);
    const { id } = costSettings[0];
    const withdraw = (withdrawn: boolean) => api.data<Loose>(WITHDRAW, { id, withdrawn }, manager);
    await withdraw(true);
    expect(await inForce('2027-04-01')).toBe(1);
    await withdraw(false);
    expect(await inForce('2027-04-01')).toBe(2);
  });

  it('is refused with the field and the words of both languages where it makes no sense', async () => {
    const wrong = await save({ basedOnVersion: 2, terms: { ...TERMS, currency: 'yen', wages: [{ perPaidHour: -1 }] } });
    expect(wrong.faults.map(({ path }: Loose) => path)).toEqual(['currency', 'wages.0.perPaidHour']);
    expect(wrong.faults[0].text.ja).toContain('通貨');
    expect(await save({ basedOnVersion: 2, terms: 'free' })).toMatchObject({ __typename: 'InvalidCostTerms' });
  });

  it('is read by planners, changed by managers, and nobody else’s', async () => {
    const asPlanner = await api.gql<Loose>(
      SAVE,
      { input: { basedOnVersion: 2, effectiveOn: '2026-10-01', terms: TERMS } },
      planner,
    );
    expect(asPlanner.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const asAgent = await api.gql<Loose>(LIST, {}, agent);
    expect(asAgent.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const stranger = await api.person(['manager']);
    expect((await api.data<Loose>(LIST, {}, stranger)).costSettings).toEqual([]);
  });
});
