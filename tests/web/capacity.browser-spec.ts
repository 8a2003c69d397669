import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { axeReport } from '../kit/axe-report.js';
import { launchBrowser } from '../kit/browser.js';
import { openPage } from '../kit/running-centre.js';

jest.setTimeout(360_000);
let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), 'yotei-capacity-'));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const showPart = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).click({ force: true });
const tile = (page: Page, name: string) =>
  page.locator('.y-capacity-summary dl > div').filter({ hasText: name }).locator('dd');

describe('a manager who plans people for eighteen months', () => {
  it('copies the plan, types, undoes, takes a hiring plan, compares, and has it in Excel and back', async () => {
    const { page, goTo, errors } = await openPage(browser, { language: 'en', theme: 'light' }, 'manager');
    await goTo('/capacity');
    await page.getByRole('button', { name: 'Copy…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Copy…' });
    await dialog.getByLabel('Title').fill('Journey of capacity');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Saved, version 1').waitFor();

    // A cell typed over changes what comes of it, and Ctrl+Z gives it back.
    const cost = await tile(page, 'Cost').textContent();
    await showPart(page, 'Weeks');
    const grid = page.getByRole('grid', { name: /assumptions and results by week/ });
    await grid.focus();
    await page.keyboard.type('99000');
    await page.keyboard.press('Enter');
    await page.getByText('Saved, version 2').waitFor();
    await tile(page, 'Cost').filter({ hasNotText: cost! }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Saved, version 3').waitFor();
    await tile(page, 'Cost').filter({ hasText: cost! }).waitFor();

    // A class goes to another week by the keyboard, as it would by hand.
    await showPart(page, 'Chart');
    const marker = page.getByRole('group', { name: 'Hiring classes by week' }).getByRole('button').first();
    const before = await marker.getAttribute('aria-label');
    await marker.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      ([from]) => document.querySelector('.y-class-marker')?.getAttribute('aria-label') !== from,
      [before] as const,
    );

    await showPart(page, 'Hiring');
    await page.getByRole('button', { name: 'Propose a hiring plan…' }).click();
    const propose = page.getByRole('dialog', { name: 'Propose a hiring plan' });
    await propose.getByText('Think anew', { exact: true }).click();
    await propose.getByRole('button', { name: 'Propose', exact: true }).click();
    await propose.getByText(/No plan can be more than .+ cheaper/).waitFor({ timeout: 240_000 });
    expect(await propose.getByText(/^Hire \d+ for .+ starting/).count()).toBeGreaterThan(1);
    await propose.getByRole('button', { name: /^Take all \d+/ }).click();
    await propose.waitFor({ state: 'detached' });
    await page.getByText(/Saved, version/).waitFor();
    expect(await page.locator('.y-class-row').count()).toBeGreaterThan(1);

    await showPart(page, 'Compare');
    await page.getByText(/^“Journey of capacity” costs .+ than/).waitFor();
    await page.getByRole('table', { name: 'Both plans by quarter' }).waitFor();

    await page.getByRole('button', { name: 'Files' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Save as Excel' }).click(),
    ]);
    const file = join(folder, 'plan.xlsx');
    await download.saveAs(file);
    await page.setInputFiles('input[type=file]', file);
    const read = page.getByRole('dialog', { name: 'Read assumptions' });
    await read.getByText(/^[\d,]+ numbers were read; none differs/).waitFor();
    await read.getByRole('button', { name: 'Cancel' }).click();
    const lines = 'Group,Row,2027-01-04\nNowhere,Contacts,5\n';
    await page.setInputFiles('input[type=file]', { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(lines) });
    await read.getByText('Row 2, column 1: no group "Nowhere"').waitFor();
    await read.getByRole('button', { name: 'Cancel' }).click();

    // The centre is left as it was found.
    await page.getByRole('button', { name: 'Put aside' }).click();
    await page.getByText('The plan was put aside.').waitFor();
    expect(errors).toEqual([]);
  });

  it('reads it in Japanese on a phone, with nothing beyond the edge', async () => {
    const { page, goTo, errors } = await openPage(
      browser,
      { language: 'ja', theme: 'dark', width: 390, height: 844 },
      'manager',
    );
    await goTo('/capacity');
    await page.getByText(/の週までの費用は/).waitFor();
    await showPart(page, '採用');
    await page.getByText(/から\d+人を採用します。/).first().waitFor(); // prettier-ignore
    await showPart(page, 'グラフ');
    await page.getByText(/差が最も大きいのは/).first().waitFor(); // prettier-ignore
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('is readable for everybody in each of its views, %s', async (theme) => {
    const { page, goTo } = await openPage(browser, { language: 'en', theme }, 'manager');
    for (const part of ['chart', 'grid', 'hiring', 'terms', 'compare']) {
      await goTo(`/capacity?part=${part}`);
      await page.getByRole('region', { name: 'The plan at a glance' }).waitFor();
      const { findings } = await axeReport(page);
      expect(findings.map((finding) => ({ part, ...finding }))).toEqual([]);
    }
  });
});
