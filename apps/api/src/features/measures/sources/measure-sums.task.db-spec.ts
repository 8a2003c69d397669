import { instantOfLocal, MINUTE_MILLIS } from '@yotei/time';
import { newTestCentre, TEST_TODAY, type TestCentre } from '../../../../../../tests/kit/test-centre.js';
import { useTestApi } from '../../../../../../tests/kit/test-api.js';
import { Clock } from '../../../platform/clock/clock.js';
import { TaskQueue } from '../../../platform/jobs/background-task.js';
import { FACTS_TASK } from '../../demand/index.js';
import { PublishService } from '../../rosters/publish.service.js';
import { ScheduleRepository } from '../../rosters/schedules.repository.js';
import { insertShifts } from '../../rosters/shift-writer.js';
import { WithdrawService } from '../../rosters/together/withdraw.service.js';
import { MeasureSumsTask } from './measure-sums.task.js';
import { WeekSumsService } from './week-sums.service.js';

const api = useTestApi();
let centre: TestCentre;
const of = <Part>(part: abstract new (...args: never[]) => Part): Part => api.app.get(part, { strict: false });

beforeAll(async () => {
  centre = await newTestCentre(api);
}, 60_000);

const draft = () =>
  api.db.database.withTenant(centre.context, async (tx) => {
    const week = { zone: 'Asia/Tokyo', weekStartOn: centre.weekOn, weeks: 1, createdBy: null };
    const id = await of(ScheduleRepository).insert(tx, week);
    const startAt = instantOfLocal(centre.weekOn, 540, 'Asia/Tokyo');
    const endAt = startAt + 300 * MINUTE_MILLIS;
    const activities = [{ activityTypeId: 'contact', startAt, endAt }];
    await insertShifts(tx, id, [{ agentId: centre.agentId, startAt, endAt, activities }]);
    return id;
  });

const keptOf = async (id: string): Promise<number> =>
  (await api.db.peek('select 1 from measure_published_weeks where schedule_id = $1', [id])).length;

describe('published weeks', () => {
  it('are added up by the task that publishing wakes, before anybody asks', async () => {
    const woken = jest.spyOn(of(TaskQueue), 'wake');
    const id = await draft();
    const task = of(MeasureSumsTask);
    await task.run(centre.context, new AbortController().signal);
    expect(await keptOf(id)).toBe(0); // a draft is no figure
    const order = { scheduleId: id, expectedVersion: 1, overrideReason: 'test of the sums' };
    expect(await of(PublishService).publish(centre.planner.context, order)).toMatchObject({ kind: 'published' });
    expect(woken).toHaveBeenCalledWith(expect.anything(), centre.planner.context, FACTS_TASK);
    const week = { fromOn: centre.weekOn, untilOn: expect.any(String) };
    expect(await of(WeekSumsService).stale(centre.context)).toEqual([week]);
    expect(await task.run(centre.context, new AbortController().signal)).toBeNull();
    expect(await keptOf(id)).toBe(1);
    expect(await of(WeekSumsService).stale(centre.context)).toEqual([]);
  });

  it('are left to whoever asks when the worker stops', async () => {
    const stopped = new AbortController();
    stopped.abort();
    await api.db.peek('update schedules set version = version + 1 where week_start_on = $1::date', [centre.weekOn]);
    await of(MeasureSumsTask).run(centre.context, stopped.signal);
    expect(await of(WeekSumsService).stale(centre.context)).toHaveLength(1);
  });

  it('are in no figure once they are withdrawn', async () => {
    const task = of(MeasureSumsTask);
    await task.run(centre.context, new AbortController().signal);
    const [{ id, version }] = (await api.db.peek('select id, version from schedules where week_start_on = $1::date', [
      centre.weekOn,
    ])) as [{ id: string; version: number }];
    const days = () => api.db.peek('select 1 from measure_coverage_days where schedule_id = $1', [id]);
    expect((await days()).length).toBeGreaterThan(0);
    const order = { scheduleId: id, expectedVersion: version, reason: 'wrong week' };
    // Before the week begins: one that is over stays as it was published.
    jest.spyOn(of(Clock), 'now').mockReturnValue(instantOfLocal(TEST_TODAY, 720, 'Asia/Tokyo'));
    expect(await of(WithdrawService).withdraw(centre.planner.context, order)).toMatchObject({ kind: 'withdrawn' });
    await task.run(centre.context, new AbortController().signal);
    expect([await keptOf(id), await days()]).toEqual([0, []]);
    expect(await of(WeekSumsService).stale(centre.context)).toEqual([]);
  });
});
