import type { Browser } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { openPage } from '../kit/running-centre.js';

jest.setTimeout(360_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('a manager who asks how many gave up', () => {
  it('adds a KPI, sees it, breaks it and is shown where, deletes it and takes that back', async () => {
    const { page, goTo, errors } = await openPage(browser, { language: 'en', theme: 'light' }, 'manager');
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
    await dialog.getByLabel('Formula', { exact: true }).fill('abandoned / offered');
    await dialog.getByText(`= ${abandonment}`).waitFor();
    await dialog.getByLabel('Formula', { exact: true }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await value('Gave up').filter({ hasText: abandonment! }).waitFor();

    await page.getByRole('button', { name: 'Change Gave up' }).click();
    const change = page.getByRole('dialog', { name: 'Change a KPI' });
    await change.getByLabel('Formula', { exact: true }).fill('abandoned / ofered');
    expect(await change.locator('mark').textContent()).toBe('ofered');
    const save = change.getByRole('button', { name: 'Save' });
    expect(await save.isDisabled()).toBe(true);
    // The live preview computes what is typed: nothing of it may run.
    for (const hostile of [
      'while(true){}',
      '({}).__proto__.polluted = 1',
      'sum(map(1:1e9, f(x) = x))',
      '('.repeat(900),
    ]) {
      await change.getByLabel('Formula', { exact: true }).fill(hostile);
      expect(await save.isDisabled()).toBe(true);
    }
    expect(await page.evaluate(() => 'polluted' in Object.prototype)).toBe(false);
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

  it('opens a number down to its rows, sets a target, notes what happened, and imports what surveys said', async () => {
    const { page, goTo, errors } = await openPage(browser, { language: 'en', theme: 'light' }, 'manager');
    await goTo('/measures?weeks=1&by=DAY&cut=QUEUE');
    await page.getByRole('button', { name: 'Abandonment', exact: true }).click();
    const detail = page.getByRole('dialog', { name: 'Abandonment' });
    await detail.getByText('Left while waiting, of all offered').waitFor();
    await detail.getByRole('table', { name: 'Rows beneath' }).waitFor();
    await detail.getByLabel('Kind').click();
    await page.getByRole('option', { name: 'At most' }).click();
    await detail.getByLabel('Value').fill('1.5');
    await detail.getByRole('button', { name: 'Set target' }).click();
    await detail.getByText(/at most 1.5% from/).waitFor();
    await detail.getByRole('button', { name: /Delete target at most 1.5%/ }).click();
    await detail.getByText(/at most 1.5% from/).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');

    const told = `Outage ${Date.now()}`;
    await page.getByRole('textbox', { name: 'What happened' }).fill(told);
    await page.getByRole('button', { name: 'Note it' }).click();
    await page.getByText(told).waitFor();
    await page.getByRole('button', { name: `Delete note: ${told}` }).click();
    await page.getByText(told).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Import facts' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import facts' });
    const table = 'Date,Survey Answers,Happy\n2024-02-05,40,30\n2024-02-06,many,1\n';
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'survey.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await dialog.getByLabel('Happy', { exact: true }).click();
    await page.getByRole('option', { name: /^“satisfied”/ }).click();
    await dialog.getByRole('button', { name: 'Try it' }).click();
    await dialog.getByText('2 rows read: 1 good, 1 left out.').waitFor();
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await goTo('/measures?weeks=1&from=2024-02-05');
    const satisfied = page.getByRole('listitem').filter({ hasText: 'Customer satisfaction, “satisfied” only' });
    await satisfied.getByText('75%').waitFor();
    expect(errors).toEqual([]);
  });
});
