import type { Browser } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { demoPerson } from '../kit/journey-week.js';
import { openPage } from '../kit/running-centre.js';
import { LANGUAGES, wordsOf } from '../kit/texts.js';

jest.setTimeout(360_000);
let browser: Browser;
let contractTitle: string;

beforeAll(async () => {
  browser = await launchBrowser();
  const agent = await demoPerson('AGENT');
  const { viewer } = await agent.ask('{ viewer { agent { contractId } organisation { contracts { id title } } } }');
  contractTitle = viewer.organisation.contracts.find(({ id }: { id: string }) => id === viewer.agent.contractId).title;
});

afterAll(() => browser.close());

describe.each(LANGUAGES)('bidding for a season, %s', (language) => {
  const { t, like } = wordsOf(language);
  const phoneLook = { theme: 'light', width: 390, height: 844, language } as const;
  const deskLook = { theme: 'dark', width: 1280, height: 900, language } as const;
  const season = `Season ${language} ${Date.now()}`;

  it('is opened with its lines by a planner, bid in on the phone, and given with the reason', async () => {
    const { page, goTo, errors } = await openPage(browser, deskLook, 'planner');
    await goTo('/requests?tab=bids');
    const form = page.getByRole('form', { name: t('bidding.newRound') });
    const opens = page.getByRole('button', { name: t('bidding.newRound') });
    await form.or(opens).first().waitFor();
    if (!(await form.isVisible())) await opens.click();
    await form.getByLabel(t('bidding.title')).fill(season);
    await form.getByRole('button', { name: t('bidding.contract') }).click();
    await page.getByRole('option', { name: contractTitle, exact: true }).click();
    await form.getByLabel(t('bidding.lineTitle'), { exact: true }).fill('Weekends off');
    await form.getByRole('button', { name: t('bidding.addLine') }).click();
    const second = form.getByRole('group', { name: t('bidding.line', { number: 2 }) });
    await second.getByLabel(t('bidding.lineTitle'), { exact: true }).fill('Mondays off');
    for (const day of { en: ['Mon', 'Sat'], ja: ['月', '土'] }[language])
      await second.getByText(day, { exact: true }).click();
    await form.getByRole('button', { name: t('bidding.open') }).click();
    const desk = page.getByRole('region', { name: season });
    await desk.getByText(t('bidding.bids', { count: 0 })).waitFor();

    const phone = await openPage(browser, phoneLook, 'agent');
    await phone.goTo('/requests?tab=bids');
    const round = phone.page.getByRole('region', { name: season });
    const press = (name: string) => round.getByRole('button', { name }).click();
    await press(t('bidding.add', { title: 'Weekends off', choice: 1 }));
    await press(t('bidding.add', { title: 'Mondays off', choice: 2 }));
    await press(t('bidding.up', { title: 'Mondays off' }));
    await press(t('bidding.send'));
    await round.getByText(like('bidding.rankSoFar', { rank: 1 })).waitFor();
    const over = await phone.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBe(0);

    // The planner's page hears of the bid by itself or is read again.
    await page.reload();
    await desk.getByText(t('bidding.bids', { count: 1 }), { exact: true }).waitFor();
    await desk.getByText(t('bidding.who')).click();
    await desk.getByText(/Mondays off → Weekends off/).waitFor();
    await desk.getByRole('button', { name: t('bidding.award') }).click();
    await desk.getByRole('button', { name: t('bidding.putInForce') }).waitFor();
    await round.getByText(t('bidding.got', { title: 'Mondays off', choice: 1 })).waitFor();
    expect([...errors, ...phone.errors]).toEqual([]);
  });
});
