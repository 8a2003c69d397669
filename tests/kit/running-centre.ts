import type { Browser, BrowserContext, Page } from 'playwright-core';
import { addJapaneseFont, openContext, type Look } from './browser.js';

export type DemoRole = 'planner' | 'manager' | 'agent' | 'supervisor' | 'admin';

interface PublicInfo {
  readonly signIns: readonly { readonly email: string; readonly password: string; readonly role: string }[];
}

/** Address of the centre the browser project started; see `browser-global-setup.mjs`. */
export function centreUrl(): string {
  const url = process.env['YOTEI_TEST_CENTRE'];
  if (!url) throw new Error('YOTEI_TEST_CENTRE (not set) must name a running centre; run the browser project of jest');
  return url;
}

/** Signs a context in without the page, as the role's demo person. */
export async function signInAs(context: BrowserContext, role: DemoRole): Promise<void> {
  const url = centreUrl();
  const info = (await (await context.request.get(`${url}/api/public-info`)).json()) as PublicInfo;
  const person = info.signIns.find((one) => one.role === role.toUpperCase());
  if (!person)
    throw new Error(`role (${role}) must have a demo sign-in; there are ${info.signIns.map((one) => one.role).join()}`);
  const query = 'mutation($email:String!,$password:String!){signIn(email:$email,password:$password){__typename}}';
  const answer = await context.request.post(`${url}/graphql`, {
    headers: { origin: url, 'apollo-require-preflight': 'true' },
    data: { query, variables: { email: person.email, password: person.password } },
  });
  if (!(await answer.text()).includes('SignedIn'))
    throw new Error(`sign-in of ${person.email} failed: ${await answer.text()}`);
}

/** A page of the running centre, signed in when a role is given; what it logs as an error is collected. */
export async function openPage(
  browser: Browser,
  look: Look,
  role?: DemoRole,
): Promise<{
  readonly page: Page;
  readonly errors: readonly string[];
  readonly goTo: (path: string) => Promise<void>;
}> {
  const context = await openContext(browser, look);
  if (role) await signInAs(context, role);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const goTo = async (path: string) => {
    await page.goto(`${centreUrl()}${path}`);
    await page.locator('main').waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'hidden' });
    if (look.language === 'ja') await addJapaneseFont(page);
  };
  return { page, errors, goTo };
}

/** Ctrl+K on a planner's page, once the header that listens for it has come; texts in English. */
export async function openPalette(page: Page): Promise<void> {
  await page.getByText('Search or do…').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Commands' }).waitFor();
}
