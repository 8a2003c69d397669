import type { Browser } from 'playwright-core';
import { axeReport as report, type AxeFinding } from '../kit/axe-report.js';
import { launchBrowser, type Look } from '../kit/browser.js';
import { openPage, openPalette, type DemoRole } from '../kit/running-centre.js';

jest.setTimeout(300_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
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
const LOOKS: readonly Look[] = (['light', 'dark'] as const).flatMap((theme) =>
  (['en', 'ja'] as const).map((language): Look => ({ theme, language })),
);

async function check(look: Look, role: DemoRole | undefined, paths: readonly string[]): Promise<void> {
  const { page, goTo } = await openPage(browser, look, role);
  const found: (AxeFinding & { readonly path: string })[] = [];
  for (const path of paths) {
    await goTo(path);
    const { passes, findings } = await report(page);
    expect(passes).toBeGreaterThan(5);
    found.push(...findings.map((finding) => ({ path, ...finding })));
  }
  await page.context().close();
  expect(found).toEqual([]);
}

describe.each(LOOKS)('axe, $theme theme, $language', (look) => {
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
    expect((await report(page)).findings).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Forecast…' }).first().click();
    await page.getByRole('dialog').waitFor();
    expect((await report(page)).findings).toEqual([]);
    await goTo('/requirement');
    await page
      .getByRole('button', { name: /Open the calculation/ })
      .first()
      .click();
    await page.getByText(/The forecast expects/).waitFor();
    expect((await report(page)).findings).toEqual([]);
  });

  it.each(LOOKS)(
    'finds nothing in the staffing settings and the what-if field, $theme theme, $language',
    async (look) => {
      const { page, goTo } = await openPage(browser, look, 'planner');
      await goTo('/requirement?formula=true&show=chance');
      await page.locator('.y-formula-functions summary').click();
      await page.locator('.y-heat-cell').nth(12).click();
      await page.locator('.y-steps').waitFor();
      await page.locator('.y-why summary').first().click();
      expect((await report(page)).findings).toEqual([]);
      await page.locator('.y-queue-summary button').first().click();
      await page.locator('.y-settings').waitFor();
      expect((await report(page)).findings).toEqual([]);
      await page.context().close();
    },
  );

  it.each(LOOKS)('finds nothing in the editor of a KPI on a phone, $theme theme, $language', async (look) => {
    const { page, goTo } = await openPage(browser, { ...look, width: 390, height: 844 }, 'planner');
    await goTo('/measures');
    await page.locator('.y-toolbar .y-button-primary').click();
    await page.locator('.y-formula-input').fill('abandoned / ofered');
    await page.locator('.y-formula-place').waitFor();
    await page.locator('.y-formula-functions summary').click();
    expect((await report(page)).findings).toEqual([]);
    await page.context().close();
  });
});
