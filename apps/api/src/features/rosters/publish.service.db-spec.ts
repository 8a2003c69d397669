import { instantOfLocal, MINUTE_MILLIS } from '@yotei/time';
import { newTestCentre, type TestCentre } from '../../../../../tests/kit/test-centre.js';
import { useTestApi } from '../../../../../tests/kit/test-api.js';
import { PublishService } from './publish.service.js';
import { ScheduleRepository } from './schedules.repository.js';
import { insertShifts } from './shift-writer.js';

const api = useTestApi();
let centre: TestCentre;
let publishing: PublishService;
let schedules: ScheduleRepository;

beforeAll(async () => {
  centre = await newTestCentre(api);
  publishing = api.app.get(PublishService, { strict: false });
  schedules = api.app.get(ScheduleRepository, { strict: false });
}, 60_000);

const shiftFrom = (hour: number) => {
  const startAt = instantOfLocal(centre.weekOn, hour * 60, 'Asia/Tokyo');
  const endAt = startAt + 300 * MINUTE_MILLIS;
  return { agentId: centre.agentId, startAt, endAt, activities: [{ activityTypeId: 'contact', startAt, endAt }] };
};

/** A draft with one shift, written past the services: rules are not what these tests are about. */
const draft = (hour: number) =>
  api.db.database.withTenant(centre.context, async (tx) => {
    const id = await schedules.insert(tx, {
      zone: 'Asia/Tokyo',
      weekStartOn: centre.weekOn,
      weeks: 1,
      createdBy: null,
    });
    await insertShifts(tx, id, [shiftFrom(hour)]);
    return id;
  });

const publish = async (scheduleId: string) =>
  publishing.publish(centre.planner.context, {
    scheduleId,
    expectedVersion: 1,
    overrideReason: 'test of the database',
  });
const stateOf = async (id: string) =>
  (
    await api.db.peek<{ state: string; published: boolean }>(
      'select s.state, sh.published from schedules s join shifts sh on sh.schedule_id = s.id where s.id = $1',
      [id],
    )
  )[0]!;

describe('publishing', () => {
  it('is all or nothing: where the database finds an overlap, everything stays as it was', async () => {
    const first = await draft(9);
    const second = await draft(12); // 12:00 lies inside 09:00-14:00
    expect(await publish(first)).toMatchObject({ kind: 'published' });
    expect(await publish(second)).toEqual({ kind: 'has-breaches', breaches: [], overlap: true });
    expect(await stateOf(first)).toEqual({ state: 'published', published: true });
    expect(await stateOf(second)).toEqual({ state: 'draft', published: false });
    const audits = await api.db.peek('select 1 from audit_entries where subject_id = $1', [second]);
    expect(audits).toEqual([]);
  });

  it('lets one of two who publish at the same time through, and tells the agent once', async () => {
    const id = await draft(18);
    const outcomes = await Promise.all([publish(id), publish(id)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['already-published', 'published']);
    const notices = await api.db.peek<{ n: string }>(
      `select count(*) as n from notifications where payload ->> 'scheduleId' = $1`,
      [id],
    );
    expect(Number(notices[0]!.n)).toBe(1);
  });
});
