import { addDays } from '@yotei/time';
import { finishedJob, newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';
import { useTestApi } from '../kit/test-api.js';

const api = useTestApi({ worker: true });
let centre: TestCentre;
let queueId: string;

beforeAll(async () => {
  centre = await newTestCentre(api);
  queueId = centre.ids.of('queue', 'voice-ja');
}, 60_000);

const START = `mutation ($queueIds: [ID!], $fromOn: LocalDate!, $days: Int!, $methodId: String) {
  startForecast(queueIds: $queueIds, fromOn: $fromOn, days: $days, methodId: $methodId) {
    __typename ... on JobStarted { job { id kind inputHash } } ... on InvalidInput { path } ... on NotEnoughHistory { queueId haveDays needDays } } }`;
const VIEW = `query ($queueId: ID!, $fromOn: LocalDate!, $days: Int!, $stepMinutes: Int) {
  demand(queueId: $queueId, fromOn: $fromOn, days: $days, stepMinutes: $stepMinutes) {
    historyFromOn historyUntilOn forecast { version methodId trainedUntilOn backtest { methodId chosen } } edits { id undone author }
    actualContacts { startAt stepMinutes values } forecastContacts { values } baseForecastContacts { values } p10Contacts { values } p90Contacts { values } events { title kind untilOn } } }`;
const EDIT = `mutation ($input: ForecastEditInput!) { editForecast(input: $input) { __typename ... on ForecastEdited { edit { id } } ... on InvalidInput { path } } }`;

type Series = { startAt: string; stepMinutes: number; values: (number | null)[] };
type View = {
  demand: {
    forecast: { version: number; methodId: string; trainedUntilOn: string; backtest: { chosen: boolean }[] } | null;
    edits: { id: string; undone: boolean; author: string }[];
    events: { title: string; kind: string; untilOn: string }[];
    historyFromOn: string;
    historyUntilOn: string;
  } & Record<'actualContacts' | 'forecastContacts' | 'baseForecastContacts' | 'p10Contacts' | 'p90Contacts', Series>;
};
type Started = {
  startForecast: {
    __typename: string;
    path?: string;
    haveDays?: number;
    job?: { id: string; kind: string; inputHash: string };
  };
};
type Edited = { editForecast: { __typename: string; path?: string; edit?: { id: string } } };

const view = (variables: Record<string, unknown>) => api.data<View>(VIEW, { queueId, ...variables }, centre.planner);
const start = (variables: Record<string, unknown>) => api.data<Started>(START, variables, centre.planner);
const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);

describe('history', () => {
  it('is shown by interval, closed hours as null, and summed to longer steps without losing a contact', async () => {
    const { demand: quarter } = await view({ fromOn: '2026-11-09', days: 7 });
    const { demand: half } = await view({ fromOn: '2026-11-09', days: 7, stepMinutes: 30 });
    expect(quarter.actualContacts.values).toHaveLength(7 * 96);
    expect(quarter.actualContacts.values[0]).toBeNull(); // midnight
    expect(half.actualContacts.stepMinutes).toBe(30);
    expect(sum(half.actualContacts.values)).toBe(sum(quarter.actualContacts.values));
    expect(sum(quarter.actualContacts.values)).toBeGreaterThan(0);
    for (const stepMinutes of [45, 60, 120, 1440]) {
      const { demand: long } = await view({ fromOn: '2026-11-09', days: 7, stepMinutes });
      expect(long.actualContacts.values).toHaveLength((7 * 24 * 60) / stepMinutes);
      expect(sum(long.actualContacts.values)).toBe(sum(quarter.actualContacts.values));
    }
    expect(quarter.historyUntilOn).toBe('2026-11-17');
    expect(quarter.forecast).toBeNull();
  });

  it('is not for agents, nor for another organisation', async () => {
    const refused = await api.gql(VIEW, { queueId, fromOn: '2026-11-09', days: 7 }, centre.agent);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const stranger = await api.person(['planner']);
    expect(await api.data(VIEW, { queueId, fromOn: '2026-11-09', days: 7 }, stranger)).toEqual({ demand: null });
  });

  it('refuses ranges that no screen shows', async () => {
    for (const range of [
      { days: 4000 },
      { days: 1, stepMinutes: 20 },
      { days: 1, stepMinutes: 75 },
      { days: 1, stepMinutes: 0 },
    ]) {
      const answer = await api.gql(VIEW, { queueId, fromOn: '2026-11-09', ...range }, centre.planner);
      expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});

describe('a forecast', () => {
  it('is computed by a job as an immutable version, with bands, method and errors', async () => {
    const { startForecast } = await start({
      queueIds: [queueId],
      fromOn: TEST_TODAY,
      days: 14,
      methodId: 'planner-mean',
    });
    expect(startForecast.job).toMatchObject({ kind: 'forecast', inputHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await finishedJob(api, centre.planner, startForecast.job!.id)).toMatchObject({
      state: 'DONE',
      errorCode: null,
    });
    const { demand } = await view({ fromOn: centre.weekOn, days: 7 });
    expect(demand.forecast).toMatchObject({ version: 1, methodId: 'planner-mean', trainedUntilOn: '2026-11-17' });
    const total = sum(demand.forecastContacts.values);
    expect(sum(demand.p10Contacts.values)).toBeLessThan(total);
    expect(sum(demand.p90Contacts.values)).toBeGreaterThan(total);
  }, 60_000);

  it('takes edits as a layer: percent over a range, undone again, kept when the forecast is made anew', async () => {
    const before = (await view({ fromOn: centre.weekOn, days: 1 })).demand;
    const input = {
      queueId,
      measure: 'CONTACTS',
      operation: 'PERCENT',
      value: 50,
      fromAt: '2026-11-23T00:00:00Z',
      untilAt: '2026-11-23T04:00:00Z',
      reason: 'mailing',
    };
    const { editForecast } = await api.data<Edited>(EDIT, { input }, centre.planner);
    const edited = (await view({ fromOn: centre.weekOn, days: 1 })).demand;
    // Tokyo 09:00 to 13:00 are quarter-hours 36 to 51.
    const part = (series: Series) => sum(series.values.slice(36, 52));
    expect(part(edited.forecastContacts)).toBeCloseTo(part(before.forecastContacts) * 1.5, 0);
    expect(edited.baseForecastContacts.values).toEqual(before.forecastContacts.values);
    expect(edited.edits).toMatchObject([{ undone: false, author: 'Test planner' }]);
    const again = await start({ queueIds: [queueId], fromOn: TEST_TODAY, days: 14, methodId: 'planner-mean' });
    await finishedJob(api, centre.planner, again.startForecast.job!.id);
    const remade = (await view({ fromOn: centre.weekOn, days: 1 })).demand;
    expect(remade.forecast!.version).toBe(2);
    expect(part(remade.forecastContacts)).toBeCloseTo(part(edited.forecastContacts), 6);
    await api.data(
      'mutation ($id: ID!) { undoForecastEdit(id: $id) { __typename } }',
      { id: editForecast.edit!.id },
      centre.planner,
    );
    expect((await view({ fromOn: centre.weekOn, days: 1 })).demand.forecastContacts.values).toEqual(
      before.forecastContacts.values,
    );
  }, 60_000);

  it('names what is wrong: no reason, no forecast there, unknown method, unknown queue, too little history', async () => {
    const input = {
      queueId,
      measure: 'CONTACTS',
      operation: 'SET',
      value: 5,
      fromAt: '2026-11-23T00:00:00Z',
      untilAt: '2026-11-23T04:00:00Z',
      reason: ' ',
    };
    const edit = async (change: Record<string, unknown>) =>
      (await api.data<Edited>(EDIT, { input: { ...input, ...change } }, centre.planner)).editForecast;
    expect(await edit({})).toMatchObject({ __typename: 'InvalidInput', path: 'reason' });
    expect(await edit({ reason: 'x', fromAt: '2030-01-01T00:00:00Z', untilAt: '2030-01-02T00:00:00Z' })).toMatchObject({
      __typename: 'InvalidInput',
      path: 'fromAt',
    });
    expect(await edit({ reason: 'x', queueId: centre.agentId })).toMatchObject({ __typename: 'NotFound' });
    expect((await start({ fromOn: TEST_TODAY, days: 7, methodId: 'crystal-ball' })).startForecast).toMatchObject({
      __typename: 'InvalidInput',
      path: 'methodId',
    });
    expect((await start({ queueIds: [centre.agentId], fromOn: TEST_TODAY, days: 7 })).startForecast).toMatchObject({
      __typename: 'NotFound',
    });
    const early = addDays(TEST_TODAY, -30);
    expect((await start({ queueIds: [queueId], fromOn: early, days: 7 })).startForecast).toMatchObject({
      __typename: 'NotEnoughHistory',
      haveDays: 0,
    }); // history begins on 19 October
  });

  it('may not be asked for by a supervisor', async () => {
    const supervisor = await api.person(['supervisor'], centre.context);
    const refused = await api.gql(START, { fromOn: TEST_TODAY, days: 7 }, supervisor);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('the calendar', () => {
  const ADD =
    'mutation ($input: CalendarEventInput!) { addCalendarEvent(input: $input) { __typename ... on InvalidInput { path } } }';

  it('keeps an event with both its days, for one queue or for all', async () => {
    const input = {
      fromOn: '2026-11-24',
      untilOn: '2026-11-25',
      kind: 'CAMPAIGN',
      title: 'Winter offer',
      queueIds: [queueId],
    };
    await api.data(ADD, { input }, centre.planner);
    const { demand } = await view({ fromOn: '2026-11-25', days: 1 });
    expect(demand.events).toEqual([{ title: 'Winter offer', kind: 'CAMPAIGN', untilOn: '2026-11-25' }]);
    expect((await view({ fromOn: '2026-11-26', days: 1 })).demand.events).toEqual([]);
  });

  it('refuses an event that ends before it starts', async () => {
    const input = { fromOn: '2026-11-24', untilOn: '2026-11-23', kind: 'OTHER', title: 'x' };
    expect(await api.data(ADD, { input }, centre.planner)).toEqual({
      addCalendarEvent: { __typename: 'InvalidInput', path: 'untilOn' },
    });
  });
});
