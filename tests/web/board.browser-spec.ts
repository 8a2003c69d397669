import { addDays, localDateOf, weekStartOf } from '@yotei/time';
import type { Browser, Locator, Page } from 'playwright-core';
import board from '../../apps/web/src/app/locales/en/board.json' with { type: 'json' };
import { launchBrowser } from '../kit/browser.js';
import { openPage } from '../kit/running-centre.js';

jest.setTimeout(360_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const LOOK = { language: 'en', theme: 'light' } as const;
/** The demo centre's draft: the week after this one, and its Wednesday. */
const NEXT_WEEK = addDays(weekStartOf(localDateOf(Date.now(), 'Asia/Tokyo')), 7);
const WEDNESDAY = addDays(NEXT_WEEK, 2);
const PATH = `/roster?week=${NEXT_WEEK}&day=${WEDNESDAY}`;

async function openBoard(browserOf: Browser) {
  const opened = await openPage(browserOf, LOOK, 'planner');
  // The live wire is there once the server has greeted the socket.
  const wire = opened.page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'));
  await opened.goTo(PATH);
  await wire;
  await opened.page.getByRole('grid', { name: 'Schedule board' }).waitFor();
  return opened;
}

/** Wednesday's cells with a lunch, as the screen reader hears them. */
const lunchCells = (page: Page) => page.getByRole('gridcell', { name: /Wed .*Lunch \d\d:\d\d/ });

const isFocused = (place: Locator) => place.evaluate((element) => element === document.activeElement);

const startOf = (label: string, what: string): number => {
  const [, hour, minute] = new RegExp(`${what} (\\d\\d):(\\d\\d)`).exec(label)!;
  return Number(hour) * 60 + Number(minute);
};
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Where a minute of the cell's day lies on the screen. */
async function pointAt(cell: Locator, minute: number): Promise<{ x: number; y: number; perMinute: number }> {
  const box = (await cell.boundingBox())!;
  const perMinute = box.width / 1440;
  return { x: box.x + minute * perMinute, y: box.y + box.height / 2, perMinute };
}

async function nameOf(cell: Locator): Promise<{ label: string; agent: string }> {
  const label = (await cell.getAttribute('aria-label'))!;
  return { label, agent: label.split(',')[0]! };
}

/** Goes down by the keyboard to the first Wednesday shift that is free to move; others may have locked some. */
async function toFreeShift(page: Page): Promise<Locator> {
  const stop = page.locator('[role=gridcell][tabindex="0"]');
  for (let row = 0; row < 80; row++) {
    const { label } = await nameOf(stop);
    if (/Wed .*Lunch/.test(label) && !label.includes('locked')) {
      await page.keyboard.press('ArrowRight');
      return stop;
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error('somebody of the draft must work on Wednesday with a lunch and without a lock');
}

/** Drags one lunch after another a quarter-hour later until the rules allow it, and holds it there. */
async function dragFreeLunch(page: Page): Promise<{ agent: string; lunch: number }> {
  for (let row = 1; row < 12; row++) {
    const cell = lunchCells(page).nth(row);
    const { label, agent } = await nameOf(cell);
    const lunch = startOf(label, 'Lunch');
    const from = await pointAt(cell, lunch + 20);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 8, from.y, { steps: 2 });
    await page.mouse.move(from.x + 15 * from.perMinute, from.y, { steps: 4 });
    await page.getByText(`Move lunch, ${agent}`).first().waitFor();
    // The tip says at once what the move breaks, or that it breaks nothing.
    const free = page.getByText('No new breach of a must rule');
    await free.or(page.locator('.b-tip-must')).first().waitFor();
    if (await free.isVisible()) return { agent, lunch };
    await page.keyboard.press('Escape');
    await page.mouse.up();
  }
  throw new Error('no lunch of the first rows may move by a quarter-hour');
}

describe('the schedule board with the mouse', () => {
  it('moves lunch by a drag, judged while it moves, and takes it back after a reload', async () => {
    const { page, errors, goTo } = await openBoard(browser);
    const { agent, lunch } = await dragFreeLunch(page);
    await page.mouse.up();
    await page.getByText(/^Saved/).waitFor();
    await page.getByRole('gridcell', { name: new RegExp(`^${agent}, Wed .*Lunch ${clock(lunch + 15)}`) }).waitFor();

    await goTo(PATH);
    await page.getByRole('gridcell', { name: new RegExp(`^${agent}, Wed .*Lunch ${clock(lunch + 15)}`) }).waitFor();
    await page.getByRole('button', { name: `Undo: Move lunch, ${agent}` }).click();
    await page.getByText(/^Saved/).waitFor();
    await page.getByRole('gridcell', { name: new RegExp(`^${agent}, Wed .*Lunch ${clock(lunch)}`) }).waitFor();
    expect(errors).toEqual([]);
  });

  it('shows another planner the change at once', async () => {
    const mine = await openBoard(browser);
    const theirs = await openBoard(browser);
    const stop = mine.page.locator('[role=gridcell][tabindex="0"]');
    await stop.focus();
    const { agent } = await nameOf(await toFreeShift(mine.page));
    const locked = theirs.page.getByRole('gridcell', { name: new RegExp(`^${agent}, Wed.*locked`) });
    expect(await locked.count()).toBe(0);
    await mine.page.keyboard.press('l');
    await locked.waitFor();
    await mine.page.keyboard.press('Control+z');
    await locked.waitFor({ state: 'detached' });
    expect([...mine.errors, ...theirs.errors]).toEqual([]);
  });

  it('keeps the page small', async () => {
    const { page } = await openBoard(browser);
    for (const zoom of ['Day', '3 days', 'Week']) {
      await page.getByRole('radio', { name: zoom, exact: true }).click();
      await page.waitForTimeout(200);
      expect(await page.locator('.b-desk *').count()).toBeLessThanOrEqual(1500);
    }
  });
});

describe('the schedule board with the keyboard alone', () => {
  it('walks, moves, resizes, locks, explains and undoes', async () => {
    const { page, errors } = await openBoard(browser);
    const stop = page.locator('[role=gridcell][tabindex="0"]');
    for (let presses = 0; presses < 60 && !(await isFocused(stop)); presses++) await page.keyboard.press('Tab');
    const { agent } = await nameOf(await toFreeShift(page));
    const day = () => page.getByRole('gridcell', { name: new RegExp(`^${agent}, Wed`) });
    const before = (await day().getAttribute('aria-label'))!;
    const start = startOf(before, ':');
    await page.keyboard.press('m');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const broken = page.getByRole('dialog', { name: board.reasonTitle });
    await page
      .getByText(/^Saved/)
      .or(broken)
      .first()
      .waitFor();
    if (await broken.isVisible()) {
      await broken.getByRole('textbox', { name: board.overrideReason }).fill('Agreed with the agent');
      const keep = broken.getByRole('button', { name: board.keepAnyway });
      for (let presses = 0; presses < 6 && !(await isFocused(keep)); presses++) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await broken.waitFor({ state: 'detached' });
    }
    await page.getByText(/^Saved/).waitFor();
    await page.getByRole('gridcell', { name: new RegExp(`^${agent}, Wed.* ${clock(start + 15)}–`) }).waitFor();
    await stop.focus();
    await page.keyboard.press('Control+z');
    await page.getByRole('gridcell', { name: new RegExp(`^${agent}, Wed.* ${clock(start)}–`) }).waitFor();
    await page.keyboard.press('l');
    await page.getByRole('gridcell', { name: new RegExp(`^${agent}, Wed.*locked`) }).waitFor();
    await page.keyboard.press('l');
    await page.getByRole('gridcell', { name: before }).waitFor();
    await page.keyboard.press('v');
    await page.getByRole('dialog', { name: 'Why short?' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Why short?' }).waitFor({ state: 'hidden' });
    // One Escape is enough wherever the focus went meanwhile.
    await page.keyboard.press('v');
    await page.getByRole('dialog', { name: 'Why short?' }).waitFor();
    await page.getByRole('button', { name: 'View', exact: true }).focus();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Why short?' }).waitFor({ state: 'hidden' });
    expect(errors).toEqual([]);
  });
});

describe('the board on a phone', () => {
  it('opens what is tapped over the board, with the focus in it and Save in reach; Escape brings the board back', async () => {
    const opened = await openPage(browser, LOOK, 'planner');
    const { page, errors } = opened;
    await page.setViewportSize({ width: 390, height: 844 });
    await opened.goTo(PATH);
    const board = page.getByTestId('board-scroller');
    await page.getByRole('grid', { name: 'Schedule board' }).waitFor();
    const cell = lunchCells(page).first();
    const { label } = await nameOf(cell);
    // Lunch into the middle of what the screen shows beside the names.
    const { x, y } = await pointAt(cell, startOf(label, 'Lunch') + 15);
    await board.evaluate((element, by) => element.scrollBy(by, 0), x - 260);
    const box = (await board.boundingBox())!;
    // The board may still be moving to the hour of now: tapped where it has come to rest.
    let tapped = await pointAt(cell, startOf(label, 'Lunch') + 15);
    for (let before = Number.NaN; before !== tapped.x; tapped = await pointAt(cell, startOf(label, 'Lunch') + 15)) {
      before = tapped.x;
      await page.waitForTimeout(200);
    }
    expect(y).toBeLessThan(box.y + box.height);
    await page.mouse.click(tapped.x, tapped.y);
    const sheet = page.getByRole('complementary', { name: 'Details' });
    const save = sheet.getByRole('button', { name: 'Save' });
    await save.waitFor();
    const [of, button] = [(await sheet.boundingBox())!, (await save.boundingBox())!];
    expect(of.y).toBeGreaterThan(200);
    expect(button.y + button.height).toBeLessThan(844);
    await page.waitForFunction(() => document.querySelector('.b-side')?.contains(document.activeElement));
    await page.keyboard.press('Escape');
    await page.locator('.b-side[data-sheet]').waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });
});

describe('generate and publish from the board', () => {
  it('follows the engine live and says when the week is made; the quality card opens', async () => {
    const { page, errors } = await openBoard(browser);
    await page.getByRole('button', { name: 'Generate…' }).click();
    await page.getByRole('textbox', { name: 'Time limit' }).fill('5');
    await page.getByRole('button', { name: 'Generate', exact: true }).click();
    await page.getByRole('progressbar', { name: 'Generate the week' }).waitFor();
    await page.getByText('The week is generated.').waitFor({ timeout: 240_000 });
    await page.getByRole('button', { name: 'Publish…' }).click();
    const card = page.getByRole('dialog', { name: 'Publish the schedule' });
    await card.getByText('Intervals within ±5%').waitFor();
    await card.getByRole('button', { name: /^Publish and tell|^Publish$/ }).waitFor();
    await card.getByRole('button', { name: 'Not yet' }).click();
    expect(errors).toEqual([]);
  });
});
