import type { Browser } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { demoPerson, moveShift, publishedWeek, type JourneyWeek } from '../kit/journey-week.js';
import type { PlannerClient } from '../kit/planner-client.js';
import { centreUrl, openPage } from '../kit/running-centre.js';
import { LANGUAGES, wordsOf } from '../kit/texts.js';

jest.setTimeout(360_000);
let browser: Browser;
let planner: PlannerClient;
let week: JourneyWeek;
beforeAll(async () => {
  browser = await launchBrowser();
  planner = await demoPerson('PLANNER');
  week = await publishedWeek(planner, await demoPerson('AGENT'));
});
afterAll(() => browser.close());

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** In the page: the service worker has each file that this page loaded. */
const everyFileKept = async (): Promise<boolean> => {
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => new URL(name).pathname.startsWith('/assets/'));
  const kept = await Promise.all(files.map((file) => caches.match(file)));
  return files.length > 0 && kept.every(Boolean);
};

describe.each(LANGUAGES)('an agent’s own pages on a phone, %s', (language) => {
  const { t, like } = wordsOf(language);
  const phone = { theme: 'light', width: 390, height: 844, language } as const;

  it('keep the week readable without a network, and say how old it is', async () => {
    const { page, goTo, errors } = await openPage(browser, phone, 'agent');
    await goTo('/my-week');
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    // A second visit is served through the worker, which then has every file of the page.
    await goTo('/my-week');
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    await page.waitForFunction(everyFileKept);
    await page.context().setOffline(true);
    await page.goto(`${centreUrl()}/my-week`);
    await page.getByText(like('rosters.offline', { at: '*' })).waitFor();
    expect(await page.getByRole('heading', { level: 3 }).count()).toBe(7);
    await page.context().setOffline(false);
    expect(errors).toEqual([]);
  });

  it('show a change that is made while the page is open, with what was before', async () => {
    const { page, goTo } = await openPage(browser, phone, 'agent');
    await goTo(`/my-week?week=${week.weekOn}`);
    const shift = (await week.ownShifts()).at(-1)!;
    const minutes = language === 'en' ? 30 : -45;
    const clock = (at: string, later = 0) =>
      new Date(Date.parse(at) + later * 60_000).toLocaleTimeString('en-GB', { timeZone: week.zone }).slice(0, 5);
    await page
      .getByText(`${clock(shift.startAt)}–${clock(shift.endAt)}`, { exact: true })
      .last()
      .waitFor();
    await moveShift(planner, week, shift, minutes);
    // Nobody touches the page meanwhile; what was before is what the agent was told when the week was published.
    await page.getByText(`${clock(shift.startAt, minutes)}–${clock(shift.endAt, minutes)}`, { exact: true }).waitFor();
    await page
      .getByText(like('rosters.before', { times: '*' }))
      .first()
      .waitFor();
    await page.getByText(t('rosters.changed'), { exact: true }).first().waitFor();
    await page
      .getByRole('button', { name: t('rosters.acknowledge') })
      .first()
      .waitFor();
  });

  it('make a calendar link that a calendar can read, and stop it', async () => {
    const { page, goTo } = await openPage(browser, phone, 'agent');
    await goTo('/me');
    await page
      .getByRole('button', { name: t('own.makeLink') })
      .or(page.getByRole('button', { name: t('own.renewLink') }))
      .click();
    const address = await page.locator('.y-own-address').textContent();
    const read = await fetch(address!);
    expect(read.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await read.text()).toContain('BEGIN:VTIMEZONE');
    await page.getByRole('button', { name: t('own.revokeLink') }).click();
    await page.getByText(t('own.noCalendarLink')).waitFor();
    expect((await fetch(address!)).status).toBe(404);
  });

  it('tell the answer to a request for time off before it is sent', async () => {
    const { page, goTo } = await openPage(browser, phone, 'agent');
    await goTo('/time-off');
    await page.getByRole('heading', { name: t('own.askTitle') }).waitFor();
    const on = inDays(language === 'en' ? 75 : 82);
    await page.getByLabel(t('own.firstDay')).fill(on);
    await page.getByLabel(t('own.lastDay')).fill(on);
    await page.locator('.y-own-answer[data-verdict]').waitFor();
    const items = page.locator('.y-own-request');
    const before = await items.count();
    await page.getByRole('button', { name: t('own.send') }).click();
    await items.nth(before).waitFor();
  });

  it('save a ranked wish', async () => {
    const { page, goTo } = await openPage(browser, phone, 'agent');
    await goTo('/wishes');
    await page.getByRole('button', { name: new RegExp(t('own.wishKind')) }).click();
    await page.getByRole('option', { name: t('own.wish-start-between') }).click();
    await page.getByRole('button', { name: t('own.addWish') }).click();
    await page
      .getByRole('button', { name: t('own.save') })
      .first()
      .click();
    await page.getByText(t('own.saved'), { exact: true }).waitFor();
    await goTo('/wishes');
    await page
      .getByText(t('own.wishStart', { from: '08:00', until: '10:00' }))
      .last()
      .waitFor();
  });
});
