import { finishedJob, newTestCentre, type TestCentre } from '../kit/test-centre.js';
import { useTestApi } from '../kit/test-api.js';

const api = useTestApi({ worker: true });
let centre: TestCentre;
let queueId: string;
let siteId: string;

beforeAll(async () => {
  centre = await newTestCentre(api);
  queueId = centre.ids.of('queue', 'voice-ja');
  siteId = centre.ids.of('site', centre.centre.queues.find(({ id }) => id === 'voice-ja')!.siteId);
}, 60_000);

const DAYS = `siteId calendar { country state version } holidays { on key name { en ja } treatment fromMinute untilMinute isBankHoliday version }
  events { id title kind effect effectFraction queueIds version } recurring { id title dates version }`;
const RESULT = `{ __typename ... on SpecialDaysChanged { specialDays { ${DAYS} } } ... on SpecialDaysEditedMeanwhile { message specialDays { ${DAYS} } }
  ... on InvalidInput { path message } ... on NotFound { message } }`;

type Holiday = { on: string; key: string; name: { en: string; ja: string }; treatment: string; version: number };
type Event = { id: string; title: string; effect: string; effectFraction: number | null; version: number };
type Days = {
  calendar: { country: string; version: number } | null;
  holidays: Holiday[];
  events: Event[];
  recurring: { id: string; title: string; dates: string[]; version: number }[];
};
type Result = { result: { __typename: string; specialDays: Days; path?: string } };

const shown = () => ({ siteId, fromOn: '2026-11-01', untilOn: '2026-12-31' });
const read = async () =>
  (
    await api.data<{ specialDays: Days }>(
      `query ($shown: ShownDaysInput!) { specialDays(shown: $shown) { ${DAYS} } }`,
      { shown: shown() },
      centre.planner,
    )
  ).specialDays;

async function change(mutation: string, type: string, input: Record<string, unknown>) {
  const query = `mutation ($shown: ShownDaysInput!, $input: ${type}!) { result: ${mutation}(shown: $shown, input: $input) ${RESULT} }`;
  return (await api.data<Result>(query, { shown: shown(), input }, centre.planner)).result;
}

async function remove(mutation: string, of: { id: string; version: number }) {
  const query = `mutation ($shown: ShownDaysInput!, $id: ID!, $version: Int!) { result: ${mutation}(shown: $shown, id: $id, version: $version) ${RESULT} }`;
  return (await api.data<Result>(query, { shown: shown(), ...of }, centre.planner)).result;
}

describe('the holidays of a site', () => {
  it('are none before a country is chosen, and then those of its law', async () => {
    expect(await read()).toMatchObject({ calendar: null, holidays: [] });
    const saved = await change('setHolidayCalendar', 'HolidayCalendarInput', { country: 'JP', version: 0 });
    expect(saved.__typename).toBe('SpecialDaysChanged');
    expect(saved.specialDays.holidays.filter(({ treatment }) => treatment === 'AS_BEFORE')).toMatchObject([
      { on: '2026-11-03', name: { en: 'Culture Day', ja: '文化の日' } },
      { on: '2026-11-23', name: { en: 'Labor Thanksgiving Day', ja: '勤労感謝の日' } },
    ]);
  });

  it('tell a planner who chose on an older version what holds now', async () => {
    const late = await change('setHolidayCalendar', 'HolidayCalendarInput', { country: 'DE', version: 0 });
    expect(late).toMatchObject({
      __typename: 'SpecialDaysEditedMeanwhile',
      specialDays: { calendar: { country: 'JP' } },
    });
    expect(await change('setHolidayCalendar', 'HolidayCalendarInput', { country: 'XX', version: 1 })).toMatchObject({
      __typename: 'InvalidInput',
      path: 'country',
    });
  });

  it('can be closed, open for own hours under an own name, or nothing, every year', async () => {
    const { key } = (await read()).holidays.find(({ on }) => on === '2026-11-23')!;
    const choice = { key, treatment: 'OWN_HOURS', fromMinute: 600, untilMinute: 960, nameJa: '祝日営業', version: 0 };
    const saved = await change('setHoliday', 'HolidayChoiceInput', choice);
    expect(saved.specialDays.holidays.find(({ on }) => on === '2026-11-23')).toMatchObject({
      treatment: 'OWN_HOURS',
      fromMinute: 600,
      name: { en: 'Labor Thanksgiving Day', ja: '祝日営業' },
      version: 1,
    });
    expect(await change('setHoliday', 'HolidayChoiceInput', choice)).toMatchObject({
      __typename: 'SpecialDaysEditedMeanwhile',
    });
    expect(await change('setHoliday', 'HolidayChoiceInput', { ...choice, untilMinute: 500, version: 1 })).toMatchObject(
      { __typename: 'InvalidInput', path: 'untilMinute' },
    );
  });

  it('close the days of a forecast, and open them for their own hours', async () => {
    const { job } = (
      await api.data<{ startForecast: { job: { id: string } } }>(
        `mutation ($ids: [ID!]) { startForecast(queueIds: $ids, fromOn: "2026-11-19", days: 10, methodId: "planner-mean") { ... on JobStarted { job { id } } } }`,
        { ids: [queueId] },
        centre.planner,
      )
    ).startForecast;
    expect((await finishedJob(api, centre.planner, job.id)).state).toBe('DONE');
    const { demand } = await api.data<{
      demand: { forecastContacts: { values: (number | null)[] }; events: { title: string; kind: string }[] };
    }>(
      `query ($id: ID!) { demand(queueId: $id, fromOn: "2026-11-23", days: 1) { forecastContacts { values } events { title kind } } }`,
      { id: queueId },
      centre.planner,
    );
    const open = demand.forecastContacts.values.flatMap((value, quarter) => (value === null ? [] : [quarter / 4]));
    expect([open[0], open.at(-1)]).toEqual([10, 15.75]);
    expect(demand.events).toEqual([{ title: '祝日営業', kind: 'HOLIDAY' }]);
  }, 60_000);
});

describe('events and monthly days', () => {
  it('are added with an effect, changed and removed by version', async () => {
    const event = { kind: 'CAMPAIGN', title: ' Winter offer ', fromOn: '2026-12-07', untilOn: '2026-12-11' };
    const added = await change('saveCentreEvent', 'CentreEventInput', {
      ...event,
      queueIds: [queueId],
      effect: 'GIVEN',
      effectFraction: 0.3,
      halfLifeDays: 4,
    });
    const stored = added.specialDays.events.find(({ title }) => title === 'Winter offer')!;
    expect(stored).toMatchObject({ effect: 'GIVEN', effectFraction: 0.3, version: 1 });
    const { id } = stored;
    const changed = await change('saveCentreEvent', 'CentreEventInput', {
      ...event,
      title: 'Snow offer',
      id,
      version: 1,
    });
    expect(changed.specialDays.events).toMatchObject([{ title: 'Snow offer', effect: 'LEARNED', version: 2 }]);
    expect(await remove('removeCentreEvent', { id, version: 1 })).toMatchObject({
      __typename: 'SpecialDaysEditedMeanwhile',
    });
    expect((await remove('removeCentreEvent', { id, version: 2 })).specialDays.events).toEqual([]);
  });

  it.each([
    [{ untilOn: '2026-12-01' }, 'untilOn'],
    [{ title: ' ' }, 'title'],
    [{ effect: 'GIVEN' }, 'effectFraction'],
    [{ effectFraction: -1 }, 'effectFraction'],
    [{ halfLifeDays: 0 }, 'halfLifeDays'],
    [{ queueIds: ['018f0000-0000-7000-8000-000000000000'] }, 'queueIds'],
  ])('refuse %j', async (wrong, path) => {
    const event = { kind: 'CAMPAIGN', title: 'Offer', fromOn: '2026-12-07', untilOn: '2026-12-11', ...wrong };
    expect(await change('saveCentreEvent', 'CentreEventInput', event)).toMatchObject({
      __typename: 'InvalidInput',
      path,
    });
  });

  it('come every month by their rule, moved off weekends and holidays', async () => {
    const rule = { kind: 'DAY_OF_MONTH', day: 23, closedDays: 'BEFORE' };
    const added = await change('saveRecurringDay', 'RecurringDayInput', { title: 'Pay-day', rule, lastsDays: 1 });
    // 23 November is a holiday and a Monday: Friday the 20th
    expect(added.specialDays.recurring).toMatchObject([{ title: 'Pay-day', dates: ['2026-11-20', '2026-12-23'] }]);
    const { id } = added.specialDays.recurring[0]!;
    const wrong = { title: 'Pay-day', rule: { kind: 'BUSINESS_DAY', nth: 0 }, lastsDays: 1, id, version: 1 };
    expect(await change('saveRecurringDay', 'RecurringDayInput', wrong)).toMatchObject({ path: 'rule' });
    expect((await remove('removeRecurringDay', { id, version: 1 })).specialDays.recurring).toEqual([]);
  });

  it('tell what their effect was learned from', async () => {
    await change('saveCentreEvent', 'CentreEventInput', {
      kind: 'OTHER',
      title: 'Sale',
      fromOn: '2026-11-10',
      untilOn: '2026-11-11',
    });
    const { eventEffects } = await api.data<{ eventEffects: { title: string; occurrences: { days: number }[] }[] }>(
      `query ($id: ID!) { eventEffects(queueId: $id) { title isGiven fraction occurrences { fromOn days fraction } } }`,
      { id: queueId },
      centre.planner,
    );
    expect(eventEffects.find(({ title }) => title === 'Sale')!.occurrences).toMatchObject([{ days: 2 }]);
  });

  it('are not changed by agents, nor seen by another organisation', async () => {
    const query = `query ($shown: ShownDaysInput!) { specialDays(shown: $shown) { siteId } }`;
    const refused = await api.gql(query, { shown: shown() }, centre.agent);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await api.data(query, { shown: shown() }, await api.person(['planner']))).toEqual({ specialDays: null });
  });
});

describe('unusual history', () => {
  const VIEW = `queueId historyDays changesSinceForecast stretches { id kind fromAt untilAt expected actual reason suggested picture { stepMinutes actual expected } } decided { id action isStale author stretch { id kind fromAt untilAt reason } }`;
  type Stretch = {
    id: string;
    kind: string;
    fromAt: string;
    untilAt: string;
    actual: number;
    suggested: string;
    picture: { actual: number[] };
  };
  type Unusual = {
    changesSinceForecast: number;
    stretches: Stretch[];
    decided: { id: string; action: string; isStale: boolean; stretch: { id: string; kind: string } }[];
  };
  const unusual = async () =>
    (
      await api.data<{ unusualHistory: Unusual }>(
        `query ($id: ID!) { unusualHistory(queueId: $id) { ${VIEW} } }`,
        { id: queueId },
        centre.planner,
      )
    ).unusualHistory;
  const decide = async (decisions: Record<string, unknown>[]) =>
    (
      await api.data<{ decideHistory: { __typename: string; unusual: Unusual } }>(
        `mutation ($id: ID!, $decisions: [DecideStretchInput!]!) { decideHistory(queueId: $id, decisions: $decisions) { __typename
           ... on HistoryDecided { unusual { ${VIEW} } } ... on HistoryDecidedMeanwhile { unusual { ${VIEW} } } } }`,
        { id: queueId, decisions },
        centre.planner,
      )
    ).decideHistory;
  const setContacts = (count: number, from: number, until: number) =>
    api.db.database.withTenant(centre.context, (tx) =>
      tx.query(
        `update interval_facts set offered_count = $2 where queue_id = $1
         and start_at >= '2026-11-05T00:00+09:00'::timestamptz + $3 * interval '1 hour'
         and start_at < '2026-11-05T00:00+09:00'::timestamptz + $4 * interval '1 hour'`,
        [queueId, count, from, until],
      ),
    );
  const outageOf = ({ stretches }: Unusual) => stretches.find(({ fromAt }) => fromAt === '2026-11-05T01:00:00Z');

  beforeAll(() => setContacts(0, 10, 14));

  it('is proposed with its span, its picture and what could be done', async () => {
    const outage = outageOf(await unusual())!;
    expect(outage).toMatchObject({
      kind: 'OUTAGE',
      untilAt: '2026-11-05T05:00:00Z',
      actual: 0,
      suggested: 'REPLACE',
    });
    expect(outage.picture.actual.filter((value) => value === 0).length).toBeGreaterThanOrEqual(16);
  });

  it('goes when decided, comes back when undone, and with the event it made', async () => {
    const { id } = outageOf(await unusual())!;
    const done = await decide([{ stretchId: id, action: 'EVENT', title: 'Line cut', eventKind: 'OUTAGE' }]);
    expect(outageOf(done.unusual)).toBeUndefined();
    expect(done.unusual.decided).toMatchObject([{ action: 'EVENT', isStale: false, stretch: { id } }]);
    expect((await read()).events.some(({ title }) => title === 'Line cut')).toBe(true);
    const { undoHistoryDecisions } = await api.data<{ undoHistoryDecisions: { unusual: Unusual } }>(
      `mutation ($id: ID!, $ids: [ID!]!) { undoHistoryDecisions(queueId: $id, ids: $ids) { ... on HistoryDecided { unusual { ${VIEW} } } } }`,
      { id: queueId, ids: [done.unusual.decided[0]!.id] },
      centre.planner,
    );
    expect(outageOf(undoHistoryDecisions.unusual)?.id).toBe(id);
    expect((await read()).events.some(({ title }) => title === 'Line cut')).toBe(false);
  });

  it('once refused stays away until its data change; the forecast names what was replaced', async () => {
    const { id } = outageOf(await unusual())!;
    await decide([{ stretchId: id, action: 'KEEP' }]);
    expect(outageOf(await unusual())).toBeUndefined();
    expect(await decide([{ stretchId: id, action: 'LEAVE_OUT' }])).toMatchObject({
      __typename: 'HistoryDecidedMeanwhile',
    });
    await setContacts(1, 11.25, 11.5); // a quarter-hour of the silence was counted after all
    const again = outageOf(await unusual())!;
    expect(again.id).not.toBe(id);
    expect((await unusual()).decided).toMatchObject([{ isStale: true }]);
    const replaced = await decide([{ stretchId: again.id, action: 'REPLACE' }]);
    expect(replaced.unusual.changesSinceForecast).toBe(1);
    const { startForecast } = await api.data<{ startForecast: { job: { id: string } } }>(
      `mutation ($ids: [ID!]) { startForecast(queueIds: $ids, fromOn: "2026-11-19", days: 7, methodId: "planner-mean") { ... on JobStarted { job { id } } } }`,
      { ids: [queueId] },
      centre.planner,
    );
    await finishedJob(api, centre.planner, startForecast.job.id);
    expect((await unusual()).changesSinceForecast).toBe(0);
    const { demand } = await api.data<{ demand: { forecast: { reasons: { leftOut: object[] } } } }>(
      `query ($id: ID!) { demand(queueId: $id, fromOn: "2026-11-19", days: 1) { forecast { reasons } } }`,
      { id: queueId },
      centre.planner,
    );
    expect(demand.forecast.reasons.leftOut).toContainEqual(
      expect.objectContaining({
        on: '2026-11-05',
        reason: expect.objectContaining({ kind: 'planner-decision', action: 'replace', proposalId: again.id }),
      }),
    );
  }, 60_000);

  it('takes any days or hours that a planner names, and lets them go again', async () => {
    const decideSpan = async (span: Record<string, unknown>) =>
      (
        await api.data<{ decideHistorySpan: { __typename: string; path?: string; unusual: Unusual } }>(
          `mutation ($id: ID!, $span: DecideSpanInput!) { decideHistorySpan(queueId: $id, span: $span) { __typename
             ... on HistoryDecided { unusual { ${VIEW} } } ... on HistoryDecidedMeanwhile { unusual { ${VIEW} } } ... on InvalidInput { path } } }`,
          { id: queueId, span },
          centre.planner,
        )
      ).decideHistorySpan;
    const strike = { fromOn: '2026-11-10', untilOn: '2026-11-11', action: 'LEAVE_OUT', reason: ' Strike ' };
    const before = await unusual();
    const done = await decideSpan(strike);
    expect(done.__typename).toBe('HistoryDecided');
    const named = done.unusual.decided.find(({ stretch }) => stretch.kind === 'BY_HAND')!;
    expect(named).toMatchObject({
      action: 'LEAVE_OUT',
      isStale: false,
      stretch: {
        fromAt: '2026-11-09T15:00:00Z',
        untilAt: '2026-11-11T15:00:00Z',
        reason: { kind: 'named-by-planner', note: 'Strike' },
      },
    });
    expect(done.unusual.changesSinceForecast).toBe(before.changesSinceForecast + 1);
    expect(await decideSpan(strike)).toMatchObject({ __typename: 'HistoryDecidedMeanwhile' });
    const { startForecast } = await api.data<{ startForecast: { job: { id: string } } }>(
      `mutation ($ids: [ID!]) { startForecast(queueIds: $ids, fromOn: "2026-11-19", days: 7, methodId: "planner-mean") { ... on JobStarted { job { id } } } }`,
      { ids: [queueId] },
      centre.planner,
    );
    await finishedJob(api, centre.planner, startForecast.job.id);
    const { demand } = await api.data<{ demand: { forecast: { reasons: { leftOut: object[] } } } }>(
      `query ($id: ID!) { demand(queueId: $id, fromOn: "2026-11-19", days: 1) { forecast { reasons } } }`,
      { id: queueId },
      centre.planner,
    );
    for (const on of ['2026-11-10', '2026-11-11'])
      expect(demand.forecast.reasons.leftOut).toContainEqual(
        expect.objectContaining({
          on,
          reason: expect.objectContaining({ kind: 'planner-decision', action: 'leave-out' }),
        }),
      );
    const { undoHistoryDecisions } = await api.data<{ undoHistoryDecisions: { unusual: Unusual } }>(
      `mutation ($id: ID!, $ids: [ID!]!) { undoHistoryDecisions(queueId: $id, ids: $ids) { ... on HistoryDecided { unusual { ${VIEW} } } } }`,
      { id: queueId, ids: [named.id] },
      centre.planner,
    );
    expect(undoHistoryDecisions.unusual.decided.some(({ stretch }) => stretch.kind === 'BY_HAND')).toBe(false);
    for (const [wrong, path] of [
      [{ untilOn: '2026-11-09' }, 'untilOn'],
      [{ fromOn: '2031-01-01', untilOn: '2031-01-01' }, 'fromOn'],
      [{ reason: ' ' }, 'reason'],
      [{ action: 'KEEP' }, 'action'],
      [{ untilOn: '2026-11-10', fromMinute: 600, untilMinute: 600 }, 'untilOn'],
    ] as const)
      expect(await decideSpan({ ...strike, ...wrong })).toMatchObject({ __typename: 'InvalidInput', path });
    const refused = await api.gql(
      `mutation ($id: ID!, $span: DecideSpanInput!) { decideHistorySpan(queueId: $id, span: $span) { __typename } }`,
      { id: queueId, span: strike },
      centre.agent,
    );
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }, 60_000);
});
