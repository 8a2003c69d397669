import { finishedJob, newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';
import { useTestApi } from '../kit/test-api.js';

const api = useTestApi({ worker: true });
let centre: TestCentre;
let queueId: string;

const FIELDS = `id version undone off reason author operation value values pattern { weekdays fromMinute untilMinute }`;
const RESULT = `__typename ... on ForecastLayersChanged { revision layers { ${FIELDS} } }
  ... on ForecastEditedMeanwhile { message revision layers { ${FIELDS} } } ... on InvalidInput { path message }`;
const ADD = `mutation ($input: AddForecastLayersInput!) { addForecastLayers(input: $input) { ${RESULT} } }`;
const CHANGE = `mutation ($input: ChangeForecastLayersInput!) { changeForecastLayers(input: $input) { ${RESULT} } }`;
const VIEW = `query ($queueId: ID!, $fromOn: LocalDate!, $days: Int!) { demand(queueId: $queueId, fromOn: $fromOn, days: $days) {
  editsRevision forecast { version } edits { ${FIELDS} } forecastContacts { values } baseForecastContacts { values } forecastHandleSeconds { values } } }`;

interface Layer {
  id: string;
  version: number;
  undone: boolean;
  off: boolean;
  reason: string;
  author: string;
}
interface Result {
  __typename: string;
  revision: number;
  layers: Layer[];
  path?: string;
  message?: string;
}
interface View {
  editsRevision: number;
  forecast: { version: number };
  edits: Layer[];
  forecastContacts: { values: (number | null)[] };
  baseForecastContacts: { values: (number | null)[] };
  forecastHandleSeconds: { values: (number | null)[] };
}

// Tokyo: Monday 23 November 2026 begins at 15:00 UTC the day before.
const MONDAY = { fromAt: '2026-11-22T15:00:00Z', untilAt: '2026-11-23T15:00:00Z' };
const NINE_TO_TEN = { fromAt: '2026-11-23T00:00:00Z', untilAt: '2026-11-23T01:00:00Z' };
const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);

const view = async (change: { fromOn?: string; days?: number } = {}) =>
  (await api.data<{ demand: View }>(VIEW, { queueId, fromOn: centre.weekOn, days: 1, ...change }, centre.planner))
    .demand;
const add = async (
  layers: readonly Record<string, unknown>[],
  input: Record<string, unknown> = {},
  person = centre.planner,
) => {
  const order = { queueId, reason: 'mailing', layers, ...input };
  return (await api.data<{ addForecastLayers: Result }>(ADD, { input: order }, person)).addForecastLayers;
};
const change = async (layers: readonly Layer[], update: Record<string, unknown>, person = centre.planner) => {
  const input = { layers: layers.map(({ id, version }) => ({ id, version })), ...update };
  return (await api.data<{ changeForecastLayers: Result }>(CHANGE, { input }, person)).changeForecastLayers;
};
const percent = (value: number) => ({ measure: 'CONTACTS', operation: 'PERCENT', value, ...MONDAY });

async function forecast(days = 14): Promise<void> {
  const { startForecast } = await api.data<{ startForecast: { job: { id: string } } }>(
    `mutation ($ids: [ID!], $on: LocalDate!, $days: Int!) { startForecast(queueIds: $ids, fromOn: $on, days: $days, methodId: "planner-mean") {
      ... on JobStarted { job { id } } } }`,
    { ids: [queueId], on: TEST_TODAY, days },
    centre.planner,
  );
  expect((await finishedJob(api, centre.planner, startForecast.job.id)).state).toBe('DONE');
}

beforeAll(async () => {
  centre = await newTestCentre(api);
  queueId = centre.ids.of('queue', 'voice-ja');
  await forecast();
}, 60_000);

/** Each test leaves the forecast as it was computed. */
afterEach(async () => {
  const live = (await view({ fromOn: TEST_TODAY, days: 14 })).edits.filter(({ undone }) => !undone);
  if (live.length > 0) await change(live, { undone: true });
});

describe('layers on a forecast', () => {
  it('give each interval of a range its own value, and leave alone those without one', async () => {
    const before = await view();
    const result = await add([
      { measure: 'CONTACTS', operation: 'VALUES', values: [7, null, 9, 0], stepMinutes: 15, ...NINE_TO_TEN },
    ]);
    expect(result).toMatchObject({ __typename: 'ForecastLayersChanged', layers: [{ values: [7, null, 9, 0] }] });
    const after = (await view()).forecastContacts.values;
    expect(after.slice(36, 40)).toEqual([7, before.forecastContacts.values[37], 9, 0]);
    expect(after.slice(0, 36)).toEqual(before.forecastContacts.values.slice(0, 36));
  });

  it('make a day total keep its shape, whatever part of the day is looked at', async () => {
    const before = (await view()).forecastContacts.values;
    await add([{ measure: 'CONTACTS', operation: 'TOTAL', value: 2000, ...MONDAY }]);
    const after = (await view()).forecastContacts.values;
    expect(sum(after)).toBeCloseTo(2000, 1);
    expect(after[40]! / 2000).toBeCloseTo(before[40]! / sum(before), 4);
  });

  it('share a total of a week out over the whole week also where a day of it is read', async () => {
    const week = { fromAt: '2026-11-22T15:00:00Z', untilAt: '2026-11-29T15:00:00Z' };
    await add([{ measure: 'CONTACTS', operation: 'TOTAL', value: 7000, ...week }, percent(100)]);
    const whole = (await view({ days: 7 })).forecastContacts.values;
    expect(sum(whole)).toBeCloseTo(7000 + sum(whole.slice(0, 96)) / 2, 0); // Monday was doubled on top
    expect((await view()).forecastContacts.values).toEqual(whole.slice(0, 96));
  });

  it('touch only the weekdays and times of their pattern', async () => {
    const before = (await view({ fromOn: TEST_TODAY, days: 14 })).forecastContacts.values;
    const pattern = { weekdays: [1], fromMinute: 9 * 60, untilMinute: 12 * 60 };
    const range = { fromAt: '2026-11-17T15:00:00Z', untilAt: '2026-12-01T15:00:00Z' };
    await add([{ measure: 'CONTACTS', operation: 'PERCENT', value: 20, pattern, ...range }]);
    const after = (await view({ fromOn: TEST_TODAY, days: 14 })).forecastContacts.values;
    const changed = [...after.keys()].filter((i) => after[i] !== before[i]);
    // From Wednesday 18: the Mondays are days 5 and 12; 09:00 to 12:00 are quarter-hours 36 to 47.
    expect(new Set(changed.map((i) => Math.floor(i / 96)))).toEqual(new Set([5, 12]));
    expect(changed.every((i) => i % 96 >= 36 && i % 96 < 48)).toBe(true);
  });

  it('change handle time as they change contacts', async () => {
    await add([{ measure: 'HANDLE_SECONDS', operation: 'SET', value: 333, ...NINE_TO_TEN }]);
    expect((await view()).forecastHandleSeconds.values.slice(36, 40)).toEqual([333, 333, 333, 333]);
  });

  it('are switched off and on, undone and redone, and given another reason, each without touching the others', async () => {
    const before = (await view()).forecastContacts.values;
    const [lower, upper] = (await add([percent(10), percent(50)])).layers as [Layer, Layer];
    const total = async () => sum((await view()).forecastContacts.values) / sum(before);
    expect(await total()).toBeCloseTo(1.65, 3);
    const off = await change([lower], { off: true });
    expect(off.layers[0]).toMatchObject({ off: true, undone: false, version: lower.version + 1 });
    expect(await total()).toBeCloseTo(1.5, 3);
    const on = await change(off.layers, { off: false });
    await change([upper], { undone: true });
    expect(await total()).toBeCloseTo(1.1, 3);
    const redone = await change([{ ...upper, version: upper.version + 1 }], { undone: false });
    expect(redone.layers[0]).toMatchObject({ undone: false });
    expect(await total()).toBeCloseTo(1.65, 3);
    expect((await change(on.layers, { reason: ' price rise ' })).layers[0]).toMatchObject({ reason: 'price rise' });
    expect((await view()).edits.filter(({ undone }) => !undone).map(({ id }) => id)).toEqual([lower.id, upper.id]);
  });

  it('are kept when the forecast is made anew, and applied to the new base; days outside it keep theirs', async () => {
    const later = { fromAt: '2026-11-29T15:00:00Z', untilAt: '2026-11-30T15:00:00Z' };
    await add([percent(50), { ...percent(30), ...later }]);
    const { forecast: old } = await view();
    await forecast(7); // 18 to 24 November: Monday 30 is not in it
    const remade = await view();
    expect(remade.forecast.version).toBe(old.version + 1);
    expect(sum(remade.forecastContacts.values)).toBeCloseTo(sum(remade.baseForecastContacts.values) * 1.5, 1);
    const outside = await view({ fromOn: '2026-11-30' });
    expect(outside.forecast.version).toBe(old.version);
    expect(sum(outside.forecastContacts.values)).toBeCloseTo(sum(outside.baseForecastContacts.values) * 1.3, 1);
  }, 60_000);
});

describe('two planners', () => {
  it('laying layers on the same intervals: the second is told and nothing of his is kept until he says so', async () => {
    const colleague = await api.person(['planner'], centre.context);
    const seen = (await view()).editsRevision;
    const first = await add([percent(10)], { basedOnRevision: seen });
    expect(first.__typename).toBe('ForecastLayersChanged');
    const second = await add([percent(20)], { basedOnRevision: seen }, colleague);
    expect(second).toMatchObject({
      __typename: 'ForecastEditedMeanwhile',
      revision: first.revision,
      layers: [{ id: first.layers[0]!.id, author: 'Test planner' }],
    });
    expect((await view()).edits.filter(({ undone }) => !undone)).toHaveLength(1);
    const again = await add([percent(20)], { basedOnRevision: second.revision }, colleague);
    expect(again.__typename).toBe('ForecastLayersChanged');
  });

  it('laying layers on different intervals do not meet', async () => {
    const seen = (await view()).editsRevision;
    await add([percent(10)], { basedOnRevision: seen });
    const tuesday = { fromAt: MONDAY.untilAt, untilAt: '2026-11-24T15:00:00Z' };
    expect((await add([{ ...percent(20), ...tuesday }], { basedOnRevision: seen })).__typename).toBe(
      'ForecastLayersChanged',
    );
  });

  it('changing the same layer: the second is shown it as it is', async () => {
    const { layers } = await add([percent(10)]);
    await change(layers, { off: true });
    expect(await change(layers, { undone: true })).toMatchObject({
      __typename: 'ForecastEditedMeanwhile',
      layers: [{ off: true, undone: false }],
    });
  });

  it('adding at the same moment: one is first, the other is told', async () => {
    const seen = (await view()).editsRevision;
    const results = await Promise.all([10, 20, 30].map((value) => add([percent(value)], { basedOnRevision: seen })));
    expect(results.map(({ __typename }) => __typename).sort()).toEqual([
      'ForecastEditedMeanwhile',
      'ForecastEditedMeanwhile',
      'ForecastLayersChanged',
    ]);
  });
});

describe('a layer that cannot be', () => {
  it('is refused with the field that is wrong, and none of its gesture is kept', async () => {
    const bad = [
      [[percent(10), percent(-101)], {}, 'value'],
      [[percent(10)], { reason: ' ' }, 'reason'],
      [[], {}, 'layers'],
      [[{ measure: 'CONTACTS', operation: 'VALUES', values: [1], stepMinutes: 15, ...NINE_TO_TEN }], {}, 'values'],
      [[{ measure: 'CONTACTS', operation: 'SET', ...MONDAY }], {}, 'value'],
      [[{ ...percent(1), fromAt: '2031-01-01T00:00:00Z', untilAt: '2031-01-02T00:00:00Z' }], {}, 'fromAt'],
    ] as const;
    for (const [layers, input, path] of bad)
      expect(await add(layers, input)).toMatchObject({ __typename: 'InvalidInput', path });
    expect((await view()).edits.filter(({ undone }) => !undone)).toEqual([]);
    expect((await add([percent(1)], { queueId: centre.agentId })).__typename).toBe('NotFound');
  });

  it('is not for agents, nor for another organisation', async () => {
    const { layers } = await add([percent(10)]);
    const refused = await api.gql(ADD, { input: { queueId, reason: 'x', layers: [percent(1)] } }, centre.agent);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const stranger = await api.person(['planner']);
    expect((await add([percent(1)], {}, stranger)).__typename).toBe('NotFound');
    expect((await change(layers, { undone: true }, stranger)).__typename).toBe('NotFound');
  });
});
