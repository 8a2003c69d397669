import { addDays, HOUR_MILLIS, startOfLocalDay, weekStartOf } from '@yotei/time';
import { newTestCentre, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type Loose, type TestPerson } from '../kit/test-api.js';

const api = useTestApi();
let centre: TestCentre;
let scheduleId: string;
let team: string[];
const ZONE = 'Asia/Tokyo';
const today = new Date(Date.now() + 9 * HOUR_MILLIS).toISOString().slice(0, 10);
const monday = addDays(weekStartOf(today), -21);

const ASK = `query { myNumbers { fromOn untilOn shiftCount peopleCount leastPeople counts { id dates team { low median high } } hard { minutesPerShift team { low median high } } } }`;
const numbers = async (person: TestPerson = centre.agent) => (await api.data<Loose>(ASK, {}, person)).myNumbers;
const count = async (id: string) => (await numbers()).counts.find((one: Loose) => one.id === id);

/** Shifts of an agent: days after the Monday, hour of start, hours. The schedule's state tells whether they are published. */
async function work(agentId: string, shifts: readonly (readonly [day: number, from: number, hours: number])[]) {
  for (const [day, from, hours] of shifts) {
    const startAt = startOfLocalDay(addDays(monday, day), ZONE) + from * HOUR_MILLIS;
    await api.db.peek(
      `with one as (insert into shifts (organisation_id, schedule_id, agent_id, span) values ($1, $2, $3, tstzrange($4::timestamptz, $5::timestamptz)) returning id, span)
       insert into shift_activities (organisation_id, shift_id, start_at, end_at, activity_type_id)
       select $1, one.id, lower(span), upper(span), (select id from activity_types where organisation_id = $1 limit 1) from one`,
      [
        centre.context.organisationId,
        scheduleId,
        agentId,
        new Date(startAt).toISOString(),
        new Date(startAt + hours * HOUR_MILLIS).toISOString(),
      ],
    );
  }
}

beforeAll(async () => {
  centre = await newTestCentre(api);
  const { organisationId } = centre.context;
  // Everybody in one team, so that it is large enough to hide in.
  await api.db.peek(
    `update agents set team_id = (select team_id from agents where id = $2) where organisation_id = $1`,
    [organisationId, centre.agentId],
  );
  const agents = await api.db.peek<{ id: string }>('select id from agents where organisation_id = $1', [
    organisationId,
  ]);
  team = agents.map(({ id }) => id).filter((id) => id !== centre.agentId);
  const [schedule] = await api.db.peek<{ id: string }>(
    `insert into schedules (organisation_id, zone, week_start_on, weeks, state, published_at) values ($1, $2, $3::date, 1, 'published', now()) returning id`,
    [organisationId, ZONE, monday],
  );
  scheduleId = schedule!.id;
}, 60_000);

describe('the numbers of an agent', () => {
  it('are nothing before anything is published, and nobody’s for who is no agent', async () => {
    const own = await numbers();
    expect(own).toMatchObject({ fromOn: addDays(today, -84), untilOn: today, shiftCount: 0, peopleCount: 0 });
    expect(own.counts.map(({ id }: Loose) => id)).toEqual([
      'weekend',
      'night',
      'late',
      'early',
      'quick-return',
      'backward-rotation',
    ]);
    expect(await numbers(centre.planner)).toBeNull();
  });

  it('name the dates they come from', async () => {
    // Late on Monday and early on Tuesday: ten hours between.
    await work(centre.agentId, [
      [0, 13, 9],
      [1, 8, 8],
      [2, 9, 8],
      [3, 9, 8],
      [5, 9, 8],
    ]);
    expect(await numbers()).toMatchObject({ shiftCount: 5 });
    expect((await count('quick-return')).dates).toEqual([addDays(monday, 1)]);
    expect((await count('backward-rotation')).dates).toEqual([addDays(monday, 1)]);
    expect((await count('late')).dates).toEqual([monday]);
    expect((await count('weekend')).dates).toEqual([addDays(monday, 5)]);
  });

  it('are compared with the team only where nobody can be made out', async () => {
    const week = [0, 1, 2, 3].map((day) => [day, 9, 8] as const);
    for (const agentId of team.slice(0, 3)) await work(agentId, [...week, [5, 9, 8]]);
    expect(await count('weekend')).toMatchObject({ team: null });
    await work(team[3]!, [...week, [4, 9, 8]]);
    expect(await numbers()).toMatchObject({ peopleCount: 5, leastPeople: 5 });
    // One of five shifts, of the reader and three others; one person never.
    expect((await count('weekend')).team).toEqual({ low: 0.2, median: 0.2, high: 0.2 });
    // Two shifts are too few to compare.
    await work(team[4]!, [week[0]!, week[1]!]);
    expect(await numbers()).toMatchObject({ peopleCount: 5 });
  });

  it('say how much of the planned work is with hard contacts, where the queues say so', async () => {
    const { organisationId } = centre.context;
    await api.db.peek('update queues set hard_fraction = null where organisation_id = $1', [organisationId]);
    expect((await numbers()).hard).toBeNull();
    await api.db.peek('update activity_types set contact_work = true where organisation_id = $1', [organisationId]);
    await api.db.peek('update queues set hard_fraction = 0.25 where organisation_id = $1', [organisationId]);
    const { hard } = await numbers();
    // Shifts of 9, 8, 8, 8 and 8 hours, all of it contact work: 492 minutes a shift, a quarter of them.
    expect(hard.minutesPerShift).toBeCloseTo(123, 6);
    // Of four others every shift has 8 hours: 120 minutes; the reader's own is the largest.
    expect(hard.team).toEqual({ low: 120, median: 120, high: 120 });
  });
});
