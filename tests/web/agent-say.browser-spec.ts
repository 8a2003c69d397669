import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { centreUrl, openPage } from '../kit/running-centre.js';

jest.setTimeout(180_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const PHONE = { theme: 'light', width: 390, height: 844 } as const;
const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

async function ask(context: BrowserContext, query: string, variables: object = {}) {
  const answer = await context.request.post(`${centreUrl()}/graphql`, {
    headers: { origin: centreUrl(), 'apollo-require-preflight': 'true' },
    data: { query, variables },
  });
  return ((await answer.json()) as { data: Record<string, unknown> }).data;
}

describe('an agent’s say on a phone', () => {
  it('has dates on which it is otherwise, kept with what was said', async () => {
    const { page, goTo, errors } = await openPage(browser, { ...PHONE, language: 'ja' }, 'agent');
    await goTo('/wishes');
    const panel = page.getByRole('region', { name: 'いつもと違う日' });
    await panel.getByLabel('日付').fill(inDays(200));
    await panel.getByText('1日の一部').click();
    await panel.getByRole('button', { name: '日付を追加' }).click();
    await panel.getByText('15:00〜24:00 に勤務できない').waitFor();
    await panel.getByRole('button', { name: '保存' }).click();
    await page.getByText('保存しました').waitFor();
    await goTo('/wishes');
    await panel.getByRole('button', { name: /^削除.*15:00〜24:00 に勤務できない/ }).click();
    await panel.getByRole('button', { name: '保存' }).click();
    await page.getByText('保存しました').waitFor();
    expect(errors).toEqual([]);
  });

  it('is told while the week is open that a balance was corrected, and sees what it comes from', async () => {
    const { page, goTo } = await openPage(browser, { ...PHONE, language: 'en' }, 'agent');
    const own = (await ask(page.context(), '{ viewer { agent { id name } } }')) as {
      viewer: { agent: { id: string; name: string } };
    };
    await goTo('/my-week');
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    const planner = await openPage(browser, { theme: 'light', language: 'en', width: 1280, height: 900 }, 'planner');
    await planner.goTo('/time-off');
    const accounts = planner.page.getByRole('region', { name: 'Balances' });
    await accounts.getByRole('textbox', { name: 'Find a person' }).fill(own.viewer.agent.name);
    await accounts.getByRole('button', { name: own.viewer.agent.name }).click();
    await accounts.getByLabel('Hours, below 0 to take away').fill('1.5');
    const reason = `carried over from the old system, ${Date.now()}`;
    await accounts.getByLabel('Reason, told to the agent').fill(reason);
    await accounts.getByRole('button', { name: 'Correct', exact: true }).click();
    await accounts.getByText(reason).waitFor();
    // The page of the agent was not touched meanwhile.
    await page.getByText(`was corrected by +1.5 hours. Reason: ${reason}`).first().waitFor();
    await goTo('/time-off');
    await page.getByText('How it comes about').first().click();
    await page.getByText('Granted so far').first().waitFor();
    await page.getByText(reason).waitFor();
  });

  it('has the own numbers with what they come from, hard contacts among them', async () => {
    const { page, goTo, errors } = await openPage(browser, { ...PHONE, language: 'ja' }, 'agent');
    await goTo('/me');
    const numbers = page.getByRole('region', { name: '自分の数字' });
    await numbers.getByText('負担の大きい対応').first().waitFor();
    await numbers.getByText(/1勤務あたり約 \d+ 分/).waitFor();
    expect(await numbers.getByText('土日の勤務').count()).toBe(1);
    expect(errors).toEqual([]);
  });
});
