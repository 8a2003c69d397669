import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { useTestDatabase } from '../../../../tests/kit/test-database.js';

const MAIN = join(__dirname, '..', '..', 'dist', 'main.js');

/** A command in a process of its own, until it ends by itself. */
function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('exit', (code) => resolve({ code, err }));
  });
}

describe('a start that cannot succeed gets one line and exit code 2', () => {
  const db = useTestDatabase();

  it.each(['api', 'worker'])(
    '%s as a role that can bypass row-level security',
    async (command) => {
      const { code, err } = await run([command], { DATABASE_URL: db.superuserUrl });
      expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
      expect(err).toMatch(/^The role \w+ of DATABASE_URL can bypass row-level security/);
    },
    60_000,
  );

  it('api on a database without its tables', async () => {
    await db.peek(`delete from migrations where name like 'Rosters%'`);
    const { code, err } = await run(['api'], { DATABASE_URL: db.runtimeUrl });
    expect(err).toMatch(/^The database lacks 1 migrations \(first: \d+-rosters\); run `yotei migrate`\.\n$/);
    expect(code).toBe(2);
  }, 60_000);

  it('api without a database', async () => {
    const { code, err } = await run(['api']);
    expect([code, err]).toEqual([
      2,
      'DATABASE_URL is not set; name a PostgreSQL database, or use the command up, which brings its own.\n',
    ]);
  }, 60_000);

  it('demo where no database runs', async () => {
    const { code, err } = await run(['demo', '--data-dir', '/nowhere']);
    expect([code, err]).toEqual([
      2,
      'No database runs in /nowhere; start `npm run up` in another window, or set DATABASE_URL.\n',
    ]);
  }, 60_000);

  it('wrong settings, all of them at once', async () => {
    const { code, err } = await run(['api'], { PORT: 'many', YOTEI_LOG_LEVEL: 'loud' });
    expect(code).toBe(2);
    expect(err).toContain('PORT (many)');
    expect(err).toContain('YOTEI_LOG_LEVEL (loud)');
  }, 60_000);

  it('an unknown command', async () => {
    const { code, err } = await run(['fly']);
    expect(code).toBe(2);
    expect(err).toContain('Usage: yotei <command>');
  }, 60_000);
});
