import type { Browser } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { PlannerClient } from '../kit/planner-client.js';
import { centreUrl, openPage } from '../kit/running-centre.js';

jest.setTimeout(180_000);
const PHONE = { theme: 'light', width: 390, height: 844, language: 'ja' } as const;
const DESK = { theme: 'dark', width: 1280, height: 900, language: 'en' } as const;
const SEASON = `Season ${Date.now()}`;

let browser: Browser;
let contractTitle: string;

beforeAll(async () => {
  browser = await launchBrowser();
  const { signIns } = (await (await fetch(`${centreUrl()}/api/public-info`)).json()) as {
    signIns: { email: string; password: string; role: string }[];
  };
  const { email, password } = signIns.find(({ role }) => role === 'AGENT')!;
  const agent = await PlannerClient.signIn(centreUrl(), email, password);
  const { viewer } = await agent.ask('{ viewer { agent { contractId } organisation { contracts { id title } } } }');
  contractTitle = viewer.organisation.contracts.find(({ id }: { id: string }) => id === viewer.agent.contractId).title;
});

afterAll(() => browser.close());

describe('bidding for a season', () => {
  it('is opened with its lines by a planner, bid in on the phone, and given with the reason', async () => {
    const { page, goTo, errors } = await openPage(browser, DESK, 'planner');
    await goTo('/requests?tab=bids');
    const form = page.getByRole('form', { name: 'Open a round' });
    await form
      .or(page.getByRole('button', { name: 'Open a round' }))
      .first()
      .waitFor();
    if (!(await form.isVisible())) await page.getByRole('button', { name: 'Open a round' }).click();
    await form.getByLabel('Name of the season').fill(SEASON);
    await form.getByRole('button', { name: 'Contract' }).click();
    await page.getByRole('option', { name: contractTitle, exact: true }).click();
    await form.getByLabel('Name', { exact: true }).fill('Weekends off');
    await form.getByRole('button', { name: 'Add a line' }).click();
    const second = form.getByRole('group', { name: 'Line 2' });
    await second.getByLabel('Name', { exact: true }).fill('Mondays off');
    await second.getByText('Mon', { exact: true }).click();
    await second.getByText('Sat', { exact: true }).click();
    await form.getByRole('button', { name: 'Open for bids' }).click();
    const desk = page.getByRole('region', { name: SEASON });
    await desk.getByText('0 bids').waitFor();

    const phone = await openPage(browser, PHONE, 'agent');
    await phone.goTo('/requests?tab=bids');
    const round = phone.page.getByRole('region', { name: SEASON });
    await round.getByRole('button', { name: 'Weekends offを第1希望にする' }).click();
    await round.getByRole('button', { name: 'Mondays offを第2希望にする' }).click();
    await round.getByRole('button', { name: 'Mondays offを上へ' }).click();
    await round.getByRole('button', { name: '希望順を保存' }).click();
    await round.getByText(/現在の優先順位は1番です/).waitFor();
    const over = await phone.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBe(0);

    // The planner's page hears of the bid by itself or is read again.
    await page.reload();
    await desk.getByText('1 bid', { exact: true }).waitFor();
    await desk.getByText('Who bid, by rank').click();
    await desk.getByText(/Mondays off → Weekends off/).waitFor();
    await desk.getByRole('button', { name: 'Give the lines now' }).click();
    await desk.getByRole('button', { name: 'Put in force' }).waitFor();
    await round.getByText('第1希望のMondays offに決まりました').waitFor();
    expect([...errors, ...phone.errors]).toEqual([]);
  });
});
