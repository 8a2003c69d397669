import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, localDateOf, MINUTE_MILLIS, startOfLocalDay, weekStartOf } from '@yotei/time';
import { insertShifts } from '../../apps/api/src/features/rosters/shift-writer.js';
import { runCommandLine } from '../../apps/cli/src/frame/run-for-test.js';
import { TEST_PASSWORD, useTestApi, type Loose } from '../kit/test-api.js';
import { newTestCentre, type TestCentre } from '../kit/test-centre.js';

describe('yotei replay, into a running centre', () => {
  const api = useTestApi();
  const folder = mkdtempSync(join(tmpdir(), 'yotei-replay-'));
  let centre: TestCentre;

  beforeAll(async () => {
    centre = await newTestCentre(api);
    process.env['YOTEI_PASSWORD'] = TEST_PASSWORD;
  }, 60_000);
  afterAll(() => {
    delete process.env['YOTEI_PASSWORD'];
    delete process.env['YOTEI_API_KEY'];
    rmSync(folder, { recursive: true, force: true });
  });

  const replay = (...options: string[]) => runCommandLine(['replay', '--to', api.url, '--json', ...options]);
  const asPlanner = () => ['--email', centre.planner.email];

  it('tells the states of a file once, and says what was left out', async () => {
    const file = join(folder, 'day.csv');
    const on = localDateOf(Date.now() - 24 * 60 * MINUTE_MILLIS, 'UTC');
    const rows = [
      `${on} 09:00,${centre.agentId},available`,
      `${on} 09:05,nobody,available`,
      `${on} 10:00,${centre.agentId},lunch`,
    ];
    writeFileSync(file, `at,agent,state\n${rows.join('\n').replaceAll(' ', 'T')}\n`);
    const first = await replay('--states', file, '--zone', 'UTC', ...asPlanner());
    expect(JSON.parse(first.out)).toEqual({
      sent: 3,
      accepted: 2,
      duplicates: 0,
      corrected: 0,
      rejected: 1,
      unmapped: 0,
    });
    expect(first.error).toContain('left out (unknown-agent): nobody is known to replay as nobody');
    expect(first.exitCode).toBe(1);
    const made = await api.data<Loose>(
      `mutation { createApiKey(input: { title: "Replay", scopes: ["states.ingest"] }) { ... on ApiKeyCreated { secret } } }`,
      {},
      await api.person(['admin'], centre.context),
    );
    process.env['YOTEI_API_KEY'] = made.createApiKey.secret;
    const again = await replay('--states', file, '--zone', 'UTC');
    expect(JSON.parse(again.out)).toMatchObject({ accepted: 0, duplicates: 2, rejected: 1 });
    delete process.env['YOTEI_API_KEY'];
  }, 60_000);

  it('invents a day of what is published; the same day the second time', async () => {
    const { zone } = centre.centre.agents[0]!;
    const on = addDays(localDateOf(Date.now(), zone), -2);
    const startAt = startOfLocalDay(on, zone) + 9 * 60 * MINUTE_MILLIS;
    const at = (minute: number) => startAt + minute * MINUTE_MILLIS;
    const part = (activityTypeId: string, from: number, to: number) => ({
      activityTypeId,
      startAt: at(from),
      endAt: at(to),
    });
    const shifts = centre.centre.agents
      .filter((agent) => agent.zone === zone)
      .map(({ id }) => ({
        ...{ agentId: centre.ids.of('agent', id), startAt, endAt: at(480) },
        activities: [part('contact', 0, 240), part('lunch', 240, 300), part('contact', 300, 480)],
      }));
    await api.db.database.withTenant(centre.context, async (tx) => {
      const [{ id }] = await tx.query(
        `insert into schedules (organisation_id, zone, week_start_on, weeks, state, published_at)
         values (app_organisation_id(), $1, $2, 1, 'published', now()) returning id`,
        [zone, weekStartOf(on, 1)],
      );
      await insertShifts(tx, id, shifts);
    });
    const options = ['--simulate', '--on', on, '--seed', '3', '--once', '--source', 'invented', ...asPlanner()];
    const first = JSON.parse((await replay(...options)).out) as { sent: number; accepted: number };
    expect(first).toMatchObject({ sent: first.accepted, duplicates: 0, rejected: 0, unmapped: 0 });
    expect(first.accepted).toBeGreaterThan(shifts.length * 20);
    expect(JSON.parse((await replay(...options)).out)).toMatchObject({ accepted: 0, duplicates: first.sent });
    const none = await replay('--simulate', '--on', addDays(on, 30), ...asPlanner());
    expect(none).toMatchObject({ exitCode: 2, error: expect.stringContaining('no schedule is published') });
  }, 60_000);

  it('says in one line what it cannot do', async () => {
    expect(await replay(...asPlanner())).toMatchObject({
      exitCode: 2,
      error: expect.stringContaining('either --states'),
    });
    expect(await replay('--simulate')).toMatchObject({ exitCode: 2, error: expect.stringContaining('YOTEI_API_KEY') });
  }, 60_000);
});
