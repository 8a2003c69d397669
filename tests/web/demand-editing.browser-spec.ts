import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { openPage } from '../kit/running-centre.js';

jest.setTimeout(360_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const FORECAST_DAYS = 56;
/** Past the horizon the demo centre begins with, so that this journey meets no other's edits. */
const AHEAD_WEEKS = 3;

type Json = Record<string, unknown>;

/** Asks the api as the signed-in page does. */
async function ask<Answer>(page: Page, query: string, variables: Json): Promise<Answer> {
  return page.evaluate(
    async ([text, given]) => {
      const answer = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
        body: JSON.stringify({ query: text, variables: given }),
      });
      return ((await answer.json()) as { data: Answer }).data;
    },
    [query, variables] as const,
  );
}

const iso = (at: number) => new Date(at).toISOString().slice(0, 10);

interface Place {
  readonly queueId: string;
  readonly fromOn: string;
}

/** Queues the demo centre begins with; other journeys may add theirs, without a history, after them. */
const DEMO_QUEUES = 5;

/** Queue and first Monday to edit. */
async function placeOf(page: Page): Promise<Place> {
  const { viewer } = await ask<{ viewer: { organisation: { queues: { id: string; position: number }[] } } }>(
    page,
    'query { viewer { organisation { queues { id position } } } }',
    {},
  );
  const queue = [...viewer.organisation.queues].sort((a, b) => a.position - b.position)[DEMO_QUEUES - 1]!;
  const today = Date.now() + 9 * 3_600_000;
  const weekday = (new Date(today).getUTCDay() + 6) % 7;
  return { queueId: queue.id, fromOn: iso(today + (7 * AHEAD_WEEKS - weekday) * 86_400_000) };
}

/** Makes the forecast anew and waits for it. */
async function forecast(page: Page, { queueId, fromOn }: Place): Promise<void> {
  const { startForecast } = await ask<{ startForecast: { job: { id: string } } }>(
    page,
    `mutation ($ids: [ID!], $on: LocalDate!, $days: Int!) { startForecast(queueIds: $ids, fromOn: $on, days: $days, methodId: "planner-mean") {
      ... on JobStarted { job { id } } } }`,
    { ids: [queueId], on: fromOn, days: FORECAST_DAYS },
  );
  for (;;) {
    const { job } = await ask<{ job: { state: string } }>(page, 'query ($id: ID!) { job(id: $id) { state } }', {
      id: startForecast.job.id,
    });
    if (job.state === 'DONE') return;
    if (job.state === 'FAILED') throw new Error('the forecast failed');
    await page.waitForTimeout(300);
  }
}

interface Kept {
  readonly forecast: { readonly version: number };
  readonly edits: readonly {
    readonly operation: string;
    readonly value: number | null;
    readonly undone: boolean;
    readonly reason: string;
  }[];
  readonly forecastContacts: { readonly values: readonly (number | null)[] };
  readonly baseForecastContacts: { readonly values: readonly (number | null)[] };
}

async function kept(page: Page, { queueId, fromOn }: Place): Promise<Kept> {
  const { demand } = await ask<{ demand: Kept }>(
    page,
    `query ($queueId: ID!, $fromOn: LocalDate!, $days: Int!) { demand(queueId: $queueId, fromOn: $fromOn, days: $days) {
      forecast { version } edits { operation value undone reason } forecastContacts { values } baseForecastContacts { values } } }`,
    { queueId, fromOn, days: FORECAST_DAYS },
  );
  return demand;
}

const live = ({ edits }: Kept) => edits.filter(({ undone }) => !undone);
const sum = (values: readonly (number | null)[]) => values.reduce<number>((all, value) => all + (value ?? 0), 0);
const share = ({ forecastContacts, baseForecastContacts }: Kept) =>
  sum(forecastContacts.values) / sum(baseForecastContacts.values);

async function open(zoom: string, view = 'chart') {
  const opened = await openPage(browser, { language: 'en', theme: 'light' }, 'planner');
  await opened.goTo('/demand');
  const place = await placeOf(opened.page);
  if (!(await kept(opened.page, place))?.forecast) await forecast(opened.page, place);
  await opened.goTo(`/demand?queue=${place.queueId}&from=${place.fromOn}&zoom=${zoom}&view=${view}`);
  return { ...opened, place };
}

/** Reads what is kept until it is as expected; what it was at last, when it never is. */
async function settled(page: Page, place: Place, expected: (state: Kept) => boolean): Promise<Kept> {
  for (let tries = 0; ; tries += 1) {
    const state = await kept(page, place);
    if (expected(state) || tries > 400) return state;
    await page.waitForTimeout(100);
  }
}

async function writeReason(page: Page, reason: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await page.keyboard.press('Enter');
  await page.getByRole('form', { name: 'Keep the draft' }).waitFor({ state: 'detached' });
}

describe('a planner who edits eight weeks of quarter-hours', () => {
  it('drags a selection and keeps one layer, undoes and redoes it by keys, and finds it after a reload and a new forecast', async () => {
    const { page, place, errors } = await open('weeks8');
    const area = (await page.locator('.y-chart-stage .u-over').boundingBox())!;
    const y = area.y + area.height * 0.7;
    await page.mouse.move(area.x + 4, y);
    await page.mouse.down();
    await page.mouse.move(area.x + area.width - 4, y, { steps: 8 });
    await page.mouse.up();
    const x = area.x + area.width / 2;
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y - area.height * 0.07, { steps: 30 });
    expect(await page.locator('.y-drag-tip').textContent()).toMatch(/Contacts \+\d+% · [\d,]+ → [\d,]+ contacts/);
    await page.mouse.up();
    await writeReason(page, 'Eight weeks of campaign');
    const first = await settled(page, place, (state) => live(state).length === 1);
    expect(live(first)).toMatchObject([{ operation: 'PERCENT', reason: 'Eight weeks of campaign' }]);
    const factor = 1 + live(first)[0]!.value! / 100;
    expect(factor).toBeGreaterThan(1.05);
    expect(share(first)).toBeCloseTo(factor, 2);

    await page.locator('.y-chart-stage').focus();
    await page.keyboard.press('Control+z');
    expect(share(await settled(page, place, (state) => live(state).length === 0))).toBeCloseTo(1, 9);
    await page.keyboard.press('Control+Shift+z');
    expect(live(await settled(page, place, (state) => live(state).length === 1))).toHaveLength(1);

    await page.reload();
    await page.getByRole('checkbox', { name: /Contacts \+/ }).waitFor();
    await forecast(page, place);
    const remade = await kept(page, place);
    expect(remade.forecast.version).toBeGreaterThan(first.forecast.version); // an import elsewhere may forecast too
    expect(share(remade)).toBeCloseTo(factor, 2);
    await page.reload();
    await page.getByRole('button', { name: 'Undo (Ctrl+Z)' }).click();
    expect(live(await settled(page, place, (state) => live(state).length === 0))).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('takes a drag back with Escape, nudges by the keys, and draws by hand', async () => {
    const { page, place, errors } = await open('day');
    const area = (await page.locator('.y-chart-stage .u-over').boundingBox())!;
    const form = page.getByRole('form', { name: 'Keep the draft' });
    const [x, y] = [area.x + area.width / 2, area.y + area.height * 0.8];
    await page.mouse.move(x - 60, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y, { steps: 4 });
    await page.mouse.up();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y - 60, { steps: 4 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await form.count()).toBe(0);

    await page.locator('.y-chart-stage').focus();
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('ArrowUp');
    await form.getByText('Contacts +6%').waitFor();
    await page.keyboard.press('Escape');
    expect(await form.count()).toBe(0);

    await page.getByRole('button', { name: 'Draw by hand' }).click();
    await page.mouse.move(x - 80, area.y + area.height * 0.5);
    await page.mouse.down();
    await page.mouse.move(x + 80, area.y + area.height * 0.3, { steps: 3 });
    await page.mouse.up();
    await writeReason(page, 'As drawn');
    expect(live(await settled(page, place, (state) => live(state).length === 1))).toMatchObject([
      { operation: 'VALUES', reason: 'As drawn' },
    ]);
    await page.getByRole('button', { name: /^Undo: Contacts by interval/ }).click();
    expect(live(await settled(page, place, (state) => live(state).length === 0))).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('types into the grid, pastes a day total and percent, and keeps both as layers of one step', async () => {
    const { page, place, errors } = await open('week', 'grid');
    await page.setViewportSize({ width: 1100, height: 900 });
    const grid = page.getByRole('grid', { name: 'Forecast by interval and day' });
    const [inner, outer] = [await grid.boundingBox(), await page.locator('.y-demand-main').boundingBox()];
    expect(inner!.x + inner!.width).toBeLessThanOrEqual(outer!.x + outer!.width);
    await grid.focus();
    await page.keyboard.type('2000');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.type('+10%');
    await page.keyboard.press('Enter');
    await writeReason(page, 'Typed');
    const state = await settled(page, place, (one) => live(one).length === 2);
    expect(live(state).map(({ operation }) => operation)).toEqual(['TOTAL', 'VALUES']);
    expect(sum(state.forecastContacts.values.slice(0, 96))).toBeCloseTo(2000, 0);
    await grid.focus();
    await page.keyboard.press('Control+z');
    expect(live(await settled(page, place, (one) => live(one).length === 0))).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('changes a day by a percentage on a phone', async () => {
    const { page, place } = await open('week');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Add to the draft' }).click();
    await page.getByRole('form', { name: 'Keep the draft' }).getByText('Contacts +10%').waitFor();
    await writeReason(page, 'From the train');
    expect(live(await settled(page, place, (state) => live(state).length === 1))).toMatchObject([{ value: 10 }]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: /^Undo: Contacts/ }).click();
    expect(live(await settled(page, place, (state) => live(state).length === 0))).toEqual([]);
  });
});
