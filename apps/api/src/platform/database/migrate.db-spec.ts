import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import pg from 'pg';
import { useTestDatabase } from '../../../../../tests/kit/test-database.js';
import { missingMigrations } from './migrate.js';

const ROOT = join(__dirname, '..', '..', '..', '..', '..');

describe('migrations', () => {
  const db = useTestDatabase();
  const made: string[] = [];

  async function emptyDatabase(): Promise<{ ownerUrl: string; runtimeUrl: string }> {
    const name = `empty_${randomBytes(5).toString('hex')}`;
    await db.peek(`create database ${name} owner yotei_owner`);
    made.push(name);
    const at = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;
    return { ownerUrl: at(db.ownerUrl), runtimeUrl: at(db.runtimeUrl) };
  }

  /** In a process of its own, as an operator would. */
  function migrate(urls: { ownerUrl: string; runtimeUrl: string }): Promise<{ code: number | null; said: string }> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [join(ROOT, 'apps', 'api', 'dist', 'main.js'), 'migrate'], {
        env: { ...process.env, DATABASE_URL: urls.runtimeUrl, DATABASE_MIGRATION_URL: urls.ownerUrl },
      });
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.once('exit', (code) => resolve({ code, said }));
    });
  }

  async function applied(url: string): Promise<number> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from migrations');
    await client.end();
    return rows[0]!.count;
  }

  afterEach(async () => {
    for (const name of made.splice(0)) await db.peek(`drop database ${name} with (force)`);
  });

  it('build an empty database, once, also when three processes try at the same moment', async () => {
    const urls = await emptyDatabase();
    const files = readdirSync(join(ROOT, 'migrations')).filter((name) => /^\d{13}-.*\.ts$/.test(name));
    const runs = await Promise.all([migrate(urls), migrate(urls), migrate(urls)]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(runs.filter(({ said }) => said.includes('up to date'))).toHaveLength(2);
    expect(await applied(urls.ownerUrl)).toBe(files.length);
  }, 60_000);

  it('are told by name where one is lacking, also of two with the same number', async () => {
    const urls = await emptyDatabase();
    expect((await migrate(urls)).code).toBe(0);
    const folder = join(ROOT, 'migrations', 'dist');
    expect(await missingMigrations(urls.runtimeUrl, folder)).toEqual([]);
    const client = new pg.Client({ connectionString: urls.ownerUrl });
    await client.connect();
    await client.query(`delete from migrations where name = 'PutAway1795295464000'`);
    await client.end();
    expect(await missingMigrations(urls.runtimeUrl, folder)).toEqual(['1795295464000-put-away']);
  }, 60_000);

  it('say in one line that the database does not answer', async () => {
    const { code, said } = await migrate({
      ownerUrl: 'postgres://nobody:x@127.0.0.1:1/none',
      runtimeUrl: 'postgres://nobody:x@127.0.0.1:1/none',
    });
    expect(code).not.toBe(0);
    expect(said).toContain('does not answer');
    expect(said.trim().split('\n')).toHaveLength(1);
  }, 30_000);
});
