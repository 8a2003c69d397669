import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { demoPerson } from '../kit/journey-week.js';
import type { PlannerClient } from '../kit/planner-client.js';
import { centreUrl, openPage } from '../kit/running-centre.js';
import { LANGUAGES, wordsOf } from '../kit/texts.js';

jest.setTimeout(360_000);
let browser: Browser;
let agent: PlannerClient;
beforeAll(async () => {
  browser = await launchBrowser();
  agent = await demoPerson('AGENT');
});
afterAll(() => browser.close());

/** A notice of one's own, so that no other journey's is acknowledged. */
const sendNotice = (page: Page) =>
  page.request.post(`${centreUrl()}/graphql`, {
    headers: { origin: centreUrl(), 'apollo-require-preflight': 'true' },
    data: { query: 'mutation { sendTestNotice }' },
  });

/** Ids of what is not acknowledged, newest first. */
async function openNotices(): Promise<string[]> {
  const { myWeek } = await agent.ask(
    'query ($on: LocalDate!) { myWeek(weekOf: $on) { notices { id acknowledgedAt } } }',
    {
      on: new Date().toISOString().slice(0, 10),
    },
  );
  return myWeek.notices
    .filter(({ acknowledgedAt }: { acknowledgedAt: string | null }) => !acknowledgedAt)
    .map(({ id }: { id: string }) => id);
}

describe.each(LANGUAGES)('an agent with a phone, %s', (language) => {
  const { t } = wordsOf(language);
  const phone = { theme: 'light', width: 390, height: 844, language } as const;

  it('lands on the own week and sees every day of it', async () => {
    const { page, goTo, errors } = await openPage(browser, phone, 'agent');
    await goTo('/');
    await page.getByRole('heading', { level: 1, name: t('app.myWeek') }).waitFor();
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    expect(await page.getByRole('heading', { level: 3 }).count()).toBe(7);
    const rest = { en: 'Break', ja: '休憩' }[language];
    expect(await page.getByText(new RegExp(String.raw`${rest} \d\d:\d\d–\d\d:\d\d`)).count()).toBeGreaterThan(0);
    expect(errors).toEqual([]);
  });

  it('never has to scroll sideways', async () => {
    const { page, goTo } = await openPage(browser, phone, 'agent');
    for (const path of ['/my-week', '/time-off', '/wishes', '/requests', '/me']) {
      await goTo(path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, over]).toEqual([path, 0]);
    }
  });

  it('acknowledges a notice, and it stays gone', async () => {
    const { page, goTo } = await openPage(browser, phone, 'agent');
    await sendNotice(page);
    const [newest] = await openNotices();
    await goTo('/my-week');
    const acknowledge = page.getByRole('button', { name: t('rosters.acknowledge') }).first();
    // Something newer may come meanwhile and stand first: what counts is that this one is no longer open.
    for (let open = await openNotices(); open.includes(newest!); open = await openNotices()) {
      await acknowledge.click();
      await page.waitForTimeout(1_000);
    }
    await goTo('/my-week');
    expect(await openNotices()).not.toContain(newest);
  });

  it('reaches targets of at least 24 by 24 pixels', async () => {
    const { page, goTo } = await openPage(browser, phone, 'agent');
    await goTo('/my-week');
    const small = await page.locator('button, a[href]').evaluateAll((targets) =>
      targets
        .map((target) => ({
          name: target.textContent,
          box: target.getBoundingClientRect(),
          isSkip: target.matches('.y-skip'),
        }))
        .filter(({ box, isSkip }) => !isSkip && box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ name }) => name),
    );
    expect(small).toEqual([]);
  });

  it('is not shown the pages of planners', async () => {
    const { page, goTo } = await openPage(browser, phone, 'agent');
    await goTo('/my-week');
    const links = await page.getByRole('navigation').getByRole('link').allTextContents();
    const own = ['myWeek', 'timeOff', 'wishes', 'requests', 'me'] as const;
    expect(links.filter(Boolean)).toEqual(own.map((key) => t(`app.${key}`)));
    await goTo('/jobs');
    await page.getByText(t('ui.noPermission')).waitFor();
  });
});
