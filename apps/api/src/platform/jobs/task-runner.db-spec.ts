import { DAY_MILLIS, MINUTE_MILLIS, type Instant } from '@yotei/time';
import { newTestCentre, type TestCentre } from '../../../../../tests/kit/test-centre.js';
import { useTestApi } from '../../../../../tests/kit/test-api.js';
import type { Clock } from '../clock/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { BackgroundTask, TaskQueue, type TaskRegistry } from './background-task.js';
import { TaskRunner } from './task-runner.js';

const api = useTestApi();
let centre: TestCentre;

beforeAll(async () => {
  centre = await newTestCentre(api);
}, 60_000);

class Watch extends BackgroundTask {
  constructor(
    override readonly name: string,
    private readonly againAt: Instant | null,
  ) {
    super();
  }

  override run(): Promise<Instant | null> {
    return Promise.resolve(this.againAt);
  }
}

/** Seconds of the database's clock until the task runs again after a run at `now` of ours; none when it is not queued. */
async function waitAfter(of: { now: Instant; againAt: Instant | null; name: string }): Promise<number | undefined> {
  const { organisationId } = centre.context;
  const clock: Clock = { now: () => of.now };
  const task = new Watch(of.name, of.againAt);
  const registry = { find: () => task } as unknown as TaskRegistry;
  const database = api.app.get(TenantDatabase, { strict: false });
  const runner = new TaskRunner(database, registry, new TaskQueue(clock), clock);
  await runner.run({ organisationId, task: of.name }, 'test');
  const [job] = await api.db.peek(
    `select extract(epoch from run_at - created_at)::double precision as seconds from graphile_worker.jobs where key = $1`,
    [`task/${of.name}/${organisationId}`],
  );
  return (job as { seconds: number } | undefined)?.seconds;
}

describe('a background task that asks to be run again', () => {
  it.each([
    ['ten years behind', -3650 * DAY_MILLIS],
    ['right', 0],
    ['a day ahead', DAY_MILLIS],
  ])('waits as long as it said when our clock is %s of the database’s', async (name, offset) => {
    const now = Date.now() + offset;
    const seconds = await waitAfter({ now, againAt: now + 20 * MINUTE_MILLIS, name: `watch ${name}` });
    expect(seconds).toBeCloseTo(1_200, 0); // 20 minutes
  });

  it('does not run on and on when what it left is overdue', async () => {
    const now = Date.now();
    expect(await waitAfter({ now, againAt: now - DAY_MILLIS, name: 'overdue' })).toBeCloseTo(1, 0);
  });

  it('is not queued when nothing waits', async () => {
    expect(await waitAfter({ now: Date.now(), againAt: null, name: 'idle' })).toBeUndefined();
  });
});
