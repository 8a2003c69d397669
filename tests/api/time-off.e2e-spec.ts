import { addDays, startOfLocalDay, weekStartOf } from '@yotei/time';
import { newTestCentre, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type Loose, type TestPerson } from '../kit/test-api.js';

const api = useTestApi();
let centre: TestCentre;
let mate: TestPerson;
let teamId: string;
let zone: string;
/** A Monday far ahead, so that notice is no matter. */
let monday: string;

const JUDGEMENT = 'verdict reason needMinutes balance { leftMinutes } cover { shiftCount paidHours shortHours }';
const ASK = `mutation ($input: TimeOffInput!) { askTimeOff(input: $input) { __typename ... on TimeOffAsked { requestId judgement { ${JUDGEMENT} } } ... on InvalidInput { path } } }`;
const JUDGE = `query ($input: TimeOffInput!) { judgeTimeOff(input: $input) { __typename ... on TimeOffJudgement { ${JUDGEMENT} } ... on InvalidInput { path } } }`;
const MINE = `query { myTimeOff { kinds { code balance { grantedMinutes takenMinutes leftMinutes } } requests { id state verdict decision position paidMinutes } } }`;
const WITHDRAW = 'mutation ($id: ID!) { withdrawTimeOff(id: $id) { __typename } }';
const ALLOW = `mutation ($input: TimeOffAllowanceInput!) { addTimeOffAllowance(input: $input) { __typename ... on TimeOffTerms { allowances { id most } } ... on InvalidInput { path } } }`;

/** Whole days from `day` after the Monday on. */
const days = (day: number, count = 1, kind = 'annual') => ({
  kind,
  startAt: new Date(startOfLocalDay(addDays(monday, day), zone)).toISOString(),
  endAt: new Date(startOfLocalDay(addDays(monday, day + count), zone)).toISOString(),
});
const ask = async (input: Loose, person: TestPerson = centre.agent) =>
  (await api.data<Loose>(ASK, { input }, person)).askTimeOff;
const mine = async (person: TestPerson = centre.agent) => (await api.data<Loose>(MINE, {}, person)).myTimeOff;
const mineWith = async (fields: string) =>
  (await api.data<Loose>(`query { myTimeOff { ${fields} } }`, {}, centre.agent)).myTimeOff;
const requestOf = async (id: string, person: TestPerson = centre.agent) =>
  (await mine(person)).requests.find((one: Loose) => one.id === id);
const withdraw = async (id: string, person: TestPerson = centre.agent) =>
  (await api.data<Loose>(WITHDRAW, { id }, person)).withdrawTimeOff.__typename;
const allow = async (of: Loose) =>
  (
    await api.data<Loose>(
      ALLOW,
      {
        input: {
          ...{ teamId, fromOn: monday, untilOn: addDays(monday, 28), weekdays: [1, 2, 3, 4, 5, 6, 7] },
          ...{ fromMinute: 0, untilMinute: 1440, most: 1, ...of },
        },
      },
      centre.planner,
    )
  ).addTimeOffAllowance;

beforeAll(async () => {
  centre = await newTestCentre(api);
  // Next year's March, whenever the test runs: ahead, and all of it in one leave year.
  monday = weekStartOf(`${new Date().getUTCFullYear() + 1}-03-10`);
  const [own] = await api.db.peek<Loose>(
    'select a.team_id as team, s.zone from agents a join sites s on s.id = a.site_id where a.id = $1',
    [centre.agentId],
  );
  teamId = own.team;
  zone = own.zone;
  mate = await api.person(['agent'], centre.planner.context);
  await api.db.peek(`update agents set hired_on = '2020-01-01' where organisation_id = $1`, [
    centre.context.organisationId,
  ]);
  await api.db.peek(
    `update agents set user_id = $1, team_id = $2 where id = (select id from agents where organisation_id = $3 and user_id is null order by id limit 1)`,
    [mate.context.userId, teamId, centre.context.organisationId],
  );
}, 60_000);

describe('asking for time off', () => {
  it('is approved at once when the rules hold, and uses the balance', async () => {
    const left = async () =>
      (await api.data<Loose>(JUDGE, { input: days(10) }, centre.agent)).judgeTimeOff.balance.leftMinutes;
    const before = await left();
    const asked = await ask(days(0));
    expect(asked).toMatchObject({
      __typename: 'TimeOffAsked',
      judgement: { verdict: 'approved', reason: { code: 'rules-hold' }, cover: { shiftCount: 0 } },
    });
    expect(await left()).toBe(before - asked.judgement.needMinutes);
    expect(asked.judgement.needMinutes).toBeGreaterThan(0);
  });

  it('tells beforehand what would be answered, and stores nothing', async () => {
    const count = (await mine()).requests.length;
    const { judgeTimeOff } = await api.data<Loose>(JUDGE, { input: days(0) }, centre.agent);
    expect(judgeTimeOff).toMatchObject({ verdict: 'declined', reason: { code: 'overlaps-own' } });
    expect((await mine()).requests).toHaveLength(count);
  });

  it('is declined with its numbers when the balance does not reach', async () => {
    const { judgement } = await ask(days(100, 90));
    expect(judgement).toMatchObject({ verdict: 'declined', reason: { code: 'balance-too-small' } });
    expect(judgement.reason.needMinutes).toBeGreaterThan(judgement.reason.leftMinutes);
  });

  it('takes part of a day', async () => {
    const startAt = new Date(startOfLocalDay(addDays(monday, 3), zone) + 10 * 3_600_000).toISOString();
    const endAt = new Date(startOfLocalDay(addDays(monday, 3), zone) + 12 * 3_600_000).toISOString();
    expect((await ask({ kind: 'annual', startAt, endAt })).judgement).toMatchObject({
      verdict: 'approved',
      needMinutes: 120,
    });
  });

  it('refuses what is no request', async () => {
    expect(await ask({ ...days(1), kind: 'nonsense' })).toEqual({ __typename: 'InvalidInput', path: 'kind' });
    const { startAt, endAt } = days(1);
    expect(await ask({ kind: 'annual', startAt: endAt, endAt: startAt })).toMatchObject({ path: 'endAt' });
    expect(await ask(days(1), centre.planner)).toEqual({ __typename: 'InvalidInput', path: 'agent' });
  });
});

describe('kinds of absence', () => {
  it('are put away once nobody waits for an answer, then no longer offered, and taken back', async () => {
    const SAVE = `mutation ($input: TimeOffKindInput!) { saveTimeOffKind(input: $input) { __typename
      ... on TimeOffTerms { kinds { code archived } } ... on TimeOffKindInUse { message waitingCount } } }`;
    const kind = {
      ...{ code: 'study', title: { en: 'Study leave', ja: '学習休暇' }, paid: true, hasBalance: false },
      ...{ yearlyMinutes: 0, accrual: 'upfront', carryOverMinutes: 0, yearStartMonth: 1, minNoticeHours: 0 },
      ...{ decides: 'review', usesAllowance: false },
    };
    const store = async (more: Loose = {}) =>
      (await api.data<Loose>(SAVE, { input: { ...kind, ...more } }, centre.planner)).saveTimeOffKind;
    const archived = (answer: Loose) => answer.kinds.find(({ code }: Loose) => code === 'study').archived;
    expect(archived(await store())).toBe(false);
    const { requestId } = await ask(days(40, 1, 'study'));
    expect(await store({ archived: true })).toMatchObject({ __typename: 'TimeOffKindInUse', waitingCount: 1 });
    await withdraw(requestId);
    expect(archived(await store({ archived: true }))).toBe(true);
    expect(archived(await store())).toBe(true);
    expect(await ask(days(40, 1, 'study'))).toEqual({ __typename: 'InvalidInput', path: 'kind' });
    expect((await requestOf(requestId)).state).toBe('withdrawn');
    expect(archived(await store({ archived: false }))).toBe(false);
    expect((await ask(days(41, 1, 'study'))).__typename).toBe('TimeOffAsked');
  });
});

describe('places of a team', () => {
  it('make the second wait with a position, and give the place on when it comes free', async () => {
    expect(await allow({ fromOn: addDays(monday, 14), untilOn: addDays(monday, 21) })).toMatchObject({
      __typename: 'TimeOffTerms',
    });
    const first = await ask(days(14));
    const second = await ask(days(14), mate);
    expect(first.judgement.verdict).toBe('approved');
    expect(second.judgement).toMatchObject({
      verdict: 'waiting',
      reason: { code: 'allowance-full', most: 1, away: 1 },
    });
    expect(await requestOf(second.requestId, mate)).toMatchObject({ state: 'requested', position: 1 });
    expect(await withdraw(first.requestId)).toBe('TimeOffWithdrawn');
    expect(await requestOf(second.requestId, mate)).toMatchObject({ state: 'approved', position: null });
    const { myNotices } = await api.data<Loose>('query { myNotices { notices { kind text { en } } } }', {}, mate);
    expect(myNotices.notices[0]).toMatchObject({ kind: 'time-off-approved' });
  });

  it('are counted by the hour: a morning and an afternoon both fit', async () => {
    const at = (hour: number) => new Date(startOfLocalDay(addDays(monday, 16), zone) + hour * 3_600_000).toISOString();
    expect((await ask({ kind: 'annual', startAt: at(9), endAt: at(12) })).judgement.verdict).toBe('approved');
    expect((await ask({ kind: 'annual', startAt: at(13), endAt: at(15) }, mate)).judgement.verdict).toBe('approved');
    const late = await ask({ kind: 'annual', startAt: at(11), endAt: at(13) }, mate);
    expect(late.judgement).toMatchObject({ verdict: 'waiting', reason: { startAt: Date.parse(at(11)) } });
  });

  it('are given to one when many ask at once', async () => {
    const outcomes = await Promise.all([ask(days(18)), ask(days(18), mate)]);
    expect(outcomes.map(({ judgement }: Loose) => judgement.verdict).sort()).toEqual(['approved', 'waiting']);
  });

  it('of a closed day decline', async () => {
    await allow({ fromOn: addDays(monday, 24), untilOn: addDays(monday, 25), most: 0 });
    expect((await ask(days(24))).judgement).toMatchObject({
      verdict: 'declined',
      reason: { code: 'allowance-full', most: 0 },
    });
  });

  it('must be given in numbers that can be', async () => {
    expect(await allow({ untilOn: monday })).toEqual({ __typename: 'InvalidInput', path: 'untilOn' });
    expect(await allow({ weekdays: [8] })).toEqual({ __typename: 'InvalidInput', path: 'weekdays' });
  });
});

describe('a balance', () => {
  const FIELDS =
    'kinds { code balance { grantedMinutes adjustedMinutes toComeMinutes lapsesMinutes leftMinutes } } adjustments { kind on minutes reason authorName }';
  const ADJUST = `mutation ($input: TimeOffAdjustmentInput!) { adjustTimeOff(input: $input) { __typename ... on TimeOffAccount { agentId ${FIELDS} } ... on InvalidInput { path } } }`;
  const adjust = (input: Loose, person: TestPerson = centre.planner) =>
    api.gql<Loose>(
      ADJUST,
      {
        input: {
          agentId: centre.agentId,
          kind: 'annual',
          on: today,
          minutes: -480,
          reason: 'counted wrongly',
          ...input,
        },
      },
      person,
    );
  const today = new Date().toISOString().slice(0, 10);
  const annual = (account: Loose) => account.kinds.find(({ code }: Loose) => code === 'annual').balance;

  it('is corrected with a reason, which stays on record and is told', async () => {
    const before = annual(await mineWith(FIELDS));
    const { adjustTimeOff } = (await adjust({})).data!;
    expect(annual(adjustTimeOff)).toMatchObject({ adjustedMinutes: -480, leftMinutes: before.leftMinutes - 480 });
    expect(adjustTimeOff.adjustments).toEqual([
      { kind: 'annual', on: today, minutes: -480, reason: 'counted wrongly', authorName: 'Test planner' },
    ]);
    const own = await mineWith(FIELDS);
    expect(annual(own)).toEqual(annual(adjustTimeOff));
    expect(own.adjustments).toEqual(adjustTimeOff.adjustments);
    const { myNotices } = await api.data<Loose>(
      'query { myNotices { notices { kind text { en ja } } } }',
      {},
      centre.agent,
    );
    expect(myNotices.notices[0]).toMatchObject({
      kind: 'time-off-adjusted',
      text: { en: expect.stringContaining('−8 hours') },
    });
    await expect(api.db.peek('update time_off_adjustments set minutes = 0')).rejects.toThrow();
  });

  it('says what will lapse at the end of the leave year', async () => {
    // Twenty days granted and one taken away, those of older years carried up to five: all but five of them lapse.
    const balance = annual(await mineWith(FIELDS));
    expect(balance.lapsesMinutes).toBe(Math.max(0, balance.leftMinutes - 5 * 480));
    expect(balance.toComeMinutes).toBe(0);
  });

  it('is corrected by those who decide, in numbers that can be', async () => {
    expect((await adjust({}, centre.agent)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    for (const [path, input] of Object.entries({
      kind: { kind: 'sick' },
      minutes: { minutes: 0 },
      reason: { reason: '  ' },
      on: { on: '2010-01-01' },
    }))
      expect((await adjust(input)).data?.adjustTimeOff).toEqual({ __typename: 'InvalidInput', path });
    expect((await adjust({ agentId: centre.planner.context.userId })).data?.adjustTimeOff.__typename).toBe('NotFound');
  });
});

describe('a request over a published shift', () => {
  it('goes to a person with what covering costs, and the answer is told', async () => {
    const on = addDays(monday, 70);
    const CREATE = `mutation ($on: LocalDate!) { createSchedule(weekStartOn: $on) { ... on ScheduleCreated { schedule { id } } } }`;
    const { createSchedule } = await api.data<Loose>(CREATE, { on }, centre.planner);
    const { id } = createSchedule.schedule;
    const startAt = new Date(startOfLocalDay(on, zone) + 10 * 3_600_000).toISOString();
    const endAt = new Date(startOfLocalDay(on, zone) + 16 * 3_600_000).toISOString();
    const { editShifts } = await api.data<Loose>(
      'mutation ($input: EditShiftsInput!) { editShifts(input: $input) { ... on ShiftsEdited { scheduleVersion } } }',
      {
        input: {
          scheduleId: id,
          label: 'x',
          overrideReason: 'test',
          edits: [{ agentId: centre.agentId, startAt, endAt }],
        },
      },
      centre.planner,
    );
    await api.data<Loose>(
      'mutation ($id: ID!, $v: Int!) { publishSchedule(scheduleId: $id, expectedVersion: $v, overrideReason: "test") { __typename } }',
      { id, v: editShifts.scheduleVersion },
      centre.planner,
    );
    await api.db.peek('update time_off_types set min_notice_hours = 0');
    await api.db.peek(
      `update shifts set span = tstzrange(now() + interval '3 days', now() + interval '3 days 6 hours') where false`,
    );
    const asked = await ask({
      kind: 'annual',
      startAt,
      endAt: new Date(startOfLocalDay(addDays(on, 1), zone)).toISOString(),
    });
    expect(asked.judgement).toMatchObject({
      verdict: 'review',
      reason: { code: 'touches-published-shifts', shifts: 1 },
      cover: { shiftCount: 1 },
    });
    expect(asked.judgement.cover.paidHours).toBeGreaterThan(4);
    const { waitingTimeOff, waitingTimeOffCount } = await api.data<Loose>(
      'query { waitingTimeOffCount waitingTimeOff { id agentName cover { shiftCount paidHours } } }',
      {},
      centre.planner,
    );
    expect(waitingTimeOff.find((one: Loose) => one.id === asked.requestId)).toMatchObject({ cover: { shiftCount: 1 } });
    expect(waitingTimeOffCount).toBe(waitingTimeOff.length);
    const DECIDE = `mutation ($id: ID!, $reason: String) { decideTimeOff(id: $id, approve: false, reason: $reason) { __typename ... on TimeOffDecided { request { state decidedReason } } } }`;
    const decide = async (person: TestPerson) =>
      api.gql<Loose>(DECIDE, { id: asked.requestId, reason: 'nobody can cover' }, person);
    expect((await decide(centre.agent)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await decide(centre.planner)).data?.decideTimeOff).toMatchObject({
      request: { state: 'declined', decidedReason: 'nobody can cover' },
    });
    expect((await decide(centre.planner)).data?.decideTimeOff.__typename).toBe('NotFound');
    const { myNotices } = await api.data<Loose>(
      'query { myNotices { notices { kind text { en } } } }',
      {},
      centre.agent,
    );
    expect(myNotices.notices[0].text.en).toContain('nobody can cover');
  });
});

describe('the calendar of a team', () => {
  const CALENDAR = `query ($teamId: ID!, $fromOn: LocalDate!, $untilOn: LocalDate!) { teamTimeOff(teamId: $teamId, fromOn: $fromOn, untilOn: $untilOn) {
    zone days { on most left } absences { id agentName state position } } }`;

  it('says who is off, who waits for a place, and how many places each day has left', async () => {
    const first = addDays(monday, 100 * 7);
    await allow({ fromOn: first, untilOn: addDays(first, 2), most: 1 });
    const offset = 100 * 7;
    const own = await ask(days(offset, 2, 'unpaid'));
    await api.data<Loose>(
      'mutation ($id: ID!) { decideTimeOff(id: $id, approve: true) { __typename } }',
      { id: own.requestId },
      centre.planner,
    );
    const range = { teamId, fromOn: first, untilOn: addDays(first, 3) };
    const { teamTimeOff } = await api.data<Loose>(CALENDAR, range, centre.planner);
    expect(teamTimeOff.zone).toBe(zone);
    expect(teamTimeOff.days).toEqual([
      { on: first, most: 1, left: 0 },
      { on: addDays(first, 1), most: 1, left: 0 },
      { on: addDays(first, 2), most: null, left: null },
      { on: addDays(first, 3), most: null, left: null },
    ]);
    expect(teamTimeOff.absences).toMatchObject([{ id: own.requestId, state: 'approved', position: null }]);
    expect((await api.gql<Loose>(CALENDAR, range, centre.agent)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { teamTimeOff: none } = await api.data<Loose>(CALENDAR, { ...range, teamId: own.requestId }, centre.planner);
    expect(none).toBeNull();
  });
});
