import { finishedJob, newTestCentre, type TestCentre } from '../kit/test-centre.js';
import { useTestApi } from '../kit/test-api.js';

const api = useTestApi({ worker: true });
let centre: TestCentre;
let queueId: string;

beforeAll(async () => {
  centre = await newTestCentre(api);
  queueId = centre.ids.of('queue', 'voice-ja');
}, 60_000);

const START = `mutation ($fromOn: LocalDate!, $weeks: Int!, $trend: LongRangeTrend) { startLongRange(fromOn: $fromOn, weeks: $weeks, trend: $trend) {
  __typename ... on JobStarted { job { id } } ... on InvalidInput { path } ... on NotEnoughHistory { haveDays needDays } } }`;
const VIEW = `query ($queueId: ID) { longRange(queueId: $queueId) { version { version fromOn weeks trend createdBy }
  series { yearlyTerms historyWeeks contacts p10 p90 base trend season calendar growth handleSeconds pastOn pastContacts } versions { version }
  growth { id kind value reason author undone queueId } } }`;
const GROWTH = `mutation ($input: GrowthAssumptionInput!) { addGrowthAssumption(input: $input) { __typename
  ... on GrowthSaved { growth { id undone reason } } ... on InvalidInput { path } } }`;
const UNDO = `mutation ($id: ID!, $undone: Boolean!) { undoGrowthAssumption(id: $id, undone: $undone) { __typename ... on GrowthSaved { growth { undone } } } }`;

interface Series {
  yearlyTerms: string;
  historyWeeks: number;
  pastOn: string[];
  contacts: number[];
  p10: number[];
  p90: number[];
  base: number[];
  trend: number[];
  season: number[];
  calendar: number[];
  growth: number[];
}
interface View {
  longRange: {
    version: { version: number; fromOn: string; weeks: number } | null;
    series: Series | null;
    versions: object[];
    growth: { id: string; undone: boolean }[];
  };
}
const view = async (id: string | null) => (await api.data<View>(VIEW, { queueId: id }, centre.planner)).longRange;
async function run(variables: object = {}) {
  const { startLongRange } = await api.data<{
    startLongRange: { __typename: string; path?: string; job?: { id: string } };
  }>(START, { fromOn: centre.weekOn, weeks: 78, ...variables }, centre.planner);
  if (startLongRange.job) await finishedJob(api, centre.planner, startLongRange.job.id);
  return startLongRange;
}

describe('the far future', () => {
  it('is empty before it is asked for', async () => {
    expect(await view(null)).toEqual({ version: null, series: null, versions: [], growth: [] });
  });

  it('is forecast by week for each queue and for all, honest about the year it has not seen', async () => {
    await run();
    const [queue, total] = [await view(queueId), await view(null)];
    expect(queue.version).toMatchObject({ version: 1, fromOn: centre.weekOn, weeks: 78 });
    expect(queue.series).toMatchObject({ yearlyTerms: 'NONE' });
    expect(queue.series!.contacts).toHaveLength(78);
    expect(queue.series!.season.every((value) => value === 0)).toBe(true);
    const [{ contacts, p10, p90, base, trend, season, calendar, growth }] = [queue.series!];
    expect((p90[30]! - p10[30]!) / contacts[30]!).toBeGreaterThan(0.3);
    contacts.forEach((value, week) =>
      expect(base[week]! + trend[week]! + season[week]! + calendar[week]! + growth[week]!).toBeCloseTo(value, 0),
    );
    expect(total.series!.contacts[0]).toBeGreaterThan(contacts[0]!);
  }, 60_000);

  it('takes growth with author and reason, for all queues or one, and gives it back', async () => {
    const before = (await view(queueId)).series!.contacts;
    const input = { kind: 'STEP_PERCENT', fromOn: '2027-01-04', value: 10, reason: 'new product' };
    const { addGrowthAssumption } = await api.data<{ addGrowthAssumption: { growth: { id: string }[] } }>(
      GROWTH,
      { input },
      centre.planner,
    );
    await run();
    const grown = await view(queueId);
    expect(grown.version!.version).toBe(2);
    expect(grown.versions).toHaveLength(2);
    expect(grown.growth).toMatchObject([
      { kind: 'STEP_PERCENT', value: 10, reason: 'new product', author: 'Test planner', undone: false, queueId: null },
    ]);
    expect(grown.series!.contacts[20]! / before[20]!).toBeCloseTo(1.1, 2);
    expect(grown.series!.contacts[0]! / before[0]!).toBeCloseTo(1, 2);
    const { id } = addGrowthAssumption.growth[0]!;
    await api.data(UNDO, { id, undone: true }, centre.planner);
    expect((await view(queueId)).growth).toMatchObject([{ undone: true }]);
    await run();
    expect((await view(queueId)).series!.contacts[20]! / before[20]!).toBeCloseTo(1, 2);
    await api.data(UNDO, { id, undone: false }, centre.planner);
    expect((await view(queueId)).growth).toMatchObject([{ undone: false }]);
  }, 60_000);

  it('names what is wrong, and is for planners of the organisation', async () => {
    expect(await run({ weeks: 500 })).toEqual({ __typename: 'InvalidInput', path: 'weeks' });
    expect(await run({ fromOn: '2026-11-24' })).toEqual({ __typename: 'InvalidInput', path: 'fromOn' });
    expect(await run({ fromOn: '2026-10-26' })).toMatchObject({
      __typename: 'NotEnoughHistory',
      haveDays: 7,
      needDays: 28,
    });
    const add = async (change: object) =>
      (
        await api.data<{ addGrowthAssumption: object }>(
          GROWTH,
          { input: { kind: 'STEP_PERCENT', fromOn: '2027-01-04', value: 10, reason: 'x', ...change } },
          centre.planner,
        )
      ).addGrowthAssumption;
    expect(await add({ reason: ' ' })).toEqual({ __typename: 'InvalidInput', path: 'reason' });
    expect(await add({ untilOn: '2026-01-01' })).toEqual({ __typename: 'InvalidInput', path: 'untilOn' });
    expect(await add({ value: -200 })).toEqual({ __typename: 'InvalidInput', path: 'percent' });
    expect(await add({ queueId: centre.agentId })).toMatchObject({ __typename: 'NotFound' });
    const supervisor = await api.person(['supervisor'], centre.context);
    expect((await api.gql(START, { fromOn: centre.weekOn, weeks: 78 }, supervisor)).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
    const stranger = await api.person(['planner']);
    expect(await api.data(VIEW, { queueId }, stranger)).toEqual({ longRange: null });
    expect((await api.data<View>(VIEW, { queueId: null }, stranger)).longRange.series).toBeNull();
  });
});
