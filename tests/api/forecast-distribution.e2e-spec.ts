import { finishedJob, newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';
import { useTestApi } from '../kit/test-api.js';

const api = useTestApi({ worker: true });
let centre: TestCentre;
let queueId: string;

const START = `mutation ($queueIds: [ID!], $fromOn: LocalDate!) {
  startForecast(queueIds: $queueIds, fromOn: $fromOn, days: 14, methodId: "planner-mean") { ... on JobStarted { job { id } } } }`;
const TOTALS = `query ($queueId: ID!, $fromOn: LocalDate!, $days: Int!, $stepMinutes: Int) {
  demand(queueId: $queueId, fromOn: $fromOn, days: $days, stepMinutes: $stepMinutes) {
    forecastTotals { span fromOn days contacts p10 p90 }
    forecastContacts { values } p10Contacts { values } p90Contacts { values } } }`;
const REST = `query ($queueId: ID!, $at: DateTime!) { restOfDay(queueId: $queueId, at: $at) { __typename
  ... on RestOfDay { on contactsSoFar forecastSoFar factor learnedFromDays missingIntervals silentIntervals morningTotal
    rest { contacts p10 p90 } total { contacts p10 p90 } contacts { startAt stepMinutes values } p10 { values } p90 { values } }
  ... on ClosedDay { on } ... on NotEnoughHistory { haveDays needDays } ... on NotFound { message } } }`;

interface Total {
  readonly span: string;
  readonly fromOn: string;
  readonly days: number;
  readonly contacts: number;
  readonly p10: number;
  readonly p90: number;
}
interface Band {
  readonly contacts: number;
  readonly p10: number;
  readonly p90: number;
}
type Values = { readonly values: (number | null)[] };
type View = {
  demand: { forecastTotals: Total[] } & Record<'forecastContacts' | 'p10Contacts' | 'p90Contacts', Values>;
};
type Rest = {
  restOfDay: {
    __typename: string;
    rest: Band;
    total: Band;
    contacts: Values;
    factor: number;
    contactsSoFar: number;
  } & Record<'morningTotal' | 'learnedFromDays' | 'silentIntervals', number>;
};

const view = async (fromOn: string, days: number, stepMinutes?: number) =>
  (await api.data<View>(TOTALS, { queueId, fromOn, days, stepMinutes }, centre.planner)).demand;
const restAt = async (at: string) => (await api.data<Rest>(REST, { queueId, at }, centre.planner)).restOfDay;
const sum = ({ values }: Values) => values.reduce<number>((total, value) => total + (value ?? 0), 0);

beforeAll(async () => {
  centre = await newTestCentre(api);
  queueId = centre.ids.of('queue', 'voice-ja');
  for (const fromOn of ['2026-11-16', TEST_TODAY]) {
    const { startForecast } = await api.data<{ startForecast: { job: { id: string } } }>(
      START,
      { queueIds: [queueId], fromOn },
      centre.planner,
    );
    expect(await finishedJob(api, centre.planner, startForecast.job.id)).toMatchObject({ state: 'DONE' });
  }
}, 90_000);

describe('totals of a forecast', () => {
  it('come by day, by week and for the range, each with a band narrower than the sum of its parts', async () => {
    const demand = await view(centre.weekOn, 7);
    const { forecastTotals } = demand;
    const [range] = forecastTotals.filter(({ span }) => span === 'RANGE');
    const days = forecastTotals.filter(({ span }) => span === 'DAY');
    const [week] = forecastTotals.filter(({ span }) => span === 'WEEK');
    expect(week).toMatchObject({ fromOn: centre.weekOn, days: 7, contacts: range!.contacts });
    expect(range!.contacts).toBeCloseTo(sum(demand.forecastContacts), 0);
    expect(days.reduce((total, { contacts }) => total + contacts, 0)).toBeCloseTo(range!.contacts, 0);
    const width = ({ p10, p90 }: Band) => p90 - p10;
    expect(width(week!)).toBeGreaterThan(0);
    expect(width(week!)).toBeLessThan(days.reduce((total, day) => total + width(day), 0));
    expect(days.reduce((total, day) => total + width(day), 0)).toBeLessThan(
      sum(demand.p90Contacts) - sum(demand.p10Contacts),
    );
  });

  it('make the bands of longer steps: an hour is surer than its quarters together, less sure than one of them', async () => {
    const quarters = await view(centre.weekOn, 1);
    const hours = await view(centre.weekOn, 1, 60);
    const quarter = (index: number) => quarters.p90Contacts.values[index]! - quarters.p10Contacts.values[index]!;
    const hour = hours.p90Contacts.values[11]! - hours.p10Contacts.values[11]!;
    expect(hour).toBeLessThan([44, 45, 46, 47].reduce((total, index) => total + quarter(index), 0));
    expect(hour).toBeGreaterThan(quarter(44));
  });

  it('are none where there is no forecast', async () => {
    expect((await view('2026-10-05', 7)).forecastTotals).toEqual([]);
  });
});

describe('the rest of a day', () => {
  it('follows the day so far, with a band that closes', async () => {
    // Tokyo noon and 15:00 of a Tuesday with facts
    const [noon, three] = [await restAt('2026-11-17T03:00:00Z'), await restAt('2026-11-17T06:00:00Z')];
    expect(noon).toMatchObject({ __typename: 'RestOfDay', on: '2026-11-17', silentIntervals: 0 });
    expect(noon.learnedFromDays).toBeGreaterThan(20);
    expect(noon.contacts.values.slice(0, 48).every((value) => value === null)).toBe(true);
    expect(noon.contacts.values.slice(48, 60).every((value) => value! > 0)).toBe(true);
    expect(sum(noon.contacts)).toBeCloseTo(noon.rest.contacts, 0);
    expect(noon.total.contacts).toBeCloseTo(noon.contactsSoFar + noon.rest.contacts, 0);
    expect(three.contactsSoFar).toBeGreaterThan(noon.contactsSoFar);
    expect(three.total.p90 - three.total.p10).toBeLessThan(noon.total.p90 - noon.total.p10);
  }, 30_000);

  it('says why there is none: an unknown queue, no permission, nothing known of the past', async () => {
    const stranger = await api.person(['planner']);
    expect(await api.data(REST, { queueId, at: '2026-11-17T03:00:00Z' }, stranger)).toMatchObject({
      restOfDay: { __typename: 'NotFound' },
    });
    const refused = await api.gql(REST, { queueId, at: '2026-11-17T03:00:00Z' }, centre.agent);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await restAt('2020-01-07T03:00:00Z')).toMatchObject({ __typename: 'NotEnoughHistory' });
  }, 30_000);
});
