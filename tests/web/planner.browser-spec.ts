import type { Browser } from 'playwright-core';
import home from '../../apps/web/src/app/locales/en/home.json' with { type: 'json' };
import { launchBrowser } from '../kit/browser.js';
import { openPage, openPalette } from '../kit/running-centre.js';

jest.setTimeout(360_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const LOOK = { language: 'en', theme: 'light' } as const;

/** Where the ladder leads, by what it says. */
const STEP_PATHS: Record<string, string> = {
  [home.doForecast]: '/demand',
  [home.doRequirement]: '/requirement',
  [home.doRoster]: '/roster',
  [home.doPublish]: '/roster',
  [home.open]: '/roster',
};

describe('a planner', () => {
  it('reaches every page by the keyboard alone, through the palette', async () => {
    const { page, goTo, errors } = await openPage(browser, LOOK, 'planner');
    await goTo('/');
    for (const [typed, heading] of [
      ['demand', 'Demand'],
      ['jobs', 'Jobs'],
      ['import', 'Import'],
      // What somebody new would call it leads to the unusual history of Demand.
      ['outlier', 'Demand'],
    ] as const) {
      await openPalette(page);
      // What fits best is marked while typing.
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    }
    expect(errors).toEqual([]);
  });

  it('opens the next unfinished step of a week from the ladder', async () => {
    const { page, goTo } = await openPage(browser, LOOK, 'planner');
    await goTo('/');
    // Other journeys may have taken any week further: the last one's link leads to the page of its own step.
    const link = page.getByRole('row').last().getByRole('link');
    const step = (await link.textContent())!;
    await link.click();
    const { [step]: path } = STEP_PATHS;
    await page.waitForURL((url) => url.pathname === path && /(week|from)=\d{4}-\d\d-\d\d/.test(url.search));
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  it('finds on the first page how to publish a week: the link opens its card, and one Escape leaves the board', async () => {
    const { page, goTo, errors } = await openPage(browser, LOOK, 'planner');
    await goTo('/');
    await page.getByRole('link', { name: 'Publish a week' }).click();
    const card = page.getByRole('dialog', { name: 'Publish the schedule' });
    await card.getByText('Intervals within').waitFor();
    expect(new URL(page.url()).pathname).toBe('/roster');
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
    await page.getByRole('grid').waitFor();
    expect(errors).toEqual([]);
  });

  it('raises a forecast with a reason, sees it in the list, and takes it back', async () => {
    const { page, goTo, errors } = await openPage(browser, LOOK, 'planner');
    await goTo('/demand');
    await page.getByRole('button', { name: 'Later' }).click();
    await page.getByRole('button', { name: 'Add to the draft' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('Newsletter goes out');
    await page.keyboard.press('Enter');
    const edit = page.getByRole('listitem').filter({ hasText: 'Newsletter goes out' }).first();
    await edit.getByText('Contacts +10%').waitFor();
    await edit.getByRole('button', { name: /^Undo: Contacts/ }).click();
    await page.getByText(/edits? taken back/).waitFor();
    expect(errors).toEqual([]);
  });

  it.each(['Day', 'Week', '4 weeks'])('sees history and forecast over a %s', async (zoom) => {
    const { page, goTo, errors } = await openPage(browser, LOOK, 'planner');
    await goTo('/demand');
    await page.getByRole('radio', { name: zoom, exact: true }).click();
    await page.locator('figure canvas').first().waitFor({ state: 'attached' });
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('refuses an edit without a reason', async () => {
    const { page, goTo } = await openPage(browser, LOOK, 'planner');
    await goTo('/demand');
    await page.getByRole('button', { name: 'Add to the draft' }).click();
    const reason = page.getByRole('textbox', { name: 'Reason' });
    await reason.press('Enter');
    await page.locator('[aria-invalid="true"]').waitFor();
    expect(await page.getByRole('form', { name: 'Keep the draft' }).count()).toBe(1);
  });

  it('sees why an interval needs its agents', async () => {
    const { page, goTo, errors } = await openPage(browser, LOOK, 'planner');
    await goTo('/requirement');
    const cell = page.getByRole('button', { name: /Open the calculation/ }).nth(8);
    const agents = Number((await cell.textContent()) ?? '');
    await cell.click();
    const why = page.getByRole('complementary');
    await why.getByRole('heading', { name: new RegExp(`^Why ${agents} agents?\\?$`) }).waitFor();
    await why.getByText(/The forecast expects/).waitFor();
    await why.getByText(/Rounded up/).waitFor();
    expect(await why.getByRole('table').getByRole('row').count()).toBeGreaterThan(1);
    expect(errors).toEqual([]);
  });

  it('starts a forecast, follows its job live, and finds it in the list', async () => {
    const { page, goTo, errors } = await openPage(browser, LOOK, 'planner');
    await goTo('/demand');
    await page.getByRole('button', { name: 'Forecast…' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Forecast…' });
    await dialog.getByRole('button', { name: 'Start' }).click();
    await dialog.getByText('Done').waitFor({ timeout: 240_000 });
    await page.keyboard.press('Escape');
    await goTo('/jobs');
    await page.getByRole('row').filter({ hasText: 'Forecast' }).filter({ hasText: 'Done' }).first().waitFor();
    expect(errors).toEqual([]);
  });
});
