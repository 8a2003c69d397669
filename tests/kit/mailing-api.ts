import { CatchingMail } from './catching-mail.js';
import { useTestApi, type TestApi, type TestApiOptions } from './test-api.js';

/** Declares the program, and the mail server it sends through, for the tests of this file. */
export function useMailingApi(options: TestApiOptions = {}): { readonly api: TestApi; readonly mail: CatchingMail } {
  const mail = new CatchingMail();
  const environment: Record<string, string> = {};
  // The address is known when the server listens; what a file adds to its settings may come as late.
  beforeAll(async () => {
    Object.assign(environment, options.environment, { YOTEI_SMTP_URL: await mail.open() });
  });
  const api = useTestApi({ ...options, environment });
  afterAll(() => mail.close());
  return { api, mail };
}
