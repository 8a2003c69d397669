import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../frame/run-for-test.js';

const hour = (index: number): string => new Date(Date.UTC(2026, 10, 2, index)).toISOString();
/** Monday and Tuesday in UTC: 12 mails of 10 minutes every hour, day and night. */
const FORECAST = [
  'queue,start,end,contacts,handle_seconds',
  ...Array.from({ length: 48 }, (_, index) => `mail,${hour(index)},${hour(index + 1)},12,600`),
].join('\n');
const HOURS = 'weekday,opens,closes\nmon,09:00,17:00\ntue,09:00,17:00\n';
const GOALS =
  'queue,answer_within_hours,answered_within_hours_fraction,answer_within_clock,max_occupancy\nmail,8,1,business,\n';

interface Rows {
  readonly rows: readonly {
    readonly required_agents: number;
    readonly backlog_contacts: number;
    readonly oldest_age_hours: number;
    readonly note: string;
  }[];
  readonly summary: readonly { readonly carried_out: readonly { readonly contacts: number }[] }[];
}

describe('yotei requirement for work that can wait', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yotei-deferred-'));
    await writeFile(at('forecast.csv'), FORECAST);
    await writeFile(at('hours.csv'), HOURS);
    await writeFile(at('goals.csv'), GOALS);
  });
  afterEach(() => rm(folder, { recursive: true }));
  const at = (name: string): string => join(folder, name);
  const inputs = (): string[] => ['requirement', '--forecast', at('forecast.csv'), '--opening', at('hours.csv')];

  it('staffs opening hours for the mail of all hours, with the backlog at the end of each', async () => {
    const { out, exitCode } = await runCommandLine([...inputs(), '--goals', at('goals.csv'), '--json']);
    expect(exitCode).toBe(0);
    const { rows, summary } = JSON.parse(out) as Rows;
    // 24 × 12 mails of a sixth of an hour: 48 hours of work a day for 8 open hours.
    expect(rows.slice(8, 18).map((row) => row.required_agents)).toEqual([0, 6, 6, 6, 6, 6, 6, 6, 6, 0]);
    expect([rows[8]!.note, rows[9]!.note]).toEqual(['closed', '']);
    expect(rows[32]!.backlog_contacts - rows[16]!.backlog_contacts).toBeCloseTo(192, 3);
    expect(summary[0]!.carried_out.reduce((sum, { contacts }) => sum + contacts, 0)).toBeCloseTo(
      rows[47]!.backlog_contacts,
      2,
    );
  });

  it('takes the same from options, and a backlog to begin with', async () => {
    await writeFile(at('backlog.csv'), 'queue,contacts,handle_seconds,hours_left\nmail,60,600,1\n');
    const options = ['--answer-within-hours', '8', '--backlog', at('backlog.csv'), '--json'];
    const { rows } = JSON.parse((await runCommandLine([...inputs(), ...options])).out) as Rows;
    // Sixty mails due in the first open hour are ten agents.
    expect(rows[9]!.required_agents).toBe(10);
    expect(rows[0]!.backlog_contacts).toBe(72);
  });

  it('adds its columns behind all others', async () => {
    const { out } = await runCommandLine([...inputs(), '--goals', at('goals.csv')]);
    expect(out.split('\n')[0]).toMatch(/,profile_agents,backlog_contacts,oldest_age_hours$/);
  });

  it('names what is wrong with goals and backlog', async () => {
    await writeFile(at('goals.csv'), 'queue,answer_within_hours,answer_within_clock\nmail,-1,lunar\n');
    const goals = await runCommandLine([...inputs(), '--goals', at('goals.csv')]);
    expect(goals.exitCode).toBe(2);
    expect(goals.error).toContain(":2: answer_within_clock: 'lunar' is not one of business, elapsed");
    expect(goals.error).toContain(':2: answer_within_hours:');
    await writeFile(at('backlog.csv'), 'contacts,handle_seconds,hours_left\n5,600,\n');
    const backlog = await runCommandLine([...inputs(), '--answer-within-hours', '8', '--backlog', at('backlog.csv')]);
    expect([backlog.exitCode, backlog.error]).toEqual([2, expect.stringContaining(':2: hours_left: missing value')]);
  });
});
