import { addDays, instantOfLocal, MINUTE_MILLIS } from '@yotei/time';
import { IntervalFactLoader } from '../../apps/api/src/features/demand/index.js';
import { Clock } from '../../apps/api/src/platform/clock/clock.js';
import { everybodyAtOnce, planWeek, publishShifts, TEST_MONDAY } from '../kit/planned-day.js';
import { newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';
import { AlertWatchTask } from '../../apps/api/src/features/intraday/outlook/alert-watch.task.js';
import { useTestApi, type Loose, type TestPerson } from '../kit/test-api.js';

jest.setTimeout(30_000);
const api = useTestApi({ worker: true });
let centre: TestCentre;
let now: number;

const ask = async (query: string, variables: Record<string, unknown> = {}, person = centre.planner): Promise<Loose> =>
  api.data<Loose>(query, variables, person);

const OUTLOOK = `{ intradayOutlook { __typename ... on IntradayOutlook { on at zone scheduleId missing { agentId reason }
  alerts { id queueId kind agents startAt endAt clearedAt serviceLow serviceHigh text { en ja } }
  queues { queueId title { en } stepMinutes goalFraction soFar { contacts plannedContacts serviceLevel factor } plannedContacts actualContacts expectedContacts p90Contacts present need plannedNeed serviceLow serviceLikely serviceHigh actualService } } } }`;
const PROPOSALS = `query ($queueId: ID) { repairProposals(queueId: $queueId) { __typename ... on RepairProposals { proposals { id kind queueId people score steps { agentId activityTypeId fromAt toAt }
  offer { kind places people { agentId } } shortMinutesRemoved service { before after } paidMinutes worseRules { ruleId } } } } }`;
const APPLY = `mutation ($id: ID!) { applyRepair(id: $id, label: "Mend") { __typename ... on RepairApplied { people offerId } ... on RepairStale { reason changedBy changedWhat } ... on InvalidInput { path message } ... on ScheduleHasBreaches { breaches { ruleId } } } }`;
const UNDO = `mutation ($id: ID!) { undoRepair(id: $id, label: "Undo mend") { __typename ... on RepairStale { reason } ... on ScheduleHasBreaches { breaches { ruleId } } ... on InvalidInput { message } } }`;
const REPORT = `mutation ($input: ReportAbsenceInput!) { reportAbsence(input: $input) { __typename ... on AbsenceReported { id startAt endAt candidates { agentId isLonger shortMinutesRemoved } } ... on InvalidInput { path } ... on RepairStale { reason changedWhat } } }`;
const UNDO_ABSENCE = `mutation ($id: ID!) { undoAbsence(id: $id, label: "Undo") { __typename ... on RepairStale { reason } } }`;

/** As the api writes instants. */
const iso = (at: Date) => at.toISOString().replace('.000Z', 'Z');
const outlook = async () => (await ask(OUTLOOK)).intradayOutlook;
const busiest = (queues: Loose[]) =>
  queues.reduce((most, one) => (one.soFar.plannedContacts > most.soFar.plannedContacts ? one : most));
const setClock = (minute: number) => {
  now = instantOfLocal(TEST_TODAY, minute, 'Asia/Tokyo');
};
const shiftsOfToday = () =>
  api.db.peek<{ id: string; agentId: string; startAt: Date; endAt: Date; version: number; locked: boolean }>(
    `select id, agent_id as "agentId", lower(span) as "startAt", upper(span) as "endAt", version, locked from shifts
     where organisation_id = $1 and lower(span) < $3::timestamptz and upper(span) > $2::timestamptz order by lower(span), agent_id`,
    [centre.context.organisationId, new Date(now).toISOString(), new Date(now + 10 * 60 * MINUTE_MILLIS).toISOString()],
  );

/** Contacts of the morning, as a share of the forecast; half of them answered in time. */
async function morning(share: number, untilMinute: number): Promise<void> {
  const { queues } = await outlook();
  const facts = queues.flatMap((queue: Loose) =>
    queue.plannedContacts.flatMap((planned: number | null, i: number) => {
      const minute = i * queue.stepMinutes;
      if (planned === null || minute + queue.stepMinutes > untilMinute) return [];
      const offered = Math.round(planned * share);
      const startAt = instantOfLocal(TEST_TODAY, minute, 'Asia/Tokyo');
      return [
        {
          queueId: queue.queueId,
          startAt,
          offeredCount: offered,
          answeredCount: offered,
          answeredWithinCount: offered / 2,
          handleSeconds: offered * 300,
        },
      ];
    }),
  );
  await api.db.database.withTenant(centre.context, (tx) =>
    new IntervalFactLoader().load(tx, facts, { source: 'test', importId: null }),
  );
}

beforeAll(async () => {
  centre = await newTestCentre(api, 24);
  setClock(5 * 60);
  jest.spyOn(Clock.prototype, 'now').mockImplementation(() => now);
  const scheduleId = await planWeek(api, centre);
  expect((await outlook()).__typename).toBe('NothingPlanned');
  await publishShifts(api, centre, { scheduleId, edits: await everybodyAtOnce(api, centre, { on: TEST_TODAY }) });
}, 120_000);

describe('the day as it happens', () => {
  it('is the plan in the morning, and follows what has come, with a band and those present', async () => {
    const early = await outlook();
    expect(early).toMatchObject({ __typename: 'IntradayOutlook', on: TEST_TODAY, zone: 'Asia/Tokyo' });
    expect(early.queues[0].soFar).toMatchObject({ contacts: 0, factor: null });
    await morning(1.2, 10 * 60);
    setClock(10 * 60 + 7);
    const later = await outlook();
    const busy = busiest(later.queues);
    const share = busy.soFar.contacts / busy.soFar.plannedContacts;
    expect(Math.abs(share - 1.2)).toBeLessThan(0.1);
    expect(busy.soFar.serviceLevel).toBeCloseTo(0.5, 1);
    expect(busy.soFar.factor).toBeGreaterThan(1);
    const at = Math.floor((11 * 60) / busy.stepMinutes);
    expect(busy.actualContacts[at]).toBeNull();
    expect(busy.expectedContacts[at]).toBeGreaterThan(busy.plannedContacts[at]);
    expect(busy.need[at]).toBeGreaterThanOrEqual(busy.plannedNeed[at]);
    expect(busy.serviceLow[at]).toBeLessThanOrEqual(busy.serviceHigh[at]);
    expect(busy.present[at]).not.toBeNull();
  });

  it('says in words where people are missing, under an id that stays', async () => {
    const { alerts } = await outlook();
    const [alert] = alerts.filter(({ clearedAt }: Loose) => clearedAt === null);
    expect(alert.text.en).toMatch(/^\d\d:\d\d–\d\d:\d\d will be \d+ short for .+; likely service level \d+(–\d+)?%$/);
    expect(alert.text.ja).toMatch(/名不足する見込みです（サービスレベルは\d+(–\d+)?%の見通し）$/);
    setClock(10 * 60 + 9);
    expect((await outlook()).alerts.map(({ id }: Loose) => id)).toContain(alert.id);
  });

  it('tells supervisors of a shortage without anybody looking, each once, from however many workers', async () => {
    const supervisor = await api.person(['supervisor'], centre.context);
    const quiet = await api.person(['supervisor'], centre.context);
    const { saveNoticeSettings } = await ask(
      `mutation ($input: NoticeSettingsInput!) { saveNoticeSettings(input: $input) { ... on NoticeSettings { dayAlerts } } }`,
      {
        input: {
          language: 'EN',
          mail: 'NOW',
          push: true,
          digestMinute: 1020,
          urgentAnyway: true,
          zone: 'UTC',
          dayAlerts: 'OFF',
        },
      },
      quiet,
    );
    expect(saveNoticeSettings.dayAlerts).toBe('OFF');
    // Nobody was there to be told when the alerts of the looks before were raised.
    await api.db.peek('update intraday_alerts set told_agents = null where organisation_id = $1', [
      centre.context.organisationId,
    ]);
    setClock(10 * 60 + 12);
    const task = api.app.get(AlertWatchTask, { strict: false });
    const again = await Promise.all([task.run(centre.context), task.run(centre.context)]);
    expect(again).toEqual([now + 3 * MINUTE_MILLIS, now + 3 * MINUTE_MILLIS]);
    const noticesOf = (person: TestPerson) =>
      api.db.peek<{ path: string; text: string }>(
        `select payload ->> 'path' as path, payload -> 'what' ->> 'en' as text from notifications where kind = 'intraday-short' and user_id = $1`,
        [person.context.userId],
      );
    const told = await noticesOf(supervisor);
    const { alerts } = await outlook();
    const short = alerts.filter(({ kind, clearedAt }: Loose) => kind === 'SHORT' && clearedAt === null);
    expect(told.map(({ text }) => text).sort()).toEqual(short.map(({ text }: Loose) => `${text.en}.`).sort());
    expect(told[0]!.path).toBe('/live');
    setClock(10 * 60 + 13);
    await task.run(centre.context);
    expect(await noticesOf(supervisor)).toHaveLength(told.length);
    expect(await noticesOf(quiet)).toEqual([]);
    setClock(2 * 60);
    expect(await task.run(centre.context)).toBe(now + 30 * MINUTE_MILLIS);
    setClock(10 * 60 + 15);
  });

  it('proposes mends best first; one click applies the best edit as one step, and undo takes it back', async () => {
    const { proposals } = (await ask(PROPOSALS)).repairProposals;
    expect(proposals.map(({ score }: Loose) => score)).toEqual(
      proposals.map(({ score }: Loose) => score).sort((a: number, b: number) => b - a),
    );
    const move = proposals.find(({ kind }: Loose) => kind === 'MOVE_BREAKS');
    expect(move.steps.length).toBeGreaterThan(0);
    expect(move.steps.every(({ fromAt }: Loose) => Date.parse(fromAt) >= now + 15 * MINUTE_MILLIS)).toBe(true);
    const before = await shiftsOfToday();
    expect((await ask(APPLY, { id: move.id })).applyRepair).toMatchObject({
      __typename: 'RepairApplied',
      people: move.people,
    });
    const steps = await api.db.peek<{ label: string }>(
      `select label from schedule_edits where organisation_id = $1 and label <> 'Plan'`,
      [centre.context.organisationId],
    );
    expect(steps.map(({ label }) => label)).toEqual(['Mend']);
    expect((await ask(APPLY, { id: move.id })).applyRepair).toMatchObject({
      __typename: 'RepairStale',
      reason: 'APPLIED',
    });
    expect((await ask(UNDO, { id: move.id })).undoRepair.__typename).toBe('RepairUndone');
    expect((await shiftsOfToday()).map(({ startAt, endAt }) => [startAt, endAt])).toEqual(
      before.map(({ startAt, endAt }) => [startAt, endAt]),
    );
  });

  it('refuses a stale proposal and says what has changed, or that it has begun', async () => {
    const { proposals } = (await ask(PROPOSALS)).repairProposals;
    const move = proposals.find(({ kind }: Loose) => kind === 'MOVE_BREAKS');
    const [shift] = (await shiftsOfToday()).filter(({ agentId }) => agentId === move.steps[0].agentId);
    const { intradayOutlook } = await ask(OUTLOOK);
    await ask(`mutation ($input: EditShiftsInput!) { editShifts(input: $input) { __typename } }`, {
      input: {
        scheduleId: intradayOutlook.scheduleId,
        label: 'Lock Amy',
        edits: [{ shiftId: shift!.id, agentId: shift!.agentId, expectedVersion: shift!.version, locked: true }],
      },
    });
    expect((await ask(APPLY, { id: move.id })).applyRepair).toEqual({
      __typename: 'RepairStale',
      reason: 'CHANGED',
      changedBy: 'Test planner',
      changedWhat: 'Lock Amy',
    });
    const again = (await ask(PROPOSALS)).repairProposals.proposals.find(({ kind }: Loose) => kind === 'MOVE_BREAKS');
    setClock(22 * 60);
    expect((await ask(APPLY, { id: again.id })).applyRepair).toMatchObject({ reason: 'BEGUN' });
    setClock(10 * 60 + 15);
    expect((await ask(APPLY, { id: 'f'.repeat(32) })).applyRepair.__typename).toBe('NotFound');
  });

  it('offers time off where more are there than needed, and withdraws the offer on undo', async () => {
    const { proposals } = (await ask(PROPOSALS)).repairProposals;
    const offered = proposals.find(({ kind }: Loose) => kind === 'OFFER_TIME_OFF');
    expect(offered.paidMinutes).toBeLessThan(0);
    expect(offered.offer.people.length).toBeGreaterThanOrEqual(offered.offer.places);
    const applied = (await ask(APPLY, { id: offered.id })).applyRepair;
    expect(applied.__typename).toBe('RepairApplied');
    const offers = async () => (await ask('{ workOffers(first: 5) { id kind state places } }')).workOffers;
    const { places } = offered.offer;
    expect(await offers()).toContainEqual({ id: applied.offerId, kind: 'voluntary-time-off', state: 'open', places });
    expect((await ask(UNDO, { id: offered.id })).undoRepair.__typename).toBe('RepairUndone');
    expect((await offers())[0].state).toBe('withdrawn');
  });

  it('takes a sick agent out of the schedule at once, ranks who could come, and brings the shift back', async () => {
    const [shift] = (await shiftsOfToday()).filter(({ startAt }) => startAt.getTime() < now);
    const report = (input: object) =>
      ask(REPORT, { input: { agentId: shift!.agentId, label: 'Sick today', ...input } });
    const sick = (await report({ kind: 'SICK' })).reportAbsence;
    expect(sick).toMatchObject({ __typename: 'AbsenceReported', endAt: iso(shift!.endAt) });
    expect(Date.parse(sick.startAt)).toBeLessThanOrEqual(now);
    expect(sick.candidates.every(({ agentId }: Loose) => agentId !== shift!.agentId)).toBe(true);
    const cut = (await shiftsOfToday()).find(({ id }) => id === shift!.id);
    expect(cut === undefined || iso(cut.endAt) === sick.startAt).toBe(true);
    expect((await ask('{ absencesToday { id kind } }')).absencesToday).toEqual([{ id: sick.id, kind: 'SICK' }]);
    expect((await ask(UNDO_ABSENCE, { id: sick.id })).undoAbsence.__typename).toBe('AbsenceUndone');
    expect((await shiftsOfToday()).find(({ id }) => id === shift!.id)!.endAt).toEqual(shift!.endAt);
    expect((await ask('{ absencesToday { id } }')).absencesToday).toEqual([]);
    expect((await ask(UNDO_ABSENCE, { id: sick.id })).undoAbsence.__typename).toBe('NotFound');
  });

  it('begins the shift of somebody late when they come, and refuses a time outside it', async () => {
    setClock(8 * 60);
    const [later] = await shiftsOfToday();
    const input = (untilAt: number) => ({
      input: { agentId: later!.agentId, kind: 'LATE', untilAt: new Date(untilAt).toISOString(), label: 'Late' },
    });
    const start = later!.startAt.getTime();
    expect((await ask(REPORT, input(start - 1))).reportAbsence).toEqual({
      __typename: 'InvalidInput',
      path: 'input.untilAt',
    });
    const { reportAbsence } = await ask(REPORT, input(start + 62 * MINUTE_MILLIS));
    expect(reportAbsence).toMatchObject({
      __typename: 'AbsenceReported',
      endAt: iso(new Date(start + 65 * MINUTE_MILLIS)),
    });
    expect((await ask(UNDO_ABSENCE, { id: reportAbsence.id })).undoAbsence.__typename).toBe('AbsenceUndone');
    const nobody = { agentId: '00000000-0000-7000-8000-000000000000', kind: 'SICK', label: 'x' };
    expect((await ask(REPORT, { input: nobody })).reportAbsence.__typename).toBe('NoShiftToday');
  });

  it('takes a night shift of the week before out of the schedule it stands in, on the first morning of a week', async () => {
    const { organisationId } = centre.context;
    const at = (on: string, minute: number) => iso(new Date(instantOfLocal(on, minute, 'Asia/Tokyo')));
    const [night] = await api.db.peek<{ id: string; agentId: string; scheduleId: string }>(
      `with week as (insert into schedules (organisation_id, zone, week_start_on, weeks, state, published_at)
         values ($1, 'Asia/Tokyo', $2::date - 7, 1, 'published', now()) returning id),
       one as (insert into shifts (organisation_id, schedule_id, agent_id, span)
         select $1, week.id, $3, tstzrange($4::timestamptz, $5::timestamptz) from week returning id, agent_id, schedule_id),
       work as (insert into shift_activities (organisation_id, shift_id, start_at, end_at, activity_type_id)
         select $1, one.id, $4::timestamptz, $5::timestamptz, 'contact' from one)
       select id, agent_id as "agentId", schedule_id as "scheduleId" from one`,
      [organisationId, TEST_MONDAY, centre.agentId, at(addDays(TEST_MONDAY, -1), 22 * 60), at(TEST_MONDAY, 6 * 60)],
    );
    now = instantOfLocal(TEST_MONDAY, 2 * 60 + 12, 'Asia/Tokyo');
    const { reportAbsence: sick } = await ask(REPORT, {
      input: { agentId: night!.agentId, kind: 'SICK', label: 'Sick today' },
    });
    expect(sick).toMatchObject({
      __typename: 'AbsenceReported',
      startAt: at(TEST_MONDAY, 2 * 60 + 10),
      endAt: at(TEST_MONDAY, 6 * 60),
    });
    const endsAt = async () => {
      const [row] = await api.db.peek<{ endAt: Date; scheduleId: string }>(
        'select upper(span) as "endAt", schedule_id as "scheduleId" from shifts where id = $1',
        [night!.id],
      );
      return [iso(row!.endAt), row!.scheduleId];
    };
    expect(await endsAt()).toEqual([at(TEST_MONDAY, 2 * 60 + 10), night!.scheduleId]);
    expect((await ask('{ absencesToday { id } }')).absencesToday).toEqual([{ id: sick.id }]);
    expect((await ask(UNDO_ABSENCE, { id: sick.id })).undoAbsence.__typename).toBe('AbsenceUndone');
    expect(await endsAt()).toEqual([at(TEST_MONDAY, 6 * 60), night!.scheduleId]);
  });

  it('brings the breaks of people without a breather forward in one click, and takes it back', async () => {
    setClock(11 * 60);
    const { agents, intradayOutlook } = await ask(
      '{ agents(first: 100) { edges { node { id teamId } } } intradayOutlook { ... on IntradayOutlook { scheduleId } } }',
    );
    const teamOf = new Map<string, string>(agents.edges.map(({ node }: Loose) => [node.id, node.teamId]));
    const shifts = new Map((await shiftsOfToday()).map((shift) => [shift.agentId, shift]));
    const teams = [...new Set(teamOf.values())].map((teamId) => ({
      teamId,
      team: [...shifts.keys()].filter((id) => teamOf.get(id) === teamId),
    }));
    const { teamId, team } = teams.reduce((most, one) => (one.team.length > most.team.length ? one : most));
    expect(team.length).toBeGreaterThanOrEqual(5);
    const MEND = `query ($teamId: ID!) { loadAlertRepair(teamId: $teamId) { __typename ${PROPOSALS.slice(PROPOSALS.indexOf('... on RepairProposals'))}`;
    const mends = async () => (await ask(MEND, { teamId })).loadAlertRepair.proposals;
    // Nobody is told of yet.
    expect(await mends()).toEqual([]);
    const edits = (await everybodyAtOnce(api, centre, { on: TEST_TODAY, late: true })).flatMap(
      ({ agentId, ...edit }) => {
        const shift = shifts.get(agentId);
        return shift && !shift.locked && team.includes(agentId)
          ? [{ ...edit, agentId, shiftId: shift.id, expectedVersion: shift.version }]
          : [];
      },
    );
    const { editShifts } = await ask(
      'mutation ($input: EditShiftsInput!) { editShifts(input: $input) { __typename } }',
      { input: { scheduleId: intradayOutlook.scheduleId, label: 'Late breaks', edits, overrideReason: 'test' } },
    );
    expect(editShifts.__typename).toBe('ShiftsEdited');
    const events = team.map((agent) => ({
      ...{ id: `busy ${agent}`, agent, state: 'handling' },
      at: new Date(now - 110 * MINUTE_MILLIS).toISOString(),
    }));
    await ask('mutation ($input: AgentStatesInput!) { ingestAgentStates(input: $input) { __typename } }', {
      input: { source: 'pbx', events },
    });
    const { loadAlerts } = await ask('{ loadAlerts { teamId people } }');
    expect(loadAlerts).toContainEqual({ teamId, people: team.length });
    const [mend] = await mends();
    expect(mend.kind).toBe('MOVE_BREAKS');
    for (const { agentId, fromAt, toAt } of mend.steps) {
      expect(team).toContain(agentId);
      expect(Date.parse(toAt)).toBeLessThan(Date.parse(fromAt));
      expect(Date.parse(toAt)).toBeGreaterThanOrEqual(now + 15 * MINUTE_MILLIS);
    }
    expect((await ask(APPLY, { id: mend.id })).applyRepair).toMatchObject({
      __typename: 'RepairApplied',
      people: mend.people,
    });
    expect((await ask(UNDO, { id: mend.id })).undoRepair.__typename).toBe('RepairUndone');
  });

  it('says who is first for hard contacts, where the centre has turns: to who leads, and to each agent alone', async () => {
    const DUTIES = `query ($on: LocalDate!) { hardContactDuties(weekOf: $on) { queueId startAt endAt people { agentId name } } }`;
    const duties = async () => (await ask(DUTIES, { on: TEST_TODAY })).hardContactDuties;
    const { organisationId } = centre.context;
    await api.db.peek('update queues set hard_fraction = 0.2 where organisation_id = $1', [organisationId]);
    expect(await duties()).toEqual([]);
    const { saveWellbeingSettings } = await ask(
      'mutation { saveWellbeingSettings(expectedVersion: 0, hasPulse: true, hasHardTurns: true, limits: []) { __typename } }',
    );
    expect(saveWellbeingSettings.__typename).toBe('WellbeingSettingsSaved');
    const planned = await duties();
    expect(planned.length).toBeGreaterThan(0);
    const MINE = `query ($on: LocalDate!) { myWellbeing(weekOf: $on) { turns { queueId startAt } } }`;
    const { turns } = (await ask(MINE, { on: TEST_TODAY }, centre.agent)).myWellbeing;
    const own = planned.filter(({ people }: Loose) => people.some(({ agentId }: Loose) => agentId === centre.agentId));
    expect(turns.map(({ startAt }: Loose) => startAt)).toEqual(own.map(({ startAt }: Loose) => startAt));
    // Kept, and the memory of the weeks to come.
    const [kept] = await api.db.peek<{ people: string[] }>(
      'select array(select jsonb_object_keys(minutes)) as people from hard_turn_weeks where organisation_id = $1',
      [organisationId],
    );
    expect(kept!.people).toContain(centre.agentId);
    expect(await duties()).toEqual(planned);
    expect((await api.gql(DUTIES, { on: TEST_TODAY }, centre.agent)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is for those who lead, not for agents', async () => {
    const { errors: noMend } = await api.gql(
      '{ loadAlertRepair(teamId: "00000000-0000-7000-8000-000000000000") { __typename } }',
      {},
      centre.agent,
    );
    expect(noMend?.[0]?.extensions.code).toBe('FORBIDDEN');
    for (const query of [OUTLOOK, '{ repairProposals { __typename } }', '{ absencesToday { id } }'])
      expect((await api.gql(query, {}, centre.agent)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { errors } = await api.gql(APPLY, { id: 'f'.repeat(32) }, centre.agent);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
