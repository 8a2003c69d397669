import type { Browser } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { centreUrl, openPage } from '../kit/running-centre.js';

jest.setTimeout(180_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const PHONE = { theme: 'light', width: 390, height: 844 } as const;

describe('an agent’s own pages on a phone', () => {
  it('keep the week readable without a network, and say how old it is', async () => {
    const { page, goTo, errors } = await openPage(browser, { ...PHONE, language: 'en' }, 'agent');
    await goTo('/my-week');
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    // A second visit is served through the worker, which then has every file of the page.
    await goTo('/my-week');
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    await page.context().setOffline(true);
    await page.goto(`${centreUrl()}/my-week`);
    await page.getByText(/^Offline\. Your week as of/).waitFor();
    expect(await page.getByRole('heading', { level: 3 }).count()).toBe(7);
    await page.context().setOffline(false);
    expect(errors).toEqual([]);
  });

  it('show a notice that comes while the page is open', async () => {
    const { page, goTo } = await openPage(browser, { ...PHONE, language: 'ja' }, 'agent');
    await goTo('/my-week');
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    const buttons = page.getByRole('button', { name: '確認しました' });
    const before = await buttons.count();
    const answer = await page.request.post(`${centreUrl()}/graphql`, {
      headers: { origin: centreUrl(), 'apollo-require-preflight': 'true' },
      data: { query: 'mutation { sendTestNotice }' },
    });
    expect(await answer.json()).toEqual({ data: { sendTestNotice: true } });
    await page.getByText('お知らせのテストです').first().waitFor();
    expect(await buttons.count()).toBe(before + 1);
  });

  it('make a calendar link that a calendar can read, and stop it', async () => {
    const { page, goTo } = await openPage(browser, { ...PHONE, language: 'en' }, 'agent');
    await goTo('/me');
    await page.getByRole('button', { name: /Make a link|New link/ }).click();
    const address = await page.locator('.y-own-address').textContent();
    const read = await fetch(address!);
    expect(read.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await read.text()).toContain('BEGIN:VTIMEZONE');
    await page.getByRole('button', { name: 'Revoke the link' }).click();
    await page.getByText('You have no link yet.').waitFor();
    expect((await fetch(address!)).status).toBe(404);
  });

  it('tell the answer to a request for time off before it is sent', async () => {
    const { page, goTo } = await openPage(browser, { ...PHONE, language: 'en' }, 'agent');
    await goTo('/time-off');
    await page.getByRole('heading', { name: 'Ask for time off' }).waitFor();
    await page.locator('.y-own-answer[data-verdict]').waitFor();
    const items = page.locator('.y-own-request');
    const before = await items.count();
    await page.getByRole('button', { name: 'Send' }).click();
    await items.nth(before).waitFor();
  });

  it('save a ranked wish', async () => {
    const { page, goTo } = await openPage(browser, { ...PHONE, language: 'ja' }, 'agent');
    await goTo('/wishes');
    await page.getByRole('button', { name: /希望の種類/ }).click();
    await page.getByRole('option', { name: '始業時刻' }).click();
    await page.getByRole('button', { name: 'リストに追加' }).click();
    await page.getByRole('button', { name: '保存' }).first().click();
    await page.getByText('保存しました').waitFor();
    await goTo('/wishes');
    await page.getByText('08:00〜10:00 に始業したい').last().waitFor();
  });
});
