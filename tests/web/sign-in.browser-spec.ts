import type { Browser } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { openPage } from '../kit/running-centre.js';

jest.setTimeout(360_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('signing in', () => {
  it('offers the people of the demo centre and opens the weeks of the planner', async () => {
    const { page, goTo, errors } = await openPage(browser, { language: 'en', theme: 'light' });
    await goTo('/');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.getByRole('button', { name: /Planner/ }).click();
    await page.getByRole('heading', { name: 'Weeks ahead' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    expect(errors).toEqual([]);
  });

  it('says the same for a wrong password as for an unknown address', async () => {
    const { page, goTo } = await openPage(browser, { language: 'en', theme: 'light' });
    await goTo('/sign-in');
    for (const email of ['planner@demo.example', 'nobody@demo.example']) {
      await page.getByLabel('E-mail address').fill(email);
      await page.getByLabel('Password').fill('wrong');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByText('The e-mail address or the password is not right.').waitFor();
    }
  });

  it('goes back to the page that was asked for', async () => {
    const { page, goTo } = await openPage(browser, { language: 'en', theme: 'light' });
    await goTo('/jobs');
    await page.getByRole('button', { name: /Planner/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Jobs' }).waitFor();
  });

  it('changes language without a reload and remembers it', async () => {
    const { page, goTo } = await openPage(browser, { language: 'en', theme: 'light' });
    await goTo('/sign-in');
    await page.getByRole('button', { name: '日本語' }).click();
    await page.getByRole('heading', { name: 'サインイン' }).waitFor();
    expect(await page.evaluate(() => [document.documentElement.lang, localStorage.getItem('yotei-language')])).toEqual([
      'ja',
      'ja',
    ]);
  });
});
