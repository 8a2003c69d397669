import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { generateDemoCentre, type DemoCentre } from '@yotei/demo';
import type { RequestContext } from '../../apps/api/src/platform/context/request-context.js';
import type { DemoIds } from '../../apps/api/src/features/demo/demo-rows.mapper.js';

/** The built program on a database of its own, with a centre of any size, for benchmarks. */
export interface BenchProgram {
  readonly app: NestExpressApplication;
  readonly url: string;
  readonly runtimeUrl: string;
  /** As the owner of the tables: for `vacuum` and the like. */
  readonly ownerUrl: string;
  readonly context: RequestContext;
  readonly centre: DemoCentre;
  readonly ids: DemoIds;
  readonly cookie: string;
  /** A module of the built api, by its path below `apps/api/dist`. */
  load<Module>(path: string): Promise<Module>;
  close(): Promise<void>;
}

const PASSWORD = 'correct horse battery staple';
const TODAY = '2026-11-18';

/** Starts everything; needs a build (`npm run build`). The database is durable as in production. */
export async function startBenchProgram(
  root: string,
  {
    webDir,
    ...options
  }: { agents: number; weeks: number; /** The built pages; without, there are none. */ webDir?: string },
): Promise<BenchProgram> {
  const load = <Module>(path: string) =>
    import(pathToFileURL(join(root, 'apps/api/dist', path)).href) as Promise<Module>;
  await import('reflect-metadata');
  const { EmbeddedDatabase } = await load<
    typeof import('../../apps/api/src/platform/embedded-database/embedded-database.js')
  >('platform/embedded-database/embedded-database.js');
  const { migrateDatabase } =
    await load<typeof import('../../apps/api/src/platform/database/migrate.js')>('platform/database/migrate.js');
  const folder = mkdtempSync(join(tmpdir(), 'yotei-bench-'));
  const database = await EmbeddedDatabase.start({ folder: join(folder, 'data') });
  await migrateDatabase({
    ownerUrl: database.ownerUrl,
    runtimeUrl: database.runtimeUrl,
    folder: join(root, 'migrations/dist'),
  });
  const { readSettings } = await load<typeof import('../../apps/api/src/config/settings.js')>('config/settings.js');
  const { createLogger } = await load<typeof import('../../apps/api/src/platform/observability/logger.js')>(
    'platform/observability/logger.js',
  );
  const { createApi } = await load<typeof import('../../apps/api/src/api.js')>('api.js');
  const { FEATURES } = await load<typeof import('../../apps/api/src/features/index.js')>('features/index.js');
  const settings = readSettings({
    NODE_ENV: 'production',
    DATABASE_URL: database.runtimeUrl,
    YOTEI_LOG_LEVEL: 'silent',
    YOTEI_WEB_DIR: webDir ?? folder,
  });
  const app = await createApi({
    settings,
    logger: createLogger(settings, 'bench'),
    features: FEATURES,
    processName: 'bench',
  });
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const filled = await fillCentre(app, load, options);
  const cookie = await signIn(url);
  const close = async () => {
    await app.close();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { app, url, runtimeUrl: database.runtimeUrl, ownerUrl: database.ownerUrl, ...filled, cookie, load, close };
}

async function fillCentre(
  app: NestExpressApplication,
  load: BenchProgram['load'],
  options: { agents: number; weeks: number },
) {
  const { OrganisationSetupService } = await load<
    typeof import('../../apps/api/src/features/organisation/organisation-setup.service.js')
  >('features/organisation/organisation-setup.service.js');
  const { UserAccountsService } = await load<
    typeof import('../../apps/api/src/features/identity/user-accounts.service.js')
  >('features/identity/user-accounts.service.js');
  const { TenantDatabase } = await load<typeof import('../../apps/api/src/platform/database/tenant-database.js')>(
    'platform/database/tenant-database.js',
  );
  const { insertRows } = await load<typeof import('../../apps/api/src/platform/database/insert-rows.js')>(
    'platform/database/insert-rows.js',
  );
  const mapper = await load<typeof import('../../apps/api/src/features/demo/demo-rows.mapper.js')>(
    'features/demo/demo-rows.mapper.js',
  );
  const { v7 } = await import('uuid');
  const context: RequestContext = { organisationId: v7(), userId: null, roles: ['planner'], requestId: v7() };
  const centre = generateDemoCentre({ seed: 1, today: TODAY, ...options });
  const ids = new mapper.DemoIds();
  const setup = app.get(OrganisationSetupService, { strict: false });
  await setup.createOrganisation(context, { name: 'Bench', isDemo: false });
  await app
    .get(UserAccountsService, { strict: false })
    .create(context, [
      { email: 'planner@bench.example', displayName: 'Planner', password: PASSWORD, locale: 'en', roles: ['planner'] },
    ]);
  await setup.fill(context, mapper.organisationRows(centre, ids, { today: TODAY, userIdOf: () => null }));
  await app
    .get(TenantDatabase)
    .withTenant(context, (tx) =>
      insertRows(tx, { table: 'queues', organisationId: context.organisationId, rows: mapper.queueRows(centre, ids) }),
    );
  return { context, centre, ids };
}

async function signIn(url: string): Promise<string> {
  const body = JSON.stringify({
    query: `mutation { signIn(email: "planner@bench.example", password: "${PASSWORD}") { __typename } }`,
  });
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return response.headers.getSetCookie()[0]!.split(';')[0]!;
}

/** Median and 99th percentile of the milliseconds of `times` calls, after two that warm up. */
export async function timings(times: number, call: () => Promise<unknown>): Promise<{ p50: number; p99: number }> {
  for (let i = 0; i < 2; i += 1) await call();
  const millis: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const startedAt = performance.now();
    await call();
    millis.push(performance.now() - startedAt);
  }
  millis.sort((a, b) => a - b);
  return { p50: millis[Math.floor(times * 0.5)]!, p99: millis[Math.min(times - 1, Math.floor(times * 0.99))]! };
}
