import { finishedJob, newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';
import { useTestApi } from '../kit/test-api.js';

const api = useTestApi({ worker: true });
let centre: TestCentre;
let voiceId: string;

beforeAll(async () => {
  centre = await newTestCentre(api);
  voiceId = centre.ids.of('queue', 'voice-ja');
}, 60_000);

const BEGINNING = `fragment B on QueueBeginning { queueId historyDays
  curve { stepMinutes levelSpread averageHandleSeconds author weekdays { contacts } }
  lineage { id kind fromQueueId share sinceOn author } similar { queueId overlap levelRatio } }`;
const SAVED = `__typename ... on QueueBeginningSaved { beginning { ...B } } ... on InvalidInput { path message }`;
const CREATE = `mutation ($input: NewQueueInput!) { createQueue(input: $input) { __typename ... on QueueCreated { queueId } ... on InvalidInput { path } } }`;
const CURVE = `mutation ($queueId: ID!, $curve: QueueCurveInput) { saveQueueCurve(queueId: $queueId, curve: $curve) { ${SAVED} } } ${BEGINNING}`;
const LINEAGE = `mutation ($queueId: ID!, $input: QueueLineageInput!) { addQueueLineage(queueId: $queueId, input: $input) { ${SAVED} } } ${BEGINNING}`;
const REMOVE = `mutation ($id: ID!) { removeQueueLineage(id: $id) { ${SAVED} } } ${BEGINNING}`;
const PREVIEW = `query ($input: PreviewBeginningInput!) { previewBeginning(input: $input) { __typename
  ... on BeginningPreview { contacts { values } p10 { values } p90 { values } borrowedDays share } ... on NothingToShow { reason } ... on InvalidInput { path } } }`;
const START = `mutation ($queueIds: [ID!], $fromOn: LocalDate!, $days: Int!) { startForecast(queueIds: $queueIds, fromOn: $fromOn, days: $days) {
  __typename ... on JobStarted { job { id } } ... on NotEnoughHistory { haveDays needDays } } }`;
const VIEW = `query ($queueId: ID!, $fromOn: LocalDate!, $days: Int!) { demand(queueId: $queueId, fromOn: $fromOn, days: $days) {
  forecast { methodId } forecastContacts { values } p90Contacts { values } } }`;

type Values = { values: (number | null)[] };
interface Beginning {
  historyDays: number;
  curve: { levelSpread: number; author: string; weekdays: { contacts: (number | null)[] }[] } | null;
  lineage: { id: string; kind: string; share: number | null; author: string }[];
}
type Saved = { __typename: string; path?: string; message?: string; beginning?: Beginning };
const sum = ({ values }: Values) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
const hours = (contacts: number) => Array.from({ length: 24 }, (_, hour) => (hour >= 9 && hour < 17 ? contacts : null));
const curve = {
  stepMinutes: 60,
  weekdays: Array.from({ length: 7 }, (_, day) => ({ contacts: day < 5 ? hours(12) : hours(0).map(() => null) })),
  averageHandleSeconds: 240,
  levelSpread: 0.3,
};
async function newQueue(name: string): Promise<string> {
  const { createQueue } = await api.data<{ createQueue: { queueId: string } }>(
    CREATE,
    { input: { name } },
    centre.planner,
  );
  return createQueue.queueId;
}
async function forecastWeek(queueId: string) {
  const { startForecast } = await api.data<{ startForecast: { job: { id: string } } }>(
    START,
    { queueIds: [queueId], fromOn: centre.weekOn, days: 7 },
    centre.planner,
  );
  await finishedJob(api, centre.planner, startForecast.job.id);
  const { demand } = await api.data<{
    demand: { forecast: { methodId: string }; forecastContacts: Values; p90Contacts: Values };
  }>(VIEW, { queueId, fromOn: centre.weekOn, days: 7 }, centre.planner);
  return demand;
}

describe('a new queue', () => {
  it('is forecast from a typed curve at once, with a wide band, and refused before it has anything', async () => {
    const queueId = await newQueue('Returns');
    const early = await api.data<{ startForecast: object }>(
      START,
      { queueIds: [queueId], fromOn: centre.weekOn, days: 7 },
      centre.planner,
    );
    expect(early.startForecast).toEqual({ __typename: 'NotEnoughHistory', haveDays: 0, needDays: 1 });
    const { saveQueueCurve } = await api.data<{ saveQueueCurve: Saved }>(CURVE, { queueId, curve }, centre.planner);
    expect(saveQueueCurve.beginning).toMatchObject({
      historyDays: 0,
      curve: { levelSpread: 0.3, author: 'Test planner' },
    });
    expect(saveQueueCurve.beginning!.curve!.weekdays[6]!.contacts.every((value) => value === null)).toBe(true);
    const week = await forecastWeek(queueId);
    expect(week.forecast.methodId).toBe('short-history');
    expect(sum(week.forecastContacts)).toBeCloseTo(5 * 8 * 12, 0);
    expect(sum(week.p90Contacts)).toBeGreaterThan(1.3 * 5 * 8 * 12);
  }, 60_000);

  it('has a share of the queue it is like, previewed before it is saved', async () => {
    const queueId = await newQueue('Voice two');
    const line = { kind: 'LIKE', fromQueueId: voiceId, share: 0.25, sinceOn: centre.weekOn };
    const preview = async (input: object) =>
      (
        await api.data<{
          previewBeginning: {
            __typename: string;
            reason?: string;
            path?: string;
            contacts: Values;
            p10: Values;
            p90: Values;
            borrowedDays: number;
          };
        }>(PREVIEW, { input: { queueId, fromOn: centre.weekOn, ...input } }, centre.planner)
      ).previewBeginning;
    expect(await preview({})).toMatchObject({ __typename: 'NothingToShow', reason: 'NO_DAYS' });
    // A queue that is not there yet is tried out beside one that is, without that one's days.
    const notYet = await preview({ queueId: voiceId, asNew: true, curve });
    expect(sum(notYet.contacts)).toBeCloseTo(5 * 8 * 12, 0);
    expect(await preview({ lineage: [{ ...line, share: null }] })).toMatchObject({ reason: 'SHARE_UNKNOWN' });
    expect(await preview({ lineage: [{ ...line, share: -1 }] })).toMatchObject({
      __typename: 'InvalidInput',
      path: 'lineage',
    });
    const seen = await preview({ lineage: [line] });
    expect(seen).toMatchObject({ borrowedDays: 30, share: 0.25 });
    expect(sum(seen.p10)).toBeLessThan(sum(seen.contacts));
    const { addQueueLineage } = await api.data<{ addQueueLineage: Saved }>(
      LINEAGE,
      { queueId, input: line },
      centre.planner,
    );
    expect(addQueueLineage.beginning!.lineage).toMatchObject([{ kind: 'LIKE', share: 0.25, author: 'Test planner' }]);
    const [mine, parent] = [await forecastWeek(queueId), await forecastWeek(voiceId)];
    expect(sum(mine.forecastContacts) / sum(parent.forecastContacts)).toBeCloseTo(0.25, 1);
    const { id } = addQueueLineage.beginning!.lineage[0]!;
    const gone = await api.data<{ removeQueueLineage: Saved }>(REMOVE, { id }, centre.planner);
    expect(gone.removeQueueLineage.beginning!.lineage).toEqual([]);
    expect(
      (await api.data<{ removeQueueLineage: Saved }>(REMOVE, { id }, centre.planner)).removeQueueLineage.__typename,
    ).toBe('NotFound');
  }, 60_000);

  it('names what is wrong with a name, a curve and a lineage', async () => {
    const create = async (name: string) =>
      (
        await api.data<{ createQueue: { __typename: string; path?: string } }>(
          CREATE,
          { input: { name } },
          centre.planner,
        )
      ).createQueue;
    expect(await create('  ')).toEqual({ __typename: 'InvalidInput', path: 'name' });
    await newQueue('Once');
    expect(await create('once')).toEqual({ __typename: 'InvalidInput', path: 'name' });
    const save = async (change: object) =>
      (
        await api.data<{ saveQueueCurve: Saved }>(
          CURVE,
          { queueId: voiceId, curve: { ...curve, ...change } },
          centre.planner,
        )
      ).saveQueueCurve;
    expect(await save({ weekdays: [] })).toMatchObject({ __typename: 'InvalidInput', path: 'curve' });
    expect(await save({ levelSpread: 4 })).toMatchObject({
      message: 'levelSpread (4) must lie in 0.02..1; use 0.3 when unsure',
    });
    const line = { kind: 'SPLIT', fromQueueId: voiceId, share: 0.2, sinceOn: TEST_TODAY };
    const own = await api.data<{ addQueueLineage: Saved }>(LINEAGE, { queueId: voiceId, input: line }, centre.planner);
    expect(own.addQueueLineage).toMatchObject({ __typename: 'InvalidInput', path: 'lineage' });
    const lost = await api.data<{ addQueueLineage: Saved }>(
      LINEAGE,
      { queueId: centre.agentId, input: line },
      centre.planner,
    );
    expect(lost.addQueueLineage.__typename).toBe('NotFound');
  });

  it('is looked at by supervisors and changed by planners, of its own organisation', async () => {
    const supervisor = await api.person(['supervisor'], centre.context);
    const refused = await api.gql(CURVE, { queueId: voiceId, curve }, supervisor);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const query = `query ($queueId: ID!, $fromOn: LocalDate!) { queueBeginning(queueId: $queueId, fromOn: $fromOn) { ...B } } ${BEGINNING}`;
    const mine = await api.data<{ queueBeginning: Beginning }>(
      query,
      { queueId: voiceId, fromOn: centre.weekOn },
      supervisor,
    );
    expect(mine.queueBeginning.historyDays).toBe(30); // 19 October to 17 November
    const stranger = await api.person(['planner']);
    expect(await api.data(query, { queueId: voiceId, fromOn: centre.weekOn }, stranger)).toEqual({
      queueBeginning: null,
    });
  });
});
