import { readFileSync } from 'node:fs';
import { addDays, localDateOf, weekStartOf } from '@yotei/time';
import type { Browser, Locator, Page, Route } from 'playwright-core';
import board from '../../apps/web/src/app/locales/en/board.json' with { type: 'json' };
import { launchBrowser } from '../kit/browser.js';
import { openPage, type DemoRole } from '../kit/running-centre.js';

jest.setTimeout(360_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const LOOK = { language: 'en', theme: 'light' } as const;
/** The demo centre's draft: the week after this one. Thursday is left alone by the other journeys. */
const NEXT_WEEK = addDays(weekStartOf(localDateOf(Date.now(), 'Asia/Tokyo')), 7);
const PATH = `/roster?week=${NEXT_WEEK}&day=${addDays(NEXT_WEEK, 3)}`;

async function openBoard(role: DemoRole) {
  const opened = await openPage(browser, LOOK, role);
  await opened.goTo(PATH);
  await opened.page.getByRole('grid', { name: 'Schedule board' }).waitFor();
  await opened.page.getByRole('button', { name: 'History and export' }).waitFor();
  return opened;
}

async function openMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'History and export' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Goes down by the keyboard to the first Thursday shift that is not locked and stands on it. */
async function toFreeShift(page: Page): Promise<{ stop: Locator; agent: string }> {
  const stop = page.locator('[role=gridcell][tabindex="0"]');
  await stop.focus();
  for (let row = 0; row < 80; row++) {
    const label = (await stop.getAttribute('aria-label')) ?? '';
    if (/Thu .*Lunch/.test(label) && !label.includes('locked')) {
      await page.keyboard.press('ArrowRight');
      return { stop, agent: label.split(',')[0]! };
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error('somebody of the draft must work on Thursday with a lunch and without a lock');
}

const thursdayOf = (page: Page, agent: string, more = '') =>
  page.getByRole('gridcell', { name: new RegExp(`^${agent}, Thu.*${more}`) });

/** Holds the next edit of a page back until it is let go. */
async function holdEdits(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = [];
  await page.route('**/graphql', (route) => {
    if (route.request().postData()?.includes('EditShifts')) held.push(route);
    else void route.continue();
  });
  return async () => {
    for (const route of held.splice(0)) await route.continue();
    await page.unroute('**/graphql');
  };
}

describe('two planners at one board', () => {
  it('see each other; the later of two edits is refused with what came between, and both can be merged', async () => {
    const ann = await openBoard('planner');
    const ben = await openBoard('admin');
    // Each is told of the other.
    await ann.page.getByRole('list', { name: 'Also at this board' }).getByRole('button').first().waitFor();
    await ben.page.getByRole('list', { name: 'Also at this board' }).getByRole('button').first().waitFor();
    const { agent } = await toFreeShift(ann.page);
    await ben.page
      .getByRole('img', { name: /has this roster selected/ })
      .first()
      .waitFor();
    const bens = await toFreeShift(ben.page);
    expect(bens.agent).toBe(agent);

    const letGo = await holdEdits(ben.page);
    await ben.page.keyboard.press('m');
    await ben.page.keyboard.press('ArrowRight');
    await ben.page.keyboard.press('Enter');
    await ann.page.keyboard.press('l');
    await thursdayOf(ann.page, agent, 'locked').waitFor();
    await ann.page.getByText(/^Saved/).waitFor();
    await letGo();

    const dialog = ben.page.getByRole('dialog', { name: /changed/i });
    await dialog.getByText(/What came between: Lock/).waitFor();
    await dialog.getByRole('button', { name: 'Merge both' }).click();
    // The merged edit is judged like any other.
    const reason = ben.page.getByRole('textbox', { name: board.overrideReason });
    await ben.page
      .getByText(/^Saved/)
      .or(reason)
      .first()
      .waitFor();
    if (await reason.isVisible()) {
      await reason.fill('Agreed with the agent');
      await ben.page.getByRole('button', { name: board.keepAnyway }).click();
      await reason.waitFor({ state: 'detached' });
    }
    await thursdayOf(ben.page, agent, 'locked').waitFor();
    await thursdayOf(ann.page, agent, 'locked').waitFor();
    await ben.page.getByText(/^Saved/).waitFor();
    expect([...ann.errors, ...ben.errors]).toEqual([]);

    // On another device the same person takes the own step back; Ben's comes first, so it is asked about.
    const elsewhere = await openBoard('admin');
    await elsewhere.page.getByRole('button', { name: /^Undo: Move/ }).click();
    await elsewhere.page.getByText(/^Saved/).waitFor();
    const anns = await openBoard('planner');
    await anns.page.getByRole('button', { name: /^Undo: Lock/ }).waitFor();
    await ann.page.context().close();
    await ben.page.context().close();
    await elsewhere.page.context().close();
    await anns.page.context().close();
  });
});

describe('history and what goes out', () => {
  it('keeps a roster, goes back to it after an edit, and compares', async () => {
    const { page, errors } = await openBoard('planner');
    const kept = `Kept ${Date.now()}`;
    await openMenu(page, 'History and versions');
    const dialog = page.getByRole('dialog', { name: 'History and versions' });
    await dialog.getByRole('textbox', { name: 'Name for the roster as it is now' }).fill(kept);
    await dialog.getByRole('button', { name: 'Keep', exact: true }).click();
    await dialog.getByText(kept).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();

    const { agent } = await toFreeShift(page);
    await page.keyboard.press('l');
    await thursdayOf(page, agent, 'locked').waitFor();
    await page.getByText(/^Saved/).waitFor();
    await openMenu(page, 'History and versions');
    await dialog.getByRole('tab', { name: 'Compare' }).click();
    await dialog.getByText(agent).waitFor();
    await dialog.getByText('Cost: wellbeing').waitFor();
    await dialog.getByRole('tab', { name: 'Edits' }).click();
    await dialog.getByText(/Lock/).first().waitFor();
    await dialog.getByRole('tab', { name: 'Kept rosters' }).click();
    const line = dialog.getByRole('listitem').filter({ hasText: kept });
    await line.getByRole('button', { name: 'Go back to this' }).click();
    await page.getByText('1 shift changed back.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();
    await thursdayOf(page, agent, 'locked').waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('saves the week as a table, a spreadsheet and a calendar, and prints it by team', async () => {
    const { page, errors } = await openBoard('planner');
    const saved = async (item: string): Promise<Buffer> => {
      const download = page.waitForEvent('download');
      await openMenu(page, item);
      return readFileSync(await (await download).path());
    };
    const table = (await saved('Save as CSV')).toString('utf8');
    expect(table.split('\r\n')[0]).toMatch(/^\uFEFFAgent,Team,/);
    expect(table).toMatch(/\d\d:\d\d-\d\d:\d\d; /);
    // Every spreadsheet of this kind is a zip archive.
    expect((await saved('Save as Excel')).subarray(0, 2).toString()).toBe('PK');
    expect((await saved('Save as calendar file')).toString()).toMatch(/^BEGIN:VCALENDAR\r\n/);
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await openMenu(page, 'Print or save as PDF');
    await page.emulateMedia({ media: 'print' });
    const paper = page.locator('.tg-print');
    await paper.getByRole('table').first().waitFor();
    expect(await page.locator('#root').isVisible()).toBe(false);
    expect(await paper.getByRole('columnheader').count()).toBeGreaterThanOrEqual(9);
    await page.emulateMedia({ media: 'screen' });
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('saves a view under a name and opens it again', async () => {
    const { page, errors } = await openBoard('planner');
    const title = `Names ${Date.now()}`;
    await page.goto(`${page.url()}&zoom=week&sort=name`);
    await page.getByRole('button', { name: 'History and export' }).waitFor();
    await openMenu(page, 'Saved views');
    const dialog = page.getByRole('dialog', { name: 'Saved views' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(title);
    await dialog.getByRole('button', { name: 'Save what is shown now' }).click();
    await dialog.getByText(title).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();
    await page.getByRole('radio', { name: 'Day', exact: true }).click();
    await openMenu(page, 'Saved views');
    await dialog.getByRole('button', { name: `Open: ${title}` }).click();
    await page.waitForURL(/zoom=week/);
    expect(page.url()).toContain('sort=name');
    await openMenu(page, 'Saved views');
    await dialog.getByRole('button', { name: `Delete ${title}` }).click();
    await dialog.getByText(title).waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('shows in the publish card whom it tells what, and takes a part of it', async () => {
    const { page, errors } = await openBoard('planner');
    await page.getByRole('button', { name: 'Publish…' }).click();
    const card = page.getByRole('dialog', { name: 'Publish the schedule' });
    await card.getByText('What changes for whom').click();
    await card
      .getByText(/days’ notice|less than a day/)
      .first()
      .waitFor();
    await card.getByText('Publish only a part').click();
    const team = card.getByRole('group', { name: 'Teams' }).getByRole('checkbox').first();
    await team.waitFor();
    await card.getByRole('button', { name: 'Not yet' }).click();
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
