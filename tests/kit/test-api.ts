import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { INestApplicationContext } from '@nestjs/common';
import { createApi } from '../../apps/api/src/api.js';
import { readSettings } from '../../apps/api/src/config/settings.js';
import { FEATURES } from '../../apps/api/src/features/index.js';
import { UserAccountsService } from '../../apps/api/src/features/identity/user-accounts.service.js';
import type { RequestContext, RoleName } from '../../apps/api/src/platform/context/request-context.js';
import type { Feature } from '../../apps/api/src/platform/feature.js';
import { QueueWorker } from '../../apps/api/src/platform/jobs/queue-worker.js';
import { createLogger } from '../../apps/api/src/platform/observability/logger.js';
import type { PlatformOptions } from '../../apps/api/src/platform/platform.module.js';
import { WorkerModule } from '../../apps/api/src/worker.module.js';
import { newOrganisation, openTestDatabase, type TestDatabase } from './test-database.js';

export const TEST_PASSWORD = 'correct horse battery staple';

/** An answer whose shape the test itself asserts. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- typing every selection set twice would test nothing more
export type Loose = any;

export interface GraphqlAnswer<Data> {
  readonly data: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly string[];
    readonly extensions: { readonly code: string; readonly correlationId?: string };
  }[];
}

export interface TestPerson {
  readonly context: RequestContext;
  readonly email: string;
  /** `name=value`, for the header `cookie`. */
  readonly cookie: string;
}

export interface RunningApi {
  readonly app: NestExpressApplication;
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface TestApiOptions {
  /** Take jobs as well, in this process. */
  readonly worker?: boolean;
  /** Features besides the program's own, for tests of the platform. */
  readonly extraFeatures?: readonly Feature[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** The program on a database of this file's own, listening on a free port. */
export class TestApi {
  url!: string;
  db!: TestDatabase;
  app!: NestExpressApplication;
  private options!: PlatformOptions;
  private readonly closing: (() => Promise<void>)[] = [];

  async open({ worker = false, extraFeatures = [], environment = {} }: TestApiOptions): Promise<void> {
    const { handle, close } = await openTestDatabase();
    this.closing.unshift(close);
    this.db = handle;
    const settings = readSettings({
      NODE_ENV: 'test',
      DATABASE_URL: handle.runtimeUrl,
      YOTEI_WEB_DIR: 'test-output/no-web',
      YOTEI_LOG_LEVEL: process.env['YOTEI_LOG_LEVEL'] ?? 'silent',
      ...environment,
    });
    this.options = {
      settings,
      logger: createLogger(settings, 'test'),
      features: [...FEATURES, ...extraFeatures],
      processName: 'test',
    };
    const first = await this.another();
    this.app = first.app;
    this.url = first.url;
    if (worker) await this.startWorker();
  }

  /** One more api process' worth of program on the same database. */
  async another(): Promise<RunningApi> {
    const app = await createApi(this.options);
    await app.listen(0, '127.0.0.1');
    let closing: Promise<void> | undefined;
    const close = (): Promise<void> => (closing ??= app.close());
    this.closing.unshift(close);
    return { app, close, url: `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}` };
  }

  async startWorker(): Promise<INestApplicationContext> {
    const worker = await NestFactory.createApplicationContext(WorkerModule.with(this.options), {
      logger: false,
      abortOnError: false,
    });
    await worker.get(QueueWorker).start();
    this.closing.unshift(() => worker.close());
    return worker;
  }

  async close(): Promise<void> {
    for (const close of this.closing) await close();
  }

  async gql<Data = Record<string, unknown>>(
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    person?: Pick<TestPerson, 'cookie'>,
  ): Promise<GraphqlAnswer<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(person && { cookie: person.cookie }) },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphqlAnswer<Data>;
  }

  /** The data, or a failed test that shows the errors. */
  async data<Data>(
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    person?: Pick<TestPerson, 'cookie'>,
  ): Promise<Data> {
    const answer = await this.gql<Data>(query, variables, person);
    if (answer.errors || !answer.data) throw new Error(`GraphQL answered ${JSON.stringify(answer.errors)}`);
    return answer.data;
  }

  /** What the one field of the query or mutation answers. */
  async field(
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    person?: Pick<TestPerson, 'cookie'>,
  ): Promise<Loose> {
    return Object.values(await this.data<Record<string, Loose>>(query, variables, person))[0];
  }

  /** Somebody with these roles, in a new organisation unless one is given, signed in. */
  async person(roles: readonly RoleName[], organisation?: RequestContext): Promise<TestPerson> {
    const context = organisation ?? (await newOrganisation(this.db));
    const email = `${randomBytes(5).toString('hex')}@test.example`;
    const [userId] = await this.app
      .get(UserAccountsService, { strict: false })
      .create(context, [{ email, displayName: `Test ${roles[0]}`, password: TEST_PASSWORD, locale: 'en', roles }]);
    return { context: { ...context, userId: userId!, roles }, email, cookie: await this.signIn(email, TEST_PASSWORD) };
  }

  /** The session cookie, `name=value`. */
  async signIn(email: string, password: string): Promise<string> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query:
          'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { __typename } }',
        variables: { email, password },
      }),
    });
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
    if (!cookie) throw new Error(`sign-in of ${email} set no cookie: ${await response.text()}`);
    return cookie;
  }
}

/** Declares the program for the tests of this file. */
export function useTestApi(options: TestApiOptions = {}): TestApi {
  const api = new TestApi();
  beforeAll(() => api.open(options), 240_000);
  afterAll(() => api.close(), 240_000);
  return api;
}
