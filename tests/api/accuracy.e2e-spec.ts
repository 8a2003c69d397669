import { addDays, localDaysGrid, startOfLocalDay } from '@yotei/time';
import { ForecastRepository } from '../../apps/api/src/features/demand/forecasts.repository.js';
import { ForecastApprovalRepository } from '../../apps/api/src/features/demand/accuracy/forecast-approvals.repository.js';
import type { StoredLayer } from '../../apps/api/src/features/demand/layers/forecast-layers.repository.js';
import { finishedJob, newTestCentre, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type Loose } from '../kit/test-api.js';

const api = useTestApi({ worker: true });
const ZONE = 'Europe/Dublin';
let centre: TestCentre;
let queueId: string;

/** Open 09:00 to 12:00 in half hours. */
const FIRST = 18;
const OPEN = 6;

/** One line an interval for each day; `of` gives the contacts of an interval, null = nothing told. */
function csv(days: readonly string[], of: (day: string, interval: number) => number | null): string {
  const lines = days.flatMap((day) =>
    Array.from({ length: OPEN }, (_, i) => {
      const contacts = of(day, i);
      const minute = (FIRST + i) * 30;
      const at = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${minute % 60 ? '30' : '00'}`;
      return contacts === null ? [] : [`${day} ${at},Orders,${contacts},${contacts * 200}`];
    }).flat(),
  );
  return ['start,queue,offered,total_handle_seconds', ...lines].join('\n');
}

const weekdays = (fromOn: string, days: number) =>
  Array.from({ length: days }, (_, i) => addDays(fromOn, i)).filter((day) => new Date(`${day}T00:00Z`).getUTCDay() % 6);

async function load(text: string): Promise<void> {
  const response = await fetch(`${api.url}/api/imports/uploads`, {
    method: 'POST',
    headers: { cookie: centre.planner.cookie, 'content-type': 'application/octet-stream', 'x-file-name': 'o.csv' },
    body: text,
  });
  const { uploadId, sourceId, columnMap } = (await response.json()) as Record<string, unknown>;
  const { startImport } = await api.data<Loose>(
    `mutation ($input: ImportInput!) { startImport(input: $input) { ... on ImportStarted { job { id } } } }`,
    {
      input: {
        siteId: centre.ids.of('site', 'dublin'),
        zone: ZONE,
        uploadId,
        sourceId,
        columnMap,
        createQueues: true,
        intervalMinutes: 30,
      },
    },
    centre.planner,
  );
  expect(await finishedJob(api, centre.planner, startImport.job.id)).toMatchObject({ state: 'DONE' });
  await scored();
}

const scoreJobs = () =>
  api.db.peek<{ id: string; state: string }>(
    `select id, state from jobs where kind = 'forecast-score' and organisation_id = $1 order by id`,
    [centre.context.organisationId],
  );

/** Waits until no scoring is under way. */
async function scored(): Promise<void> {
  for (const { id } of await scoreJobs())
    expect(await finishedJob(api, centre.planner, id)).toMatchObject({ state: 'DONE', errorCode: null });
}

/** A version as made at that instant: so many contacts in each open interval. */
async function newVersion(of: { createdAt: string; fromOn: string; days: number; contacts: number }): Promise<string> {
  const shape = (value: number, count: number) =>
    Array.from({ length: count }, (_, i) => (i >= FIRST && i < FIRST + OPEN ? value : null));
  const trainedUntilOn = addDays(of.createdAt.slice(0, 10), -1);
  const backtest = { methodId: 'planner-mean', title: { en: 'x', ja: 'x' }, bias: 0, mase: 1, coverage80: 0.8 };
  const row = { ...backtest, wapeInterval: 0.1, wapeDay: 0.05, chosen: true };
  return api.db.database.withTenant(centre.context, (tx) =>
    api.app.get(ForecastRepository, { strict: false }).insert(
      tx,
      {
        fromOn: of.fromOn,
        days: of.days,
        trainedUntilAt: Date.parse(of.createdAt),
        methods: {
          [queueId]: { methodId: 'planner-mean', methodTitle: { en: 'x', ja: 'x' }, trainedUntilOn, reasons: {} },
        },
        backtest: { [queueId]: [row] },
        jobId: null,
        inputHash: 'x',
        codeVersion: 'test',
        parameters: {},
        seed: 1,
        createdBy: null,
        createdAt: Date.parse(of.createdAt),
      },
      weekdays(of.fromOn, of.days).map((onDate) => {
        const { startAt, count } = localDaysGrid(onDate, 1, ZONE, 30);
        const { contacts } = of;
        return {
          queueId,
          onDate,
          startAt,
          stepMinutes: 30,
          contacts: shape(contacts, count),
          p05: shape(contacts - 4, count),
          p10: shape(contacts - 2, count),
          p90: shape(contacts + 2, count),
          p95: shape(contacts + 4, count),
          handleSeconds: shape(180, count),
        };
      }),
    ),
  );
}

const FIGURES = 'wapeInterval wapeDay bias actual absoluteError';
const MEASURE = `plan { ${FIGURES} } unedited { ${FIGURES} } editsAddedInterval edits { id reason days lessError }`;
const ACCURACY = `days partialDays scoredIntervals mase coverage80 coverage90 contacts { ${MEASURE} } handle { plan { ${FIGURES} } }
  naive { addedInterval addedDay days simple { wapeInterval } } plannerMean { simple { wapeInterval } }`;
const DETAIL = `query ($queueId: ID!, $fromOn: LocalDate!, $untilOn: LocalDate!) {
  queueAccuracy(queueId: $queueId, fromOn: $fromOn, untilOn: $untilOn) {
    accuracy { ${ACCURACY} } days { on forecast actual scoredFraction version approved }
    hours { weekday hour intervals wape } leads { leadDays accuracy { days contacts { plan { wapeInterval } } } } drift { sinceOn } } }`;
const OVERVIEW = `query ($untilOn: LocalDate!) { accuracyOverview(untilOn: $untilOn) { weekFromOn waitingDays
  week { days contacts { plan { wapeDay } } } queues { queueId week { days } scoredDays approvedDays weeks { fromOn days } drift { sinceOn } } } }`;

const detail = async (fromOn: string, untilOn = addDays(fromOn, 1)) =>
  (await api.data<Loose>(DETAIL, { queueId, fromOn, untilOn }, centre.planner)).queueAccuracy;

beforeAll(async () => {
  centre = await newTestCentre(api);
  await load(csv(weekdays('2026-01-26', 40), () => 10));
  const { viewer } = await api.data<Loose>(
    '{ viewer { organisation { queues { id name { en } } } } }',
    {},
    centre.planner,
  );
  queueId = viewer.organisation.queues.find(({ name }: Loose) => name.en === 'Orders').id;
  await newVersion({ createdAt: '2026-03-06T12:00:00Z', fromOn: '2026-03-09', days: 12, contacts: 9 });
  await newVersion({ createdAt: '2026-03-10T12:00:00Z', fromOn: '2026-03-11', days: 10, contacts: 12 });
}, 120_000);

describe('a forecast whose actuals arrive', () => {
  it('is scored by a job of the import, against what simple forecasts knew then', async () => {
    await load(csv(['2026-03-09'], () => 12));
    const { accuracy, days, hours } = await detail('2026-03-09');
    expect(days).toEqual([
      { on: '2026-03-09', forecast: 54, actual: 72, scoredFraction: 1, version: 1, approved: false },
    ]);
    // 9 said, 12 came: 3 of 12 by interval and by day; last Monday said 10
    expect(accuracy.contacts.plan).toMatchObject({ wapeInterval: 0.25, wapeDay: 0.25, bias: -0.25, absoluteError: 18 });
    expect(accuracy.naive).toMatchObject({ days: 1, simple: { wapeInterval: expect.closeTo(2 / 12, 9) } });
    expect(accuracy.naive.addedInterval).toBeCloseTo(-1 / 12, 9);
    expect(accuracy).toMatchObject({ coverage80: 0, coverage90: 1, mase: null });
    expect(accuracy.handle.plan.wapeInterval).toBeCloseTo(0.1, 9); // 180 s said, 200 s taken
    expect(hours).toMatchObject([9, 10, 11].map((hour) => ({ weekday: 1, hour, intervals: 2, wape: 0.25 })));
  }, 60_000);

  it('keeps its score when the same file comes again, and is scored anew when a number is corrected', async () => {
    const before = await api.db.peek(`select on_date, lead_days, score, scored_at from forecast_scores order by 1, 2`);
    const jobs = (await scoreJobs()).length;
    await load(csv(['2026-03-09'], () => 12));
    expect(await api.db.peek(`select on_date, lead_days, score, scored_at from forecast_scores order by 1, 2`)).toEqual(
      before,
    );
    expect((await scoreJobs()).length).toBe(jobs);
    await load(csv(['2026-03-09'], (_, i) => (i === 0 ? 30 : 12)));
    expect((await scoreJobs()).length).toBe(jobs + 1);
    const { accuracy } = await detail('2026-03-09');
    // 21 + 5 x 3 of 90
    expect(accuracy.contacts.plan).toMatchObject({ actual: 90, absoluteError: 36, wapeInterval: 0.4 });
    await load(csv(['2026-03-09'], () => 12));
    expect((await detail('2026-03-09')).accuracy.contacts.plan).toMatchObject({ wapeInterval: 0.25 });
  }, 60_000);

  it('is scored where both exist while the day is still arriving, and says how much that is', async () => {
    await load(csv(['2026-03-10'], (_, i) => (i < 2 ? 12 : null)));
    const { accuracy, days } = await detail('2026-03-10');
    expect(days[0].scoredFraction).toBeCloseTo(2 / 6, 9);
    expect(accuracy).toMatchObject({ days: 1, partialDays: 1, scoredIntervals: 2 });
    expect(accuracy.contacts.plan).toMatchObject({ wapeInterval: 0.25, wapeDay: null });
    await load(csv(['2026-03-10'], () => 9));
    expect((await detail('2026-03-10')).accuracy).toMatchObject({ partialDays: 0, contacts: { plan: { wapeDay: 0 } } });
  }, 60_000);

  it('is the newest version known at the start of the day, and by lead the newest of that far ahead', async () => {
    await load(csv(['2026-03-11', '2026-03-19'], () => 12));
    expect((await detail('2026-03-11')).days).toMatchObject([{ version: 2, approved: false, forecast: 72 }]);
    const { leads } = await detail('2026-03-11');
    // six days before, only the first version was there: on the 6th at noon, after the start of the 5th
    expect(leads.map(({ leadDays, accuracy }: Loose) => [leadDays, accuracy?.contacts.plan.wapeInterval])).toEqual([
      [1, 0],
      [7, undefined],
      [28, undefined],
    ]);
    // the 13th starts the week before the 19th: both versions were there
    expect((await detail('2026-03-19')).leads[1].accuracy.contacts.plan.wapeInterval).toBe(0);
  }, 60_000);

  it('is what was approved before the day began, with the edits as they were then', async () => {
    const [v1] = await api.db.peek<{ id: string }>(
      'select id from forecasts where version = 1 and organisation_id = $1',
      [centre.context.organisationId],
    );
    const startAt = startOfLocalDay('2026-03-12', ZONE);
    const series = (value: number) =>
      Array.from({ length: 48 }, (_, i) => (i >= FIRST && i < FIRST + OPEN ? value : null));
    const layer = (id: string, after: number) => ({
      layer: { id } as StoredLayer,
      contacts: series(after),
      handleSeconds: series(180),
    });
    const approvals = api.app.get(ForecastApprovalRepository, { strict: false });
    const approve = (approvedAt: number, layers: ReturnType<typeof layer>[]) =>
      api.db.database.withTenant(centre.context, (tx) =>
        approvals.insert(tx, { queueId, fromOn: '2026-03-12', days: 1, note: '', approvedBy: null, approvedAt }, [
          { onDate: '2026-03-12', forecastId: v1!.id, contacts: series(10), handleSeconds: series(180), layers },
        ]),
      );
    await approve(startAt - 1000, [layer('a', 11), layer('b', 10)]);
    await approve(startAt + 1000, []); // too late: the day had begun
    await load(csv(['2026-03-12'], () => 12));
    const { accuracy, days } = await detail('2026-03-12');
    expect(days).toMatchObject([{ version: 1, approved: true, forecast: 60 }]); // 9 + 2 - 1 each
    const { plan, unedited, edits, editsAddedInterval } = accuracy.contacts;
    expect(unedited.absoluteError).toBe(18);
    expect(plan.absoluteError).toBe(12);
    expect(editsAddedInterval).toBeCloseTo(6 / 72, 9);
    expect(edits).toMatchObject([
      { id: 'a', days: 1, lessError: 12 },
      { id: 'b', days: 1, lessError: -6 },
    ]);
  }, 60_000);

  it('is scored again over a range when asked, and nothing changes', async () => {
    const sums = () => api.db.peek(`select on_date, lead_days, score, scored_at from forecast_scores order by 1, 2`);
    const before = await sums();
    expect(before.length).toBeGreaterThan(5);
    const SCORE = `mutation ($fromOn: LocalDate!, $days: Int!) { scoreForecasts(fromOn: $fromOn, days: $days) {
      __typename ... on JobStarted { job { id } } ... on InvalidInput { path } } }`;
    const score = async (fromOn: string, days: number) =>
      (await api.data<Loose>(SCORE, { fromOn, days }, centre.planner)).scoreForecasts;
    const { job } = await score('2026-03-01', 60);
    expect(await finishedJob(api, centre.planner, job.id)).toMatchObject({ state: 'DONE', result: { days: 10 } });
    expect(await sums()).toEqual(before);
    expect(await score('2020-03-01', 60)).toEqual({ __typename: 'NothingToScore' });
    expect(await score('2020-03-01', 4000)).toMatchObject({ __typename: 'InvalidInput', path: 'days' });
  }, 60_000);
});

describe('the overview', () => {
  it('adds up the week before a day by queue and over all, and shows what waits', async () => {
    const { accuracyOverview } = await api.data<Loose>(OVERVIEW, { untilOn: '2026-03-16' }, centre.planner);
    expect(accuracyOverview).toMatchObject({ weekFromOn: '2026-03-09', waitingDays: 0, week: { days: 4 } });
    const own = accuracyOverview.queues.find((queue: Loose) => queue.queueId === queueId);
    expect(own).toMatchObject({ week: { days: 4 }, scoredDays: 4, approvedDays: 1, drift: null });
    expect(own.weeks).toHaveLength(13);
    expect(own.weeks.at(-1)).toEqual({ fromOn: '2026-03-09', days: 4 });
    expect(accuracyOverview.queues.length).toBe(6);
  });

  it('is not for agents, and shows another organisation nothing', async () => {
    const refused = await api.gql(OVERVIEW, { untilOn: '2026-03-16' }, centre.agent);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const stranger = await api.person(['planner']);
    const { accuracyOverview } = await api.data<Loose>(OVERVIEW, { untilOn: '2026-03-16' }, stranger);
    expect(accuracyOverview).toMatchObject({ week: null, queues: [], waitingDays: 0 });
    expect(await api.data(DETAIL, { queueId, fromOn: '2026-03-09', untilOn: '2026-03-16' }, stranger)).toEqual({
      queueAccuracy: null,
    });
    const wrong = await api.gql(DETAIL, { queueId, fromOn: '2026-03-09', untilOn: '2026-03-09' }, centre.planner);
    expect(wrong.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

const APPROVE = `mutation ($input: ApproveForecastInput!) { approveForecast(input: $input) {
  __typename ... on ForecastApproved { queues { queueId days edits } } ... on InvalidInput { path } } }`;
const VERSIONS = `query ($queueId: ID!, $fromOn: LocalDate!, $days: Int!) {
  forecastVersions(queueId: $queueId, fromOn: $fromOn, days: $days) {
    versions { id version methodId } approved { on version approvedBy note editCount changedSince } } }`;
const COMPARE = `query ($queueId: ID!, $fromOn: LocalDate!, $days: Int!, $one: String!, $other: String!) {
  compareForecasts(queueId: $queueId, fromOn: $fromOn, days: $days, one: $one, other: $other) {
    oneVersions { version } otherVersions { version } days { on one other } oneContacts { stepMinutes values }
    differences { kind one { en } other { en } edit { id } } } }`;

describe('approving a forecast', () => {
  const range = { fromOn: '2026-03-16', days: 3 };
  const approve = async (input: Record<string, unknown>, person = centre.planner) =>
    (await api.data<Loose>(APPROVE, { input }, person)).approveForecast;
  const versions = async () =>
    (await api.data<Loose>(VERSIONS, { queueId, ...range }, centre.planner)).forecastVersions;
  const compare = async (one: string, other: string) =>
    (await api.data<Loose>(COMPARE, { queueId, ...range, one, other }, centre.planner)).compareForecasts;
  const add = (value: number) =>
    api.data(
      `mutation ($input: ForecastEditInput!) { editForecast(input: $input) { __typename } }`,
      {
        input: {
          queueId,
          measure: 'CONTACTS',
          operation: 'ADD',
          value,
          fromAt: '2026-03-16T00:00:00Z',
          untilAt: '2026-03-17T00:00:00Z',
          reason: `mailing of ${value}`,
        },
      },
      centre.planner,
    );

  it('keeps version and edits as they are, and says when something newer exists', async () => {
    await add(3);
    expect(await approve({ queueIds: [queueId], ...range, note: ' as agreed ' })).toEqual({
      __typename: 'ForecastApproved',
      queues: [{ queueId, days: 3, edits: 1 }],
    });
    const { versions: all, approved } = await versions();
    expect(all.map(({ version }: Loose) => version)).toEqual([2, 1]);
    expect(approved).toHaveLength(3);
    expect(approved[0]).toEqual({
      on: '2026-03-16',
      version: 2,
      approvedBy: 'Test planner',
      note: 'as agreed',
      editCount: 1,
      changedSince: false,
    });
    await add(5);
    expect((await versions()).approved.map(({ changedSince }: Loose) => changedSince)).toEqual([true, false, false]);
  });

  it('lets two be compared by day and interval, with what differs in how they came about', async () => {
    const changed = await compare('approved', 'newest');
    expect(changed.days[0]).toEqual({ on: '2026-03-16', one: 90, other: 120 }); // 6 x (12 + 3), and 5 more each
    expect(changed.days[1]).toEqual({ on: '2026-03-17', one: 72, other: 72 });
    expect(changed.differences).toMatchObject([{ kind: 'EDIT', one: null, other: { en: 'mailing of 5' } }]);
    const [newer, older] = (await versions()).versions;
    const plain = await compare(older.id, newer.id);
    expect(plain.days[0]).toEqual({ on: '2026-03-16', one: 54, other: 72 });
    expect(plain.oneContacts.values.filter((value: number | null) => value !== null)).toHaveLength(18);
    expect(plain.differences).toMatchObject([
      { kind: 'TRAINED_UNTIL', one: { en: '2026-03-05' }, other: { en: '2026-03-09' } },
    ]);
    expect(await compare(centre.agentId, 'newest')).toBeNull();
  });

  it('takes an older version too, and names what cannot be', async () => {
    const older = (await versions()).versions[1].id;
    expect(await approve({ queueIds: [queueId], forecastId: older, ...range })).toMatchObject({
      queues: [{ days: 3 }],
    });
    expect((await versions()).approved[1]).toMatchObject({ version: 1, changedSince: true });
    expect(await approve({ fromOn: '2031-01-01', days: 7 })).toMatchObject({ path: 'fromOn' });
    expect(await approve({ fromOn: '2031-01-01', days: 0 })).toMatchObject({ path: 'days' });
    expect(await approve({ queueIds: [centre.agentId], ...range })).toEqual({ __typename: 'NotFound' });
    const supervisor = await api.person(['supervisor'], centre.context);
    const refused = await api.gql(APPROVE, { input: range }, supervisor);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const stranger = await api.person(['planner']);
    expect(await approve({ queueIds: [queueId], ...range }, stranger)).toEqual({ __typename: 'NotFound' });
  });
});

const REPORT = `query ($forecastId: ID!, $queueId: ID!) { methodReport(forecastId: $forecastId, queueId: $queueId) {
  version { version methodId } historyFromOn historyUntilOn observedIntervals inputHash seed askedMethodId
  methods { methodId chosen wapeInterval coverage90 source byOrigin { originOn wape } } reasons } }`;
const CHECK = `mutation ($forecastId: ID!) { checkForecast(forecastId: $forecastId) { __typename ... on JobStarted { job { id } } } }`;

describe('the report of how a forecast came about', () => {
  let forecastId: string;
  const check = async () => {
    const { checkForecast } = await api.data<Loose>(CHECK, { forecastId }, centre.planner);
    return finishedJob(api, centre.planner, checkForecast.job.id);
  };

  it('names the methods compared, their errors by origin, and what it was computed from', async () => {
    const { startForecast } = await api.data<Loose>(
      `mutation ($queueIds: [ID!], $fromOn: LocalDate!, $days: Int!, $methodId: String) {
        startForecast(queueIds: $queueIds, fromOn: $fromOn, days: $days, methodId: $methodId) { ... on JobStarted { job { id } } } }`,
      { queueIds: [queueId], fromOn: '2026-03-09', days: 7, methodId: 'planner-mean' },
      centre.planner,
    );
    await finishedJob(api, centre.planner, startForecast.job.id);
    const { forecastVersions } = await api.data<Loose>(
      VERSIONS,
      { queueId, fromOn: '2026-03-09', days: 1 },
      centre.planner,
    );
    forecastId = forecastVersions.versions[0].id;
    const { methodReport } = await api.data<Loose>(REPORT, { forecastId, queueId }, centre.planner);
    expect(methodReport).toMatchObject({
      historyFromOn: '2026-01-26',
      historyUntilOn: '2026-03-08',
      observedIntervals: 30 * OPEN, // six weeks of five days
      askedMethodId: 'planner-mean',
      methods: [{ methodId: 'planner-mean', chosen: true, wapeInterval: 0 }],
    });
    const { byOrigin, source } = methodReport.methods[0];
    expect(source).toEqual(expect.any(String));
    expect(byOrigin.length).toBeGreaterThan(0);
    expect(byOrigin.every(({ wape }: Loose) => wape === 0)).toBe(true);
  }, 60_000);

  it('is proved by computing it once more, until the history it rests on is changed', async () => {
    expect(await check()).toMatchObject({ state: 'DONE', result: { kind: 'same', queueDays: 7, difference: 0 } });
    await load(csv(['2026-03-06'], (_, i) => (i === 0 ? 11 : 10)));
    expect(await check()).toMatchObject({ state: 'DONE', result: { kind: 'inputs-changed' } });
    const unknown = await api.data<Loose>(CHECK, { forecastId: centre.agentId }, centre.planner);
    expect(unknown.checkForecast).toEqual({ __typename: 'NotFound' });
  }, 60_000);
});
