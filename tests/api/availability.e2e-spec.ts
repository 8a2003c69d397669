import { addDays, weekStartOf } from '@yotei/time';
import { newTestCentre, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type Loose, type TestPerson } from '../kit/test-api.js';

const api = useTestApi();
let centre: TestCentre;
const today = new Date().toISOString().slice(0, 10);
const ahead = addDays(weekStartOf(today), 21);

const FIELDS =
  'wishes { kind on fromMinute untilMinute weight } wishBudget judgedCount metCount windows { weekday fromMinute untilMinute } neededMinutes';
const WISH = `mutation ($wishes: [MyWishInput!]!) { saveMyWishes(wishes: $wishes) { __typename ... on MyAvailability { ${FIELDS} } ... on InvalidInput { path } } }`;
const CAN = `mutation ($windows: [MyAvailabilityWindowInput!]!) { saveMyAvailability(windows: $windows) { __typename ... on MyAvailability { ${FIELDS} } ... on InvalidInput { path } } }`;
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
    expect(myAvailability).toMatchObject({ judgedCount: 2, metCount: 1 });
  });
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
});
