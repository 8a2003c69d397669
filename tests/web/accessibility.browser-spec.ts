import type { Browser, Page } from 'playwright-core';
import { axeReport, type AxeFinding } from '../kit/axe-report.js';
import { launchBrowser, type Look } from '../kit/browser.js';
import { openPage, openPalette, type DemoRole } from '../kit/running-centre.js';

jest.setTimeout(360_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(() => browser.close());

const PLANNER_PAGES = [
  '/',
  '/import',
  '/demand',
  '/demand?view=grid',
  '/demand?view=table',
  '/demand/accuracy',
  '/demand/days',
  '/demand/days?view=unusual',
  '/demand/long-range',
  '/demand/long-range?shape=parts',
  '/demand/long-range?shape=table&all=true',
  '/requirement',
  '/roster',
  '/live',
  '/measures',
  '/scenarios',
  '/reports',
  '/requests',
  '/jobs',
  '/setup',
  '/setup?part=teams',
  '/setup?part=sites',
  '/setup?part=queues',
  '/setup?part=time-off',
  '/setup?part=contracts',
  '/setup?part=templates',
  '/setup?part=activities',
  '/setup?part=rules',
  '/setup?part=team-rules',
  '/me',
];
/** What only administrators and managers may change. */
const ADMIN_PAGES = ['/setup?part=costs', '/setup?part=users'];
const AGENT_PAGES = ['/my-week', '/requests', '/me'];
const THEMES = ['light', 'dark'] as const;
const LANGUAGES = ['en', 'ja'] as const;

/** Looks at what is shown in both themes, which follow the device at once. */
async function inBothThemes(page: Page): Promise<AxeFinding[]> {
  const found: AxeFinding[] = [];
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    const { passes, findings } = await axeReport(page);
    expect(passes).toBeGreaterThan(5);
    found.push(...findings.map(({ rule, element }) => ({ rule: `${rule}, ${theme}`, element })));
  }
  return found;
}

async function check(look: Look, role: DemoRole | undefined, paths: readonly string[]): Promise<void> {
  const { page, goTo } = await openPage(browser, look, role);
  const found: (AxeFinding & { readonly path: string })[] = [];
  for (const path of paths) {
    await goTo(path);
    found.push(...(await inBothThemes(page)).map((finding) => ({ path, ...finding })));
  }
  expect(found).toEqual([]);
}

describe.each(LANGUAGES)('axe in both themes, %s', (language) => {
  const look: Look = { language, theme: 'light' };
  it('is looked at in the dark when the device is dark', async () => {
    const { page, goTo } = await openPage(browser, look);
    await goTo('/sign-in');
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background()).not.toBe(light);
  });
  it('finds nothing on the sign-in page', () => check(look, undefined, ['/sign-in']));
  it('finds nothing on the pages of a planner', () => check(look, 'planner', PLANNER_PAGES));
  it('finds nothing on the pages of money and people', () => check(look, 'admin', ADMIN_PAGES));
  it('finds nothing on the pages of an agent with a phone', () =>
    check({ ...look, width: 390, height: 844 }, 'agent', AGENT_PAGES));
});

describe('axe on what opens', () => {
  it('finds nothing in the palette, the forecast dialog and the calculation of an interval', async () => {
    const { page, goTo } = await openPage(browser, { theme: 'light', language: 'en' }, 'planner');
    await goTo('/demand');
    await openPalette(page);
    expect((await axeReport(page)).findings).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Forecast…' }).first().click();
    await page.getByRole('dialog').waitFor();
    expect((await axeReport(page)).findings).toEqual([]);
    await goTo('/requirement');
    await page
      .getByRole('button', { name: /Open the calculation/ })
      .first()
      .click();
    await page.getByText(/The forecast expects/).waitFor();
    expect((await axeReport(page)).findings).toEqual([]);
  });

  it.each(LANGUAGES)(
    'finds nothing in the staffing settings and the what-if field in either theme, %s',
    async (language) => {
      const { page, goTo } = await openPage(browser, { language, theme: 'light' }, 'planner');
      await goTo('/requirement?formula=true&show=chance');
      await page.locator('.y-formula-functions summary').click();
      await page.locator('.y-heat-cell').nth(12).click();
      await page.locator('.y-steps').waitFor();
      await page.locator('.y-why summary').first().click();
      expect(await inBothThemes(page)).toEqual([]);
      await page.locator('.y-queue-summary button').first().click();
      await page.locator('.y-settings').waitFor();
      expect(await inBothThemes(page)).toEqual([]);
    },
  );

  it.each(LANGUAGES)('finds nothing in the editor of a KPI on a phone in either theme, %s', async (language) => {
    const { page, goTo } = await openPage(browser, { language, theme: 'light', width: 390, height: 844 }, 'planner');
    await goTo('/measures');
    await page.locator('.y-toolbar .y-button-primary').click();
    await page.locator('.y-formula-input').fill('abandoned / ofered');
    await page.locator('.y-formula-place').waitFor();
    await page.locator('.y-formula-functions summary').click();
    expect(await inBothThemes(page)).toEqual([]);
  });
});
