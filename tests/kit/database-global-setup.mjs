import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const load = (path) => import(join(root, 'apps', 'api', 'dist', 'platform', path));

/** What a crash may lose is of no interest here; speed is. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'];

/**
 * One Postgres for the whole run, in a folder of its own, with one migrated database that every test file copies.
 * DATABASE_TEST_URL names a server to use instead; its role must be able to create roles and databases.
 */
export default async () => {
  if (process.env.YOTEI_TEST_DATABASE) return;
  build();
  const server = process.env.DATABASE_TEST_URL ? await outsideServer(process.env.DATABASE_TEST_URL) : await ownServer();
  const { migrateDatabase } = await load('database/migrate.js');
  await migrateDatabase({
    ownerUrl: server.ownerUrl,
    runtimeUrl: server.runtimeUrl,
    folder: join(root, 'migrations', 'dist'),
  });
  process.env.YOTEI_TEST_DATABASE = JSON.stringify(server);
};

/** The migrations and the worker's threads are loaded in their compiled form. */
function build() {
  const tsc = join(root, 'node_modules', 'typescript7', 'bin', 'tsc');
  const built = spawnSync(process.execPath, [tsc, '-b', 'apps/api', 'migrations'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0)
    process.stderr.write(`the api does not compile; tests run on what was emitted:\n${built.stdout}`);
}

async function ownServer() {
  const { EmbeddedDatabase } = await load('embedded-database/embedded-database.js');
  const folder = mkdtempSync(join(tmpdir(), 'yotei-test-'));
  const database = await EmbeddedDatabase.start({ folder, settings: FAST });
  globalThis.yoteiTestDatabase = { database, folder };
  return {
    // Not the database that test files copy: each look at it would hold the others up.
    superuserUrl: database.superuserUrl('postgres'),
    ownerUrl: database.ownerUrl,
    runtimeUrl: database.runtimeUrl,
    template: 'yotei',
  };
}

async function outsideServer(superuserUrl) {
  const { createRoles } = await load('embedded-database/database-roles.js');
  const passwords = { superuser: '', owner: 'yotei-test-owner', runtime: 'yotei-test-app' };
  await createRoles(superuserUrl, passwords);
  const as = (role, password) =>
    Object.assign(new URL(superuserUrl), { username: role, password, pathname: '/yotei' }).href;
  return {
    superuserUrl,
    ownerUrl: as('yotei_owner', passwords.owner),
    runtimeUrl: as('yotei_app', passwords.runtime),
    template: 'yotei',
  };
}
