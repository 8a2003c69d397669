import { randomUUID } from 'node:crypto';
import { addDays, weekStartOf } from '@yotei/time';
import { PlanningService } from '../../apps/api/src/features/rosters/index.js';
import { newTestCentre, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type Loose, type TestPerson } from '../kit/test-api.js';

const api = useTestApi();
let centre: TestCentre;
const today = new Date().toISOString().slice(0, 10);
const ahead = addDays(weekStartOf(today), 21);

const FIELDS =
  'wishes { kind on fromMinute untilMinute weight } wishBudget judgedCount metCount judged { on kind met } windows { weekday fromMinute untilMinute } exceptions { on canWork fromMinute untilMinute } neededMinutes';
const WISH = `mutation ($wishes: [MyWishInput!]!) { saveMyWishes(wishes: $wishes) { __typename ... on MyAvailability { ${FIELDS} } ... on InvalidInput { path } } }`;
const CAN = `mutation ($windows: [MyAvailabilityWindowInput!]!) { saveMyAvailability(windows: $windows) { __typename ... on MyAvailability { ${FIELDS} } ... on InvalidInput { path } } }`;
const EXCEPT = `mutation ($exceptions: [MyAvailabilityExceptionInput!]!) { saveMyAvailabilityExceptions(exceptions: $exceptions) { __typename ... on MyAvailability { ${FIELDS} } ... on InvalidInput { path } } }`;
const except = async (exceptions: Loose[]) =>
  (await api.data<Loose>(EXCEPT, { exceptions }, centre.agent)).saveMyAvailabilityExceptions;
const wish = async (wishes: Loose[], person: TestPerson = centre.agent) =>
  (await api.data<Loose>(WISH, { wishes }, person)).saveMyWishes;
const can = async (windows: Loose[]) => (await api.data<Loose>(CAN, { windows }, centre.agent)).saveMyAvailability;

beforeAll(async () => {
  centre = await newTestCentre(api);
}, 60_000);

describe('wishes of an agent', () => {
  it('share one budget, the first the largest part', async () => {
    const saved = await wish([
      { kind: 'day-off', on: ahead },
      { kind: 'start-between', fromMinute: 480, untilMinute: 600 },
    ]);
    expect(saved.wishes.map(({ weight }: Loose) => weight)).toEqual([(10 * 2) / 3, 10 / 3]);
    expect((await wish([{ kind: 'day-off', on: ahead }])).wishes).toMatchObject([{ weight: 10 }]);
  });

  it('reach the engine as the wishes planners enter do', async () => {
    const rows = await api.db.peek('select kind, weight from preferences where agent_id = $1', [centre.agentId]);
    expect(rows).toEqual([{ kind: 'day-off', weight: 10 }]);
  });

  it('are refused when they cannot be met', async () => {
    expect(await wish([{ kind: 'day-off', on: addDays(today, -2) }])).toMatchObject({ path: 'wishes[0].on' });
    expect(await wish([{ kind: 'day-off' }])).toMatchObject({ path: 'wishes[0].on' });
    expect(await wish([{ kind: 'start-between', fromMinute: 600, untilMinute: 500 }])).toMatchObject({
      path: 'wishes[0].untilMinute',
    });
    expect(await wish(Array.from({ length: 6 }, () => ({ kind: 'day-off', on: ahead })))).toMatchObject({
      path: 'wishes',
    });
    expect(await wish([], centre.planner)).toMatchObject({ __typename: 'InvalidInput', path: 'agent' });
  });

  it('tell how often they were met in what was published', async () => {
    const past = addDays(weekStartOf(today), -14);
    await api.db.peek('delete from preferences where agent_id = $1', [centre.agentId]);
    await api.db.peek(
      `insert into preferences (organisation_id, agent_id, kind, on_date, weight) values ($1, $2, 'day-off', $3::date, 1), ($1, $2, 'day-off', $3::date + 1, 1)`,
      [centre.context.organisationId, centre.agentId, past],
    );
    const [schedule] = await api.db.peek<{ id: string }>(
      `insert into schedules (organisation_id, zone, week_start_on, weeks, state, published_at) values ($1, 'Asia/Tokyo', $2::date, 1, 'published', now()) returning id`,
      [centre.context.organisationId, past],
    );
    await api.db.peek(
      `with one as (insert into shifts (organisation_id, schedule_id, agent_id, span) values ($1, $2, $3, tstzrange($4::timestamptz, $4::timestamptz + interval '6 hours')) returning id, span)
       insert into shift_activities (organisation_id, shift_id, start_at, end_at, activity_type_id)
       select $1, one.id, lower(span), upper(span), (select id from activity_types where organisation_id = $1 limit 1) from one`,
      [centre.context.organisationId, schedule!.id, centre.agentId, `${past}T01:00:00Z`],
    );
    const { myAvailability } = await api.data<Loose>(`query { myAvailability { ${FIELDS} } }`, {}, centre.agent);
    // Worked on the first wished-for day off, free on the second.
    expect(myAvailability).toMatchObject({
      ...{ judgedCount: 2, metCount: 1 },
      judged: [
        { on: addDays(past, 1), kind: 'day-off', met: true },
        { on: past, kind: 'day-off', met: false },
      ],
    });
    // 10:00 to 16:00 in Tokyo.
    await api.db.peek('delete from preferences where agent_id = $1', [centre.agentId]);
    await api.db.peek(
      `insert into preferences (organisation_id, agent_id, kind, on_date, from_minute, until_minute, weight)
       values ($1, $2, 'day-on', $3::date, null, null, 1), ($1, $2, 'start-between', null, 480, 600, 1), ($1, $2, 'end-between', null, 900, 945, 1)`,
      [centre.context.organisationId, centre.agentId, past],
    );
    // Wished after the week was published: nobody could know.
    const late = await api.data<Loose>(`query { myAvailability { ${FIELDS} } }`, {}, centre.agent);
    expect(late.myAvailability.judged).toEqual([]);
    await api.db.peek(`update preferences set created_at = created_at - interval '1 day' where agent_id = $1`, [
      centre.agentId,
    ]);
    const again = await api.data<Loose>(`query { myAvailability { ${FIELDS} } }`, {}, centre.agent);
    expect(Object.fromEntries(again.myAvailability.judged.map(({ kind, met }: Loose) => [kind, met]))).toEqual({
      ...{ 'day-on': true, 'start-between': true, 'end-between': false },
    });
  });

  it('say what stood against them in a published week, and nothing of weeks not published', async () => {
    const past = addDays(weekStartOf(today), -14);
    const explain = async (on: string, person: TestPerson = centre.agent) =>
      (
        await api.data<Loose>(
          `query ($wish: MyWishInput!) { explainMyWish(wish: $wish) { __typename ... on MyWishExplained { text { en ja } } ... on InvalidInput { path } } }`,
          { wish: { kind: 'day-off', on } },
          person,
        )
      ).explainMyWish;
    const { __typename, text } = await explain(past);
    expect(__typename).toBe('MyWishExplained');
    expect([text.en, text.ja].every((one: string) => one.length > 0)).toBe(true);
    expect(await explain(ahead)).toEqual({ __typename: 'NotFound' });
    expect(await explain(past, centre.planner)).toEqual({ __typename: 'InvalidInput', path: 'agent' });
  }, 60_000);
});

describe('availability of an agent', () => {
  it('is a weekly pattern that leaves room for the contract, and is recorded', async () => {
    const week = [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, fromMinute: 480, untilMinute: 1260 }));
    expect((await can(week)).windows).toEqual(week);
    const audit = await api.db.peek(
      `select 1 from audit_entries where action = 'agent.availability' and subject_id = $1`,
      [centre.agentId],
    );
    expect(audit).toHaveLength(1);
    expect((await can([])).windows).toEqual([]);
  });

  it('is refused when it leaves too little, or is no time', async () => {
    await api.db.peek(
      'update contracts set weekly_minutes_min = 1800 where weekly_minutes_min < 1800 and weekly_minutes_max >= 1800',
    );
    expect(await can([{ weekday: 1, fromMinute: 480, untilMinute: 500 }])).toMatchObject({ path: 'windows' });
    expect(await can([{ weekday: 9, fromMinute: 480, untilMinute: 1000 }])).toMatchObject({ path: 'windows[0]' });
  });

  it('is otherwise on some dates, which planning and the board are told', async () => {
    await can([]);
    const exceptions = [
      { on: ahead, canWork: false, fromMinute: 900, untilMinute: 1440 },
      { on: addDays(ahead, 6), canWork: true, fromMinute: 480, untilMinute: 1200 },
    ];
    expect((await except(exceptions)).exceptions).toEqual(exceptions);
    const { agents } = await api.data<Loose>(
      '{ agents(first: 100) { edges { node { id availabilityExceptions { on canWork fromMinute untilMinute } } } } }',
      {},
      centre.planner,
    );
    const own = agents.edges.find(({ node }: Loose) => node.id === centre.agentId).node;
    expect(own.availabilityExceptions).toEqual(exceptions);
    const schedule = {
      ...{ id: randomUUID(), zone: 'Asia/Tokyo', weekStartOn: ahead, weeks: 1 },
    } as Parameters<PlanningService['planning']>[1];
    const { problem } = await api.app
      .get(PlanningService, { strict: false })
      .planning(centre.planner.context, schedule);
    const agent = problem.agents.find(({ id }) => id === centre.agentId)!;
    expect(agent.availabilityExceptions).toEqual(exceptions);
    expect((await except([])).exceptions).toEqual([]);
  });

  it('cannot be taken back where a shift is published already', async () => {
    const [schedule] = await api.db.peek<{ id: string }>(
      `insert into schedules (organisation_id, zone, week_start_on, weeks, state, published_at) values ($1, 'Asia/Tokyo', $2::date, 1, 'published', now()) returning id`,
      [centre.context.organisationId, ahead],
    );
    await api.db.peek(
      `with one as (insert into shifts (organisation_id, schedule_id, agent_id, span) values ($1, $2, $3, tstzrange($4::timestamptz, $4::timestamptz + interval '6 hours')) returning id, span)
       insert into shift_activities (organisation_id, shift_id, start_at, end_at, activity_type_id)
       select $1, one.id, lower(span), upper(span), (select id from activity_types where organisation_id = $1 limit 1) from one`,
      [centre.context.organisationId, schedule!.id, centre.agentId, `${ahead}T01:00:00Z`],
    );
    // 10:00 to 16:00 in Tokyo is published.
    const not = (fromMinute: number) => ({ on: ahead, canWork: false, fromMinute, untilMinute: 1440 });
    expect(await except([not(900)])).toEqual({ __typename: 'InvalidInput', path: 'exceptions[0].published' });
    expect(await except([not(960)])).toMatchObject({ exceptions: [not(960)] });
    expect(await except([{ ...not(960), on: addDays(today, -3) }])).toMatchObject({ path: 'exceptions[0].on' });
  });
});
