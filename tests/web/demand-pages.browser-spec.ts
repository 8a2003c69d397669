import { publicHolidays } from '@yotei/forecast/holidays';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { openPage } from '../kit/running-centre.js';

jest.setTimeout(360_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const DAY_MILLIS = 86_400_000;
const TOKYO_AHEAD_MILLIS = 9 * 3_600_000;
/** Now by the clock of the demo centre, read with the UTC getters. */
const today = () => new Date(Date.now() + TOKYO_AHEAD_MILLIS).toISOString().slice(0, 10);
const daysFrom = (on: string, days: number) => new Date(Date.parse(on) + days * DAY_MILLIS).toISOString().slice(0, 10);

const planner = () => openPage(browser, { language: 'en', theme: 'light' }, 'planner');

async function ask<Answer>(page: Page, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
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

/** Loads a file as a planner does and waits until it is in. */
async function importFile(page: Page, name: string, lines: readonly string[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file' }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n'), 'utf8') });
  await page.getByRole('heading', { name }).waitFor();
  await page.getByRole('button', { name: 'Load the file' }).click();
  await page.getByRole('row').filter({ hasText: name }).first().getByText('Done').waitFor({ timeout: 240_000 });
}

/** A day some weeks before one that no calendar explains: a silent public holiday is nothing unusual. */
function ordinaryDay(before: string): string {
  const holidays = publicHolidays({ country: 'JP' }, daysFrom(before, -84), before).map((holiday) => holiday.on);
  return [-28, -27, -26, -25].map((days) => daysFrom(before, days)).find((on) => !holidays.includes(on))!;
}

/**
 * Twelve weeks of ten open hours until the day before, and that day as far as `untilHour`, busier than usual; one day a
 * month ago was as good as silent.
 */
function history(queue: string, on: string, untilHour: number): string[] {
  const rows: string[] = ['start,queue,offered,answered,abandoned,total_handle_seconds'];
  const oddOn = ordinaryDay(on);
  for (let day = -84; day <= 0; day++) {
    const date = daysFrom(on, day);
    const level = date === oddOn ? 0.15 : day === 0 ? 1.3 : 1 + 0.1 * Math.sin(day * 2.4);
    for (let half = 16; half < (day === 0 ? 2 * untilHour : 36); half++) {
      const time = `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`;
      const wave = 60 + 30 * Math.sin((half - 16) / 6) + 4 * Math.sin(day * 7.1 + half * 3.3);
      const offered = Math.round(level * wave);
      const abandoned = Math.round(offered / 30);
      rows.push([`${date} ${time}`, queue, offered, offered - abandoned, abandoned, offered * 200].join(','));
    }
  }
  return rows;
}

async function queueNamed(page: Page, name: string): Promise<string> {
  const { viewer } = await ask<{
    viewer: { organisation: { queues: { id: string; name: { en: string } | string }[] } };
  }>(page, 'query { viewer { organisation { queues { id name { en ja } } } } }');
  return viewer.organisation.queues.find((queue) => JSON.stringify(queue.name).includes(name))!.id;
}

async function forecastToday(page: Page, queueId: string): Promise<void> {
  const { startForecast } = await ask<{ startForecast: { job: { id: string } } }>(
    page,
    `mutation ($ids: [ID!], $on: LocalDate!) { startForecast(queueIds: $ids, fromOn: $on, days: 28, methodId: "day-regression-profile") {
      ... on JobStarted { job { id } } } }`,
    { ids: [queueId], on: today() },
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

describe('the pages of Demand beside the forecast', () => {
  const QUEUE = 'Deliveries';

  it('draw the updated rest of a day that has begun, with its band and in words', async () => {
    const { page, goTo, errors } = await planner();
    await goTo('/import');
    await importFile(page, 'deliveries.csv', history(QUEUE, today(), 12));
    const queueId = await queueNamed(page, QUEUE);
    await forecastToday(page, queueId);
    await goTo(`/demand?queue=${queueId}&from=${today()}&zoom=day`);
    const note = page.getByRole('region', { name: 'The day so far' });
    await note.getByText('To come:').waitFor({ timeout: 240_000 });
    // Eight intervals until noon at about 1.3 times the usual.
    expect(await note.textContent()).toMatch(/against the .* forecast.*8 of 10 times/s);
    await page.getByText('Updated, 8 of 10').waitFor();
    await page.getByText('Updated forecast').waitFor();
    expect(errors).toEqual([]);
  });

  it('show an odd day of the history; a decision leaves it out and is taken back', async () => {
    const { page, goTo, errors } = await planner();
    await goTo('/demand');
    const queueId = await queueNamed(page, QUEUE);
    await goTo(`/demand/days?queue=${queueId}&view=unusual`);
    const odd = page.getByRole('list', { name: 'Outliers' }).getByRole('listitem').filter({ hasText: 'Low day' });
    await odd.getByRole('button', { name: 'Accept', exact: true }).click();
    const decided = page.getByRole('region', { name: 'Decided' });
    await decided.waitFor();
    await page.getByText(/1 decision changes? what forecasts learn from/).waitFor();
    await decided.getByRole('button', { name: 'Undo' }).click();
    await odd.waitFor();
    expect(await decided.count()).toBe(0);
    // A day that nothing flagged, by hand.
    await page.getByRole('button', { name: 'Leave out a day by hand…' }).click();
    const byHand = page.getByRole('dialog');
    await byHand.getByRole('textbox', { name: 'Reason' }).fill('Strike');
    await byHand.getByRole('button', { name: 'Leave out', exact: true }).click();
    await decided.getByText('Strike', { exact: true }).waitFor();
    await decided.getByRole('button', { name: 'Undo' }).click();
    await decided.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });

  it('take an event with an effect of its own and a day that comes every month', async () => {
    const { page, goTo, errors } = await planner();
    await goTo('/demand/days');
    await page.getByRole('button', { name: 'Add an event…' }).click();
    const event = page.getByRole('dialog', { name: 'Add an event…' });
    await event.getByRole('textbox', { name: 'Name' }).fill('Winter catalogue');
    await event.getByRole('button', { name: /Effect on contacts/ }).click();
    await page.getByRole('option', { name: 'Given' }).click();
    await event.getByRole('textbox', { name: 'Change' }).fill('25');
    await event.getByRole('button', { name: 'Save' }).click();
    await event.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Events' }).getByText('Winter catalogue').waitFor();

    await page.getByRole('button', { name: 'Add a monthly day…' }).click();
    const monthly = page.getByRole('dialog', { name: 'Add a monthly day…' });
    await monthly.getByRole('textbox', { name: 'Name' }).fill('Pay-day');
    await monthly.getByRole('button', { name: 'Save' }).click();
    await monthly.waitFor({ state: 'detached' });
    await page
      .getByText(/of each month/)
      .first()
      .waitFor();
    expect(errors).toEqual([]);
  });

  it('start a new queue from a typed curve, with the week it would give', async () => {
    const { page, goTo, errors } = await planner();
    await goTo('/demand');
    await page.getByRole('button', { name: 'New queue…' }).click();
    const dialog = page.getByRole('dialog', { name: 'New queue…' });
    await dialog
      .getByText(/About .* contacts in the week/)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Give the queue a name.').waitFor();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Video calls');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page
      .getByRole('button', { name: /Video calls/ })
      .first()
      .waitFor();
    expect(await queueNamed(page, 'Video calls')).toBeTruthy();
    expect(errors).toEqual([]);
  });

  it('look eighteen months ahead with growth that is written down, changed in place and undone', async () => {
    const { page, goTo, errors } = await planner();
    await goTo('/demand/long-range');
    const growth = page.getByRole('complementary', { name: 'Growth you expect' });
    await growth.getByRole('textbox', { name: 'Reason' }).fill('A second town');
    await growth.getByRole('button', { name: 'Add', exact: true }).click();
    await growth.getByText('+5% a year').waitFor();
    await growth.getByRole('button', { name: /^Change/ }).click();
    const row = growth.getByRole('listitem').first();
    await row.getByRole('textbox', { name: 'How much' }).fill('8');
    await row.getByRole('button', { name: 'Save' }).click();
    await growth.getByText('+8% a year').waitFor();

    await page.getByRole('button', { name: 'Forecast far ahead…' }).first().click();
    const run = page.getByRole('dialog', { name: 'Forecast far ahead…' });
    await run.getByRole('button', { name: 'Start' }).click();
    await run.getByText('Done').waitFor({ timeout: 240_000 });
    await run.getByRole('button', { name: 'Close' }).last().click();
    await page.getByText(/^Version \d+$/).waitFor();
    await page.getByText('The next 52 weeks bring about').waitFor();
    expect(errors).toEqual([]);
  });
});
