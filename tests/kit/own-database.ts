import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { useTestApi, type TestApi, type TestApiOptions } from './test-api.js';

/** {@link useTestApi} in a project without a database for its files: one is started before the program, and ends after it. */
export function useTestApiOfItsOwn(options: TestApiOptions): TestApi {
  const child = fork(join(__dirname, 'own-database.server.mjs'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const told = once(child, 'message') as Promise<[string]>;
  beforeAll(async () => {
    [process.env['YOTEI_TEST_DATABASE']] = await told;
  }, 120_000);
  const api = useTestApi(options);
  afterAll(async () => {
    const ended = once(child, 'exit');
    child.disconnect();
    await ended;
  }, 60_000);
  return api;
}
