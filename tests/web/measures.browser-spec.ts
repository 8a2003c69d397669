import type { Browser } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { openPage } from '../kit/running-centre.js';

jest.setTimeout(180_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('a planner who asks how many gave up', () => {
  it('adds a KPI, sees it, breaks it and is shown where, deletes it and takes that back', async () => {
    const { page, goTo, errors } = await openPage(browser, { language: 'en', theme: 'light' }, 'planner');
    await goTo('/measures');
    const value = (title: string) =>
      page
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
        .locator('.y-kpi-value');
    const abandonment = await value('Abandonment').textContent();
    expect(abandonment).toMatch(/^[\d.]+%$/);

    await page.getByRole('button', { name: 'Add a KPI' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a KPI' });
    await dialog.getByLabel('Title').fill('Gave up');
    await dialog.getByLabel('Formula').fill('abandoned / offered');
    await dialog.getByText(`= ${abandonment}`).waitFor();
    await dialog.getByLabel('Formula').press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await value('Gave up').waitFor();
    expect(await value('Gave up').textContent()).toBe(abandonment);

    await page.getByRole('button', { name: 'Change Gave up' }).click();
    const change = page.getByRole('dialog', { name: 'Change a KPI' });
    await change.getByLabel('Formula').fill('abandoned / ofered');
    expect(await change.locator('mark').textContent()).toBe('ofered');
    expect(await change.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await change.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Delete Gave up' }).click();
    await value('Gave up').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await value('Gave up').waitFor();
    // The centre is left as it was found.
    await page.getByRole('button', { name: 'Delete Gave up' }).click();
    await value('Gave up').waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });
});
