import { addDays, startOfLocalDay } from '@yotei/time';
import { IntervalFactLoader } from '../../apps/api/src/features/demand/index.js';
import { newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type TestPerson } from '../kit/test-api.js';

const api = useTestApi();
let centre: TestCentre;
let manager: TestPerson;

interface Series {
  readonly measureId: string;
  readonly keyId: string | null;
  readonly values: readonly (number | null)[];
  readonly whole: number | null;
  readonly lacks: readonly { readonly bucket: number; readonly names: readonly string[] }[];
}
interface Values {
  readonly __typename: string;
  readonly path?: string;
  readonly keys: readonly { readonly id: string | null }[];
  readonly buckets: readonly { readonly fromOn: string; readonly untilOn: string; readonly startAt: string | null }[];
  readonly series: readonly Series[];
}

const VALUES = `query ($names: [ID!]!, $range: MeasureRangeInput!) { measureValues(names: $names, range: $range) { __typename
  ... on InvalidInput { path } ... on MeasureValues { keys { id } buckets { fromOn untilOn startAt }
  series { measureId keyId values whole lacks { bucket names } } } } }`;
const values = async (names: readonly string[], range: object, person: TestPerson = manager) =>
  (await api.data<{ measureValues: Values }>(VALUES, { names, range }, person)).measureValues;

beforeAll(async () => {
  centre = await newTestCentre(api);
  manager = await api.person(['manager'], centre.context);
}, 60_000);

const load = (facts: Parameters<IntervalFactLoader['load']>[1], source = 'test-measures') =>
  api.db.database.withTenant(centre.context, (tx) =>
    new IntervalFactLoader().load(tx, facts, { source, importId: null }),
  );
const voice = () => centre.ids.of('queue', 'voice-ja');
const nine = (on: string) => startOfLocalDay(on, 'Asia/Tokyo') + 9 * 3_600_000;

describe('two sources that tell of the same interval', () => {
  it('are believed by the import made last', async () => {
    const startAt = startOfLocalDay('2024-07-01', 'Asia/Tokyo');
    const imports = [
      { source: 'first', importId: '01900000-0000-7000-8000-000000000001', offeredCount: 10 },
      { source: 'later', importId: '01900000-0000-7000-8000-000000000002', offeredCount: 12 },
      { source: 'by hand', importId: null, offeredCount: 99 },
    ];
    for (const { source, importId, offeredCount } of imports)
      await api.db.database.withTenant(centre.context, (tx) =>
        new IntervalFactLoader().load(tx, [{ queueId: voice(), startAt, offeredCount }], { source, importId }),
      );
    const range = { fromOn: '2024-07-01', untilOn: '2024-07-02', period: 'DAY', cut: 'ALL', queueIds: [voice()] };
    const { series } = await values(['offered'], range);
    expect(series[0]!.whole).toBe(12);
  });
});

describe('the worked set of service levels', () => {
  it('comes to 83.0, 86.0, 81.1, 82.7 and 82.1 % out of intervals', async () => {
    // 1,000 answered, 860 in time; 60 abandoned, 20 in time, 10 within 5 s: spread over two days and four intervals.
    const parts = [
      [300, 250, 20, 10, 5],
      [200, 190, 10, 5, 5],
      [400, 330, 25, 5, 0],
      [100, 90, 5, 0, 0],
    ] as const;
    const facts = parts.map(([answered, inTime, abandoned, leftInTime, left5], index) => ({
      queueId: voice(),
      startAt: nine(index < 2 ? '2025-03-03' : '2025-03-04') + (index % 2) * 900_000,
      offeredCount: answered + abandoned,
      answeredCount: answered,
      answeredWithinCount: inTime,
      abandonedCount: abandoned,
      abandonedWithinCount: leftInTime,
      shortAbandonedCount: left5,
      handleSeconds: answered * 240,
      waitSeconds: answered * 12,
    }));
    await load(facts);
    const names = [
      'service-level-with-abandons-in-time',
      'service-level-of-answered',
      'service-level-of-offered',
      'service-level-less-abandons-in-time',
      'service-level-with-abandons-in-5s',
      'answer-speed',
      'handle-time',
    ];
    const range = { fromOn: '2025-03-03', untilOn: '2025-03-10', period: 'DAY', cut: 'ALL', queueIds: [voice()] };
    const found = await values(names, range);
    const wholes = found.series.map(({ whole }) => whole!);
    expect(wholes.slice(0, 5).map((whole) => Math.round(whole * 1000) / 10)).toEqual([83.0, 86.0, 81.1, 82.7, 82.1]);
    expect(wholes.slice(5)).toEqual([12, 240]);
    const [first] = found.series;
    expect(first!.values[0]).toBeCloseTo((440 + 15) / 530, 12); // of Monday alone
    expect(first!.values.slice(2)).toEqual([null, null, null, null, null]);
  });
});

describe('measures over any period and cut', () => {
  const fromOn = addDays(TEST_TODAY, -16);
  const untilOn = addDays(TEST_TODAY, -2);

  it('weigh by contacts: the whole is that of the sums, by whatever period it is cut', async () => {
    const measured = await Promise.all(
      (['HOUR', 'DAY', 'WEEK', 'WHOLE'] as const).map((period) =>
        values(['offered', 'abandonment'], { fromOn, untilOn, period, cut: 'QUEUE' }),
      ),
    );
    const wholes = measured.map(({ series }) => series.map(({ whole }) => whole));
    for (const each of wholes) each.forEach((whole, index) => expect(whole).toBeCloseTo(wholes[0]![index]!, 9));
    expect(measured.map(({ buckets }) => buckets.length)).toEqual([14 * 24, 14, 2, 1]);
    expect(measured[0]!.buckets[0]!.startAt).not.toBeNull();
    const all = await values(['offered'], { fromOn, untilOn, period: 'WHOLE', cut: 'ALL' });
    const byQueue = measured[3]!.series.filter(({ measureId }) => measureId === 'offered');
    const total = byQueue.reduce((sum, { whole }) => sum + (whole ?? 0), 0);
    expect(all.series[0]!.whole).toBeCloseTo(total, 6);
    const channels = await values(['offered'], { fromOn, untilOn, period: 'WHOLE', cut: 'CHANNEL' });
    expect(channels.series.reduce((sum, { whole }) => sum + (whole ?? 0), 0)).toBeCloseTo(total, 6);
  });

  it('see facts that come later at once', async () => {
    const range = { fromOn: '2025-05-05', untilOn: '2025-05-06', period: 'WHOLE', cut: 'QUEUE', queueIds: [voice()] };
    const offered = async () =>
      (await values(['offered'], range)).series.find(({ keyId }) => keyId === voice())?.whole ?? null;
    expect(await offered()).toBeNull();
    await load([{ queueId: voice(), startAt: nine('2025-05-05'), offeredCount: 10 }]);
    expect(await offered()).toBe(10);
    await load([{ queueId: voice(), startAt: nine('2025-05-05'), offeredCount: 12 }]);
    expect(await offered()).toBe(12);
  });

  it('name what nobody told, and refuse what is too much or unknown', async () => {
    const range = { fromOn, untilOn, period: 'WHOLE', cut: 'ALL' };
    const [nps] = (await values(['net-promoter-score'], range)).series;
    expect(nps!.lacks).toEqual([
      { bucket: -1, names: ['npsPromoters', 'npsDetractors', 'npsAnswers'] },
      { bucket: 0, names: ['npsPromoters', 'npsDetractors', 'npsAnswers'] },
    ]);
    const fine = { ...range, period: 'INTERVAL', untilOn: addDays(fromOn, 15) };
    expect(await values(['offered'], fine)).toMatchObject({ __typename: 'InvalidInput', path: 'untilOn' });
    expect(await values(['nothing'], range)).toMatchObject({ __typename: 'InvalidInput', path: 'names.0' });
    expect(await values(['offered'], { ...range, untilOn: fromOn })).toMatchObject({ path: 'untilOn' });
  });

  it('are read by managers, and by no agent', async () => {
    const asked = { names: ['offered'], range: { fromOn, untilOn, period: 'WHOLE', cut: 'ALL' } };
    const refused = await api.gql(VALUES, asked, centre.agent);
    expect(refused.errors?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    expect((await values(asked.names, asked.range)).series[0]!.whole).toBeGreaterThan(0);
  });
});
