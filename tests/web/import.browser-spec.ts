import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { openPage } from '../kit/running-centre.js';

jest.setTimeout(360_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** 20 days of 16 half-hours; row 15 has no count and row 41 a word for one (the header is record 1). */
function historyFile(): string {
  const rows = Array.from({ length: 320 }, (_, index) => {
    const at = new Date(Date.UTC(2026, 8, 1 + Math.floor(index / 16), 9, (index % 16) * 30));
    const offered = index === 13 ? '' : index === 39 ? 'many' : String(5 + (index % 9));
    return `${at.toISOString().slice(0, 16).replace('T', ' ')},ニュースレター,${offered},900`;
  });
  return ['when it began,team,offered,total_handle_seconds', ...rows].join('\r\n');
}

async function chooseFile(page: Page): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file' }).click(),
  ]);
  await chooser.setFiles({ name: '件数 2026.csv', mimeType: 'text/csv', buffer: Buffer.from(historyFile(), 'utf8') });
}

async function map(page: Page, field: string, column: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${field}`) }).click();
  await page.getByRole('option', { name: column, exact: true }).click();
}

describe('importing a history file', () => {
  it('shows what is in it, asks for what it cannot guess, loads it and gives back the bad rows', async () => {
    const { page, goTo, errors } = await openPage(browser, { language: 'en', theme: 'light' }, 'planner');
    await goTo('/import');
    await chooseFile(page);
    await page.getByRole('heading', { name: '件数 2026.csv' }).waitFor();
    await page.getByRole('cell', { name: 'ニュースレター' }).first().waitFor();
    expect(await page.getByRole('button', { name: 'Load the file' }).isDisabled()).toBe(true);
    await map(page, 'Start of the interval', 'when it began');
    await map(page, '^Queue|Queue$', 'team');
    await page.getByRole('button', { name: 'Load the file' }).click();
    const run = page.getByRole('row').filter({ hasText: '件数 2026.csv' }).first();
    await run.getByText('Done').waitFor({ timeout: 240_000 });
    // 320 rows, two of them bad: 318.
    await run.getByText('318').first().waitFor();
    await run.getByRole('button', { name: '2 rows' }).click();
    await page.getByText('not a number').waitFor();
    await page.keyboard.press('Escape');
    const rejects = await page.request.get(
      new URL((await run.getByRole('link').getAttribute('href')) ?? '', page.url()).href,
    );
    expect((await rejects.text()).trim().split('\r\n')).toHaveLength(3);
    expect(errors).toEqual([]);
  });

  it('remembers the columns of a file it has seen', async () => {
    const { page, goTo } = await openPage(browser, { language: 'en', theme: 'light' }, 'planner');
    await goTo('/import');
    await chooseFile(page);
    await page.getByText('as last time').waitFor();
    expect(await page.getByRole('button', { name: 'Load the file' }).isDisabled()).toBe(false);
  });

  it('changes nothing when the same file is loaded again', async () => {
    const { page, goTo } = await openPage(browser, { language: 'en', theme: 'light' }, 'planner');
    await goTo('/import');
    await chooseFile(page);
    await page.getByRole('button', { name: 'Load the file' }).click();
    const run = page.getByRole('row').filter({ hasText: '件数 2026.csv' });
    await run.nth(1).waitFor();
    await run.first().getByText('Done').waitFor({ timeout: 240_000 });
    expect(await run.first().getByRole('cell').nth(4).textContent()).toBe('0');
  });
});
