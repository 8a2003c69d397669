import type { Browser } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { axeReport } from '../kit/axe-report.js';
import { openPage } from '../kit/running-centre.js';

jest.setTimeout(360_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('a planner who chooses the law of a site', () => {
  it('reads what it asks for, tests it on last month, keeps it from a far day and takes it back', async () => {
    const { page, goTo, errors } = await openPage(browser, { language: 'en', theme: 'light' }, 'planner');
    await goTo('/setup?part=law');
    await page.getByRole('button', { name: /Law pack$/ }).click();
    await page.getByRole('option', { name: 'Germany' }).click();
    await page.getByText('Between two shifts lie at least 11 hours').waitFor();
    await page.getByText('ArbZG section 5 (de.daily_rest)').waitFor();
    await page.getByText('Not verified').first().waitFor();
    expect((await axeReport(page)).findings).toEqual([]);

    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText(/\d+ people, \d+ shifts\./).waitFor();

    // From a day on which no other journey plans, so that nobody is judged by it.
    await page.getByLabel('Kept from').fill('2099-01-01');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(/ saved$/).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back').waitFor();
    await page.getByText('Only your own rules are judged here.').waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('is asked for a person before a report is made', async () => {
    const { page, goTo, errors } = await openPage(browser, { language: 'ja', theme: 'dark' }, 'planner');
    await goTo('/setup?part=law-report');
    await page.getByText('対象者が選ばれていません').waitFor();
    await page.getByRole('button', { name: /対象者/ }).click();
    await page.getByRole('option').first().click();
    await page.getByText('この人の拠点には法令パックがありません。').waitFor();
    expect((await axeReport(page)).findings).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
