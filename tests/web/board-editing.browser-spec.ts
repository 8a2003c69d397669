import { addDays, localDateOf, weekStartOf } from '@yotei/time';
import type { Browser, Locator, Page } from 'playwright-core';
import english from '../../apps/web/src/app/locales/en/board.json' with { type: 'json' };
import englishTools from '../../apps/web/src/app/locales/en/board-tools.json' with { type: 'json' };
import englishReasons from '../../apps/web/src/app/locales/en/explain.json' with { type: 'json' };
import englishBest from '../../apps/web/src/app/locales/en/roster-best.json' with { type: 'json' };
import englishStaffing from '../../apps/web/src/app/locales/en/staffing.json' with { type: 'json' };
import japanese from '../../apps/web/src/app/locales/ja/board.json' with { type: 'json' };
import japaneseTools from '../../apps/web/src/app/locales/ja/board-tools.json' with { type: 'json' };
import japaneseReasons from '../../apps/web/src/app/locales/ja/explain.json' with { type: 'json' };
import japaneseBest from '../../apps/web/src/app/locales/ja/roster-best.json' with { type: 'json' };
import japaneseStaffing from '../../apps/web/src/app/locales/ja/staffing.json' with { type: 'json' };
import { axeReport } from '../kit/axe-report.js';
import { editedAnswer, planningAnswer, scheduleBoardAnswer } from '../kit/board-answer.js';
import { launchBrowser } from '../kit/browser.js';
import { centreUrl, openPage } from '../kit/running-centre.js';

jest.setTimeout(360_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const WORDS = { en: { ...english, ...englishTools }, ja: { ...japanese, ...japaneseTools } };
const MORE_WORDS = {
  en: { explain: englishReasons, best: englishBest, staffing: englishStaffing },
  ja: { explain: japaneseReasons, best: japaneseBest, staffing: japaneseStaffing },
};
const THIS_WEEK = weekStartOf(localDateOf(Date.now(), 'Asia/Tokyo'));
const TIMES = /\d\d:\d\d–\d\d:\d\d/;

/** The tick beside the time of the last save; it is away while something is sent. */
const saved = (page: Page) => page.locator('.b-saved svg');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
/** Cells of a day that hold a shift, whatever the language. */
const shiftCells = (page: Page, day: number) => page.locator(`[role=gridcell][data-day="${day}"][aria-label*="–"]`);

async function ask(page: Page, query: string, variables: Record<string, unknown> = {}): Promise<string> {
  const headers = { origin: centreUrl(), 'apollo-require-preflight': 'true' };
  const answer = await page.context().request.post(`${centreUrl()}/graphql`, { headers, data: { query, variables } });
  return answer.text();
}

/** Selects the whole shift of a cell, wherever it is scrolled to. */
async function choose(page: Page, cell: Locator): Promise<void> {
  await cell.focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('.b-agent-head').waitFor();
}

/** Waits until an edit is kept; a must rule it breaks is answered with a reason. */
async function kept(page: Page, words: (typeof WORDS)['en']): Promise<void> {
  const reason = page.getByRole('textbox', { name: words.overrideReason });
  await saved(page).or(reason).first().waitFor();
  if (await reason.isVisible()) {
    await reason.fill('Agreed with the agent');
    await button(page, words.keepAnyway).click();
    await reason.waitFor({ state: 'detached' });
  }
  await saved(page).waitFor();
}

/** Somebody of Wednesday drops out, and the best of those who could takes the shift. */
async function mendOne(page: Page, words: (typeof WORDS)['en']): Promise<void> {
  const cell = shiftCells(page, 2).nth(1);
  await choose(page, cell);
  await page.keyboard.press('a');
  const tool = page.getByRole('dialog', { name: words.assignTitle });
  await tool.getByRole('radio').first().check();
  await tool.locator('.b-judged').waitFor();
  await button(page, words.assign).click();
  await kept(page, words);
}

/** Goes where the board says that the requirement is made, makes it, and comes back. */
async function computeRequirement(page: Page, words: (typeof WORDS)['en'], more: (typeof MORE_WORDS)['en']) {
  const link = page.getByRole('link', { name: words.openRequirement });
  await page.locator('.b-gap').first().waitFor();
  // The centre may have been used before.
  if (!(await link.isVisible())) return;
  const board = page.url();
  await link.click();
  await button(page, more.staffing.compute).first().click();
  await page.getByText(more.staffing.computed).first().waitFor({ timeout: 240_000 });
  await page.goto(board);
}

/** Many of Wednesday drop out; what is then short says what would help, which is tried and kept. */
async function mendShort(page: Page, words: (typeof WORDS)['en'], more: (typeof MORE_WORDS)['en']): Promise<void> {
  await choose(page, shiftCells(page, 2).nth(1));
  for (let row = 0; row < 7; row++) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Delete');
  await kept(page, words);
  await button(page, words.generateOpen).click();
  await page.getByRole('region', { name: more.best.stillShort }).getByRole('button').first().click();
  const why = page.getByRole('dialog', { name: words.whyTitle });
  const attempt = why.getByRole('button', { name: new RegExp(`^${more.explain.try}: `) });
  await attempt.first().click({ timeout: 240_000 });
  await why.locator('.b-judged').waitFor();
  await button(page, more.explain.take).click();
  await kept(page, words);
  await button(page, words.hide).click();
}

describe.each([
  { language: 'en' as const, week: addDays(THIS_WEEK, 14) },
  { language: 'ja' as const, week: addDays(THIS_WEEK, 21) },
])('a week from nothing, $language', ({ language, week }) => {
  it('is generated, mended where people drop out and where it is then short, given a training, and published', async () => {
    const [words, more] = [WORDS[language], MORE_WORDS[language]];
    const { page, errors, goTo } = await openPage(browser, { language, theme: 'light' }, 'planner');
    await goTo(`/roster?week=${week}&day=${addDays(week, 2)}`);
    const [create, grid] = [button(page, words.createSchedule), page.getByRole('grid', { name: words.board })];
    await create.or(grid).waitFor();
    // The centre may have been used before.
    if (await create.isVisible()) await create.click();
    await grid.waitFor();
    await computeRequirement(page, words, more);
    await grid.waitFor();
    await button(page, words.generateOpen).click();
    await page.getByRole('textbox', { name: words.timeLimit }).fill('5');
    await button(page, words.startGenerate).click();
    await page.getByText(words.generated).waitFor({ timeout: 240_000 });
    await goTo(`/roster?week=${week}&day=${addDays(week, 2)}`);
    await shiftCells(page, 2).first().waitFor();

    await mendOne(page, words);
    await mendShort(page, words, more);

    // Whoever of those in view still works that day.
    await choose(page, shiftCells(page, 2).last());
    await page.keyboard.press('i');
    const tool = page.getByRole('dialog', { name: words.insertTitle });
    await tool.getByRole('radio').first().check();
    expect(await tool.getByRole('radio').count()).toBeLessThanOrEqual(3);
    expect((await axeReport(page)).findings).toEqual([]);
    await button(page, words.insert).click();
    await kept(page, words);

    await button(page, words.publishOpen).click();
    const card = page.getByRole('dialog', { name: words.publishTitle });
    const reason = card.getByRole('textbox', { name: words.overrideReason });
    const publish = card
      .getByRole('button')
      .filter({ hasText: language === 'en' ? /^Publish/ : /公開/ })
      .last();
    await publish.waitFor();
    if (await reason.isVisible()) await reason.fill('Agreed with the team leads');
    await publish.click();
    await page.getByText(words.publishedState, { exact: false }).first().waitFor();
    expect(errors).toEqual([]);
  });
});

describe('many shifts by the keyboard alone', () => {
  const words = WORDS.en;
  const week = addDays(THIS_WEEK, 7);
  const announced = (page: Page) => page.locator('.b-status [aria-live]');

  it('types, copies, pastes, swaps, fills and takes all of it back', async () => {
    const { page, errors, goTo } = await openPage(browser, { language: 'en', theme: 'dark' }, 'planner');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await goTo(`/roster?week=${week}&day=${addDays(week, 2)}&sort=name&group=none`);
    const stop = page.locator('[role=gridcell][tabindex="0"]');
    await stop.waitFor();
    await page.locator('.b-desk[data-judged="true"]').waitFor();
    await stop.focus();
    while (!TIMES.test((await stop.getAttribute('aria-label')) ?? '')) await page.keyboard.press('ArrowDown');
    const first = { agent: await stop.getAttribute('data-agent'), day: await stop.getAttribute('data-day') };
    const cell = (agent: string | null) => page.locator(`[data-agent="${agent}"][data-day="${first.day}"]`);
    const before = (await stop.getAttribute('aria-label'))!;

    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('e');
    const typing = page.getByRole('textbox', { name: words.typeLabel, exact: true });
    await typing.fill('9-18 dinner 12');
    await page.getByText(/“dinner” is no activity here/).waitFor();
    await typing.fill('9-18 lunch 12:30');
    await page.locator('.b-judged').waitFor();
    await page.keyboard.press('Enter');
    await kept(page, words);
    await cell(first.agent).and(page.locator('[aria-label*="09:00–18:00"][aria-label*="Lunch 12:30"]')).waitFor();

    await stop.focus();
    await page.keyboard.press('Control+c');
    await page.waitForFunction(() => document.querySelector('.b-status [aria-live]')?.textContent?.includes('copied'));
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^09:00-18:00; .*lunch 12:30\+60/);
    do await page.keyboard.press('ArrowDown');
    while (
      !TIMES.test((await stop.getAttribute('aria-label')) ?? '') ||
      /locked/.test((await stop.getAttribute('aria-label'))!)
    );
    const second = await stop.getAttribute('data-agent');
    const secondBefore = (await stop.getAttribute('aria-label'))!;
    await page.keyboard.press('Control+v');
    await kept(page, words);
    await cell(second).and(page.locator('[aria-label*="09:00–18:00"]')).waitFor();

    await stop.focus();
    for (let steps = 0; steps < 2; steps++) {
      await page.keyboard.press('Control+z');
      await page.waitForTimeout(300);
    }
    await page.getByRole('gridcell', { name: before, exact: true }).waitFor();
    await page.getByRole('gridcell', { name: secondBefore, exact: true }).waitFor();
    await page.keyboard.press('Control+a');
    await page.waitForFunction(() => /\d+ selected/.test(document.querySelector('.b-status')?.textContent ?? ''));
    await page.keyboard.press('k');
    await announced(page).filter({ hasText: 'stays at the top' }).waitFor();
    await page.getByText(words.pinned, { exact: true }).waitFor();
    await page.keyboard.press('k');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: words.allKeys }).waitFor();
    expect((await axeReport(page)).findings).toEqual([]);
    await page.keyboard.press('Escape');
    expect(errors).toEqual([]);
  });

  it('is a grid to a screen reader: one tab stop, rows and columns numbered, every day a sentence', async () => {
    const { page, goTo } = await openPage(browser, { language: 'en', theme: 'light' }, 'planner');
    await goTo(`/roster?week=${week}&day=${addDays(week, 2)}&zoom=week`);
    await page.locator('[role=gridcell][aria-label*="–"]').first().waitFor();
    const tree = await page.getByRole('grid', { name: words.board }).evaluate((grid) => {
      const rows = [...grid.querySelectorAll('[role=row]')];
      return {
        stops: grid.querySelectorAll('[tabindex="0"]').length,
        rowCount: Number(grid.getAttribute('aria-rowcount')),
        columnCount: Number(grid.getAttribute('aria-colcount')),
        rowIndices: rows.map((row) => Number(row.getAttribute('aria-rowindex'))),
        columns: [...grid.querySelectorAll('[role=gridcell][data-day]')].map((cell) => ({
          index: Number(cell.getAttribute('aria-colindex')),
          day: Number(cell.getAttribute('data-day')),
          said: cell.getAttribute('aria-label'),
          header: cell.parentElement?.querySelector('[role=rowheader]')?.textContent ?? '',
        })),
      };
    });
    expect(tree.stops).toBe(1);
    expect(new Set(tree.rowIndices).size).toBe(tree.rowIndices.length);
    expect(Math.max(...tree.rowIndices)).toBeLessThanOrEqual(tree.rowCount);
    expect(tree.columnCount).toBe(8);
    for (const { index, day, said, header } of tree.columns) {
      expect(index).toBe(day + 2);
      expect(header).not.toBe('');
      expect(said).toMatch(/, \w{3} \d+ \w{3}/);
    }
  });
});

describe('the week in which Dublin puts its clocks back', () => {
  const WEEK = '2026-10-19';
  const minute = (on: string) => (Date.parse(on) - Date.parse('2026-10-18T23:00:00Z')) / 60_000;

  /** Answers of a board of four in Dublin; what is sent is kept. */
  async function openDublin(page: Page, sent: { edits: Record<string, unknown>[] }[]): Promise<void> {
    const found = JSON.parse(await ask(page, '{viewer{organisation{activityTypes{id code}}}}')) as {
      data: { viewer: { organisation: { activityTypes: { id: string; code: string }[] } } };
    };
    const types = found.data.viewer.organisation.activityTypes;
    const plain = scheduleBoardAnswer();
    // The night from Saturday to Sunday, 22:00 to 06:00 on the clock: nine hours by the sun.
    const night = { start: minute('2026-10-24T21:00:00Z'), length: 540 };
    const board = scheduleBoardAnswer({
      schedule: { ...plain.schedule, weekStartOn: WEEK, zone: 'Europe/Dublin' },
      startAt: '2026-10-18T23:00:00Z',
      endAt: '2026-10-26T00:00:00Z',
      historyFromAt: '2026-10-04T23:00:00Z',
      timeOff: [],
      requirement: null,
      shifts: {
        ...plain.shifts,
        ids: ['night'],
        versions: [1],
        agentIndex: [0],
        startMinute: [night.start],
        lengthMinutes: [night.length],
        templateIndex: [-1],
        flags: [0],
        activityOffset: [0, 1],
        activityType: [0],
        activityStartMinute: [night.start],
        activityLengthMinutes: [night.length],
        activityTypeIds: [types.find(({ code }) => code === 'contact')!.id],
      },
    });
    await page.routeWebSocket('**/graphql', (socket) =>
      socket.onMessage((text) => {
        if (String(text).includes('connection_init')) socket.send('{"type":"connection_ack"}');
      }),
    );
    await page.route('**/graphql', async (route) => {
      const { query, variables } = route.request().postDataJSON() as {
        query: string;
        variables: {
          input: { edits: (Record<string, unknown> & { shiftId: null; agentId: string; expectedVersion: null })[] };
        };
      };
      if (query.includes('query ScheduleDesk')) return route.fulfill({ json: { data: { scheduleBoard: board } } });
      if (query.includes('query PlanningData')) return route.fulfill({ json: { data: planningAnswer() } });
      if (!query.includes('mutation EditShifts')) return route.fallback();
      sent.push(variables.input);
      return route.fulfill({ json: { data: editedAnswer(variables.input) } });
    });
  }

  it('has a day of 25 hours; a night over the change keeps its hours, typed or dragged', async () => {
    const { page, errors, goTo } = await openPage(browser, { language: 'en', theme: 'light' }, 'planner');
    const sent: { edits: Record<string, unknown>[] }[] = [];
    await openDublin(page, sent);
    await goTo(`/roster?week=${WEEK}&day=2026-10-24&zoom=week`);
    await page.getByRole('gridcell', { name: /Sat 24 Oct: 22:00–06:00/ }).waitFor();
    await page
      .getByRole('tab', { name: /Sun 25 Oct/ })
      .getByText('25 h')
      .waitFor();
    const widths = await page
      .locator('[role=gridcell][data-agent="1"]')
      .evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().width)));
    expect(widths[6]! / widths[5]!).toBeCloseTo(25 / 24, 1);

    const cell = page.locator('[role=gridcell][data-agent="1"][data-day="5"]');
    await cell.focus();
    await page.keyboard.press('e');
    await page.getByRole('textbox', { name: WORDS.en.typeLabel, exact: true }).fill('22-6');
    await page.keyboard.press('Enter');
    await page.getByRole('gridcell', { name: /Ben Carter, Sat 24 Oct: 22:00–06:00/ }).waitFor();
    expect(sent[0]!.edits[0]).toMatchObject({ startAt: '2026-10-24T21:00:00Z', endAt: '2026-10-25T06:00:00Z' });

    await cell.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('m');
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    // An hour later it ends at seven: every hour after the change is the winter's.
    await page.getByRole('gridcell', { name: /Ben Carter, Sat 24 Oct: 23:00–07:00/ }).waitFor();
    expect(sent[1]!.edits[0]).toMatchObject({ startAt: '2026-10-24T22:00:00Z', endAt: '2026-10-25T07:00:00Z' });
    expect(errors).toEqual([]);
  });
});
