import type { Browser } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { openPage } from '../kit/running-centre.js';

jest.setTimeout(120_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const PHONE = { theme: 'light', width: 390, height: 844 } as const;

describe('an agent with a phone', () => {
  it('lands on the own week and sees every day of it', async () => {
    const { page, goTo, errors } = await openPage(browser, { ...PHONE, language: 'ja' }, 'agent');
    await goTo('/');
    await page.getByRole('heading', { level: 1, name: 'マイ週' }).waitFor();
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    expect(await page.getByRole('heading', { level: 3 }).count()).toBe(7);
    expect(await page.getByText(/休憩 \d\d:\d\d–\d\d:\d\d/).count()).toBeGreaterThan(0);
    expect(errors).toEqual([]);
  });

  it('never has to scroll sideways', async () => {
    for (const language of ['en', 'ja'] as const) {
      const { page, goTo } = await openPage(browser, { ...PHONE, language }, 'agent');
      for (const path of ['/my-week', '/time-off', '/wishes', '/requests', '/me']) {
        await goTo(path);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect([path, language, over]).toEqual([path, language, 0]);
      }
    }
  });

  it('acknowledges a notice, and it stays gone', async () => {
    const { page, goTo } = await openPage(browser, { ...PHONE, language: 'en' }, 'agent');
    await goTo('/my-week');
    const buttons = page.getByRole('button', { name: 'Got it' });
    await buttons.first().waitFor();
    const before = await buttons.count();
    await buttons.first().click();
    await buttons.nth(before - 1).waitFor({ state: 'detached' });
    await goTo('/my-week');
    expect(await buttons.count()).toBe(before - 1);
  });

  it('reaches targets of at least 24 by 24 pixels', async () => {
    const { page, goTo } = await openPage(browser, { ...PHONE, language: 'en' }, 'agent');
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
    const { page, goTo } = await openPage(browser, { ...PHONE, language: 'en' }, 'agent');
    await goTo('/my-week');
    const links = await page.getByRole('navigation').getByRole('link').allTextContents();
    expect(links.filter(Boolean)).toEqual(['My week', 'Time off', 'Wishes', 'Requests', 'Me']);
    await goTo('/jobs');
    await page.getByText('You may not see this').waitFor();
  });
});
