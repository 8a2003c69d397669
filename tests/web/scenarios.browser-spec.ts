import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { addDays, localDateOf, weekStartOf } from '@yotei/time';
import type { Browser, Download, Page } from 'playwright-core';
import { messages as en } from '../../apps/web/src/app/locales/en/index.js';
import { messages as ja } from '../../apps/web/src/app/locales/ja/index.js';
import { launchBrowser } from '../kit/browser.js';
import { openPage } from '../kit/running-centre.js';

jest.setTimeout(360_000);
let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yotei-what-if-'));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

type Figures = Readonly<Record<string, number | null | Readonly<Record<string, number>>>>;

/** Figures of the screen, and where `yotei what-if --json` has them. */
const FIGURES: Readonly<Record<string, (figures: Figures) => unknown>> = {
  requiredHours: (it) => it['required_hours'],
  requiredPaidHours: (it) => it['required_paid_hours'],
  peakAgents: (it) => it['peak_agents_to_roster'],
  requiredFte: (it) => it['required_fte'],
  serviceLevel: (it) => it['service_level'],
  occupancy: (it) => it['occupancy'],
  chanceToMeet: (it) => it['chance_to_meet'],
  cost: (it) => (it['cost'] as Readonly<Record<string, number>> | null)?.['total'],
  requiredCost: (it) => (it['required_cost'] as Readonly<Record<string, number>> | null)?.['total'],
  abandonment: (it) => it['abandonment'],
  asa: (it) => it['asa_seconds'],
  missedIntervals: (it) => it['missed_intervals'],
  contacts: (it) => it['contacts'],
  handleTime: (it) => it['average_handle_seconds'],
  botContacts: (it) => it['bot_contacts'],
  workingHours: (it) => it['working_hours'],
};

interface WhatIf {
  readonly changes: readonly unknown[];
  readonly sentences: readonly string[];
  readonly base: { readonly total: Figures };
  readonly scenario: { readonly total: Figures };
}

async function kept(download: Promise<Download>, name: string): Promise<string> {
  const path = join(folder, name);
  await (await download).saveAs(path);
  return path;
}

/** Runs the very line the page shows, on the files it offers. */
async function onTheCommandLine(page: Page, texts: typeof en.scenarios): Promise<WhatIf> {
  await page.getByRole('button', { name: texts.share }).click();
  await page.getByRole('menuitem', { name: texts.showCommand }).click();
  const dialog = page.getByRole('dialog', { name: texts.commandTitle });
  const command = (await dialog.locator('pre').textContent()) ?? '';
  for (const [name, text] of [
    ['base.json', texts.downloadBase],
    ['changes.json', texts.downloadChanges],
  ] as const) {
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: text }).click();
    await kept(download, name);
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const [npx, yotei, ...rest] = command.trim().split(/\s+/);
  expect([npx, yotei]).toEqual(['npx', 'yotei']);
  const cli = join(process.cwd(), 'apps/cli/bin/yotei.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [cli, ...rest, '--json'], {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as WhatIf;
}

/** Every figure on the screen, by its id: what it carries, not what it rounds to. */
async function shownFigures(page: Page, part: 'value' | 'base'): Promise<Record<string, string>> {
  const tiles = await page.locator('.y-scn-tile').all();
  const pairs = await Promise.all(
    tiles.map(
      async (tile) => [await tile.getAttribute('data-figure'), await tile.getAttribute(`data-${part}`)] as const,
    ),
  );
  return Object.fromEntries(
    pairs.map(([figure, value]) => [figure!, value !== null && Number.isFinite(Number(value)) ? value : UNKNOWN]),
  );
}

/** What is no finite number (not known, or a queue that nobody ever answers) is null on the command line. */
const UNKNOWN = 'NaN';
const asShown = (value: unknown) => String(value ?? UNKNOWN);

describe.each([
  ['en', en.scenarios],
  ['ja', ja.scenarios as typeof en.scenarios],
] as const)('a manager who asks what happens if, in %s', (language, texts) => {
  it('has five questions answered, and the command line says the same to the last digit', async () => {
    const { page, goTo, errors } = await openPage(browser, { language, theme: 'light' }, 'manager');
    const asked = [texts.askVolume, texts.askHandleTime, texts.askChatbot, texts.askSick, texts.askGoal];
    for (const question of asked) {
      await goTo('/scenarios');
      await page.locator('[data-figure="requiredHours"]').waitFor();
      await page.getByRole('button', { name: question, exact: true }).click();
      await page.waitForURL(/scenario=/);
      await page.getByRole('button', { name: texts.moreFigures }).click();
      await page.getByText(texts.saved, { exact: true }).waitFor();
      const told = await onTheCommandLine(page, texts);
      expect(told.changes).toHaveLength(1);
      for (const [part, answer] of [
        ['value', told.scenario.total],
        ['base', told.base.total],
      ] as const) {
        const expected = Object.entries(FIGURES).map(([id, of]) => [id, asShown(of(answer))]);
        expect(await shownFigures(page, part)).toEqual(Object.fromEntries(expected));
      }
      expect(told.sentences).toHaveLength(3);
      expect(await page.getByRole('region', { name: texts.sentences }).locator('p').count()).toBe(3);
      // The centre is left as it was found.
      await page
        .locator('.y-scn-node[data-selected]')
        .getByRole('button', { name: /^(Delete|「.*」を削除)/ })
        .click();
      await page.waitForURL((url) => !url.searchParams.has('scenario'));
    }
    expect(errors).toEqual([]);
  });
});

describe.each([
  ['en', en.scenarios],
  ['ja', ja.scenarios as typeof en.scenarios],
] as const)('a planner who takes a scenario over, in %s', (language, texts) => {
  it('sees what will be written, writes it, takes it back, and has it played contact by contact', async () => {
    const { page, goTo, errors } = await openPage(browser, { language, theme: 'light' }, 'planner');
    await goTo('/scenarios');
    await page.locator('[data-figure="requiredHours"]').waitFor();
    const base = await shownFigures(page, 'base');
    await page.getByRole('button', { name: texts.askChatbot, exact: true }).click();
    await page.waitForURL(/scenario=/);
    await page.getByText(texts.saved, { exact: true }).waitFor();
    await page.getByRole('button', { name: texts.promote }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('img', { name: texts.willBePromoted }).first().waitFor();
    // Contacts before and after.
    await dialog.getByText('→').first().waitFor();
    await dialog.getByRole('button', { name: texts.promoteNow, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.y-toast').getByRole('button').first().click();
    await page.getByText(texts.promotionUndone).waitFor();
    const name = (await page.locator('.y-scn-bar h2').textContent()) ?? '';
    await page.locator('.y-scn-node[data-selected] .y-checkbox').click();
    await page.getByRole('button', { name: texts.simulate }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
    const played = page.getByRole('table', { name: texts.simulated });
    await played.locator('[data-value]').first().waitFor({ timeout: 240_000 });
    expect(await played.locator('tbody tr').count()).toBeGreaterThan(1);
    // The mean of a queue with the ends of its interval.
    expect(await played.locator('[data-value]').first().textContent()).toMatch(/\(.+–.+\)/);
    await page.getByRole('radio', { name: texts['views.answer'] }).click();
    await page.locator('[data-figure="requiredHours"]').waitFor();
    expect(await shownFigures(page, 'base')).toEqual(base);
    await page
      .locator('.y-scn-node[data-selected]')
      .getByRole('button', { name: /^(Delete|「.*」を削除)/ })
      .click();
    await page.waitForURL((url) => !url.searchParams.has('scenario'));
    expect(errors).toEqual([]);
  });
});

describe('a planner who has a scenario rostered', () => {
  it('has a new roster made beyond the weeks of the forecast, and opens it on the board as a draft', async () => {
    const { page, goTo, errors } = await openPage(browser, { language: 'en', theme: 'light' }, 'planner');
    const texts = en.scenarios;
    // A week nobody plans, told by the forecast far ahead. The page gives a roster a minute; here it has less.
    const week = addDays(weekStartOf(localDateOf(Date.now(), 'Asia/Tokyo')), 28);
    await page.route('**/graphql', (route) => {
      const sent = route.request().postData() ?? '';
      return route.continue({
        postData: sent.replace('startScenarioRoster(id: $id)', 'startScenarioRoster(id: $id, seconds: 5)'),
      });
    });
    await goTo(`/scenarios?from=${week}`);
    await page.locator('[data-figure="requiredHours"]').waitFor();
    await page.getByRole('button', { name: texts.askVolume, exact: true }).click();
    await page.waitForURL(/scenario=/);
    await page.getByText(texts.saved, { exact: true }).waitFor();
    const scenario = page.url();
    const name = (await page.locator('.y-scn-bar h2').textContent()) ?? '';
    await page.locator('.y-scn-node[data-selected] .y-checkbox').click();
    await page.getByRole('button', { name: texts.reRoster }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
    const made = page.getByRole('table', { name: texts.newRosters });
    await made.locator('[data-value]').first().waitFor({ timeout: 240_000 });
    await made.getByRole('button', { name: texts.openDraft }).click();
    await page.waitForURL((url) => url.pathname === '/roster' && url.searchParams.get('week') === week);
    await page.locator('.y-toast').getByText(`“${name}”`).waitFor();
    const { pathname, search } = new URL(scenario);
    await goTo(pathname + search);
    await page.getByRole('button', { name: `Delete ${name}`, exact: true }).click();
    await page.getByText(`“${name}” was deleted.`).waitFor();
    expect(errors).toEqual([]);
  });
});

describe('a manager who shows scenarios to the board', () => {
  it('branches, compares side by side, takes a picture and a table along, and finds it all again by the link', async () => {
    const { page, goTo, errors } = await openPage(browser, { language: 'en', theme: 'light' }, 'manager');
    const texts = en.scenarios;
    await goTo('/scenarios');
    await page.getByRole('button', { name: texts.askHandleTime, exact: true }).click();
    await page.waitForURL(/scenario=/);
    const row = page.locator('.y-scn-node[data-selected]');
    await page.getByText(texts.saved, { exact: true }).waitFor();
    const before = page.url();
    await row.getByRole('button', { name: /^Branch off/ }).click();
    await page.waitForURL((url) => url.href !== before);
    await page.getByRole('button', { name: texts.askGoal, exact: true }).click();
    await page.getByRole('list', { name: texts.changes }).getByText('90/10').waitFor();
    await page.getByText(texts.saved, { exact: true }).waitFor();
    const branch = (await row.locator('.y-scn-node-name').textContent()) ?? '';
    const parent = branch.replace(/, variant$/, '');
    for (const name of [parent, branch])
      await page
        .locator('.y-checkbox', { has: page.getByRole('checkbox', { name: `Compare ${name}`, exact: true }) })
        .click();
    const table = page.getByRole('table', { name: texts.sideBySide });
    await table.locator('[data-figure="requiredHours"][data-value]').nth(2).waitFor();
    await page.getByText('computing', { exact: true }).first().waitFor({ state: 'hidden' });
    const hours = await table
      .locator('[data-figure="requiredHours"]')
      .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset['value'])));
    expect(hours[0]).toBeLessThan(hours[1]!);
    expect(hours[1]).toBeLessThan(hours[2]!);
    const picture = page.waitForEvent('download');
    await page.getByRole('button', { name: texts.picture }).click();
    const png = readFileSync(await kept(picture, 'slide.png'));
    // Width and height stand in the header of a PNG.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1600, 900]);
    const sheet = page.waitForEvent('download');
    await page.getByRole('button', { name: texts.csv, exact: true }).click();
    expect(readFileSync(await kept(sheet, 'scenarios.csv'), 'utf8')).toContain(String(hours[2]));
    const link = new URL(page.url());
    await goTo(`${link.pathname}${link.search}`);
    await table.locator('[data-figure="requiredHours"]').nth(2).waitFor();
    for (const name of [branch, parent]) {
      await page.locator('.y-scn-node-name').getByText(name, { exact: true }).click();
      await page.getByRole('button', { name: `Delete ${name}`, exact: true }).click();
      await page.getByText(`“${name}” was deleted.`).waitFor();
    }
    expect(errors).toEqual([]);
  });
});
