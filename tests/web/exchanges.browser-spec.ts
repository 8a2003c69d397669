import { MINUTE_MILLIS } from '@yotei/time';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { demoPerson, moveShift, publishedWeek, type JourneyWeek } from '../kit/journey-week.js';
import type { PlannerClient } from '../kit/planner-client.js';
import { openPage } from '../kit/running-centre.js';
import { LANGUAGES, wordsOf } from '../kit/texts.js';

jest.setTimeout(360_000);
const PHONE = { theme: 'light', width: 390, height: 844 } as const;
const DAY_MINUTES = 24 * 60;

let browser: Browser;
let planner: PlannerClient;
let agent: PlannerClient;

const policies = (settings: readonly object[]) =>
  planner.ask(
    'mutation ($settings: [ExchangePolicyInput!]!) { saveExchangePolicies(settings: $settings) { __typename } }',
    { settings },
  );

const offer = (input: object) =>
  planner.must(
    'WorkOffered',
    'mutation ($input: WorkOfferInput!) { createWorkOffer(input: $input) { __typename ... on WorkOffered { offer { id } } ... on InvalidInput { path message } } }',
    { input },
  );

const later = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * MINUTE_MILLIS).toISOString();

beforeAll(async () => {
  browser = await launchBrowser();
  [planner, agent] = await Promise.all([demoPerson('PLANNER'), demoPerson('AGENT')]);
});

afterAll(async () => {
  await policies([]);
  await browser.close();
});

describe.each(LANGUAGES)('exchanges on a phone, %s', (language) => {
  const { t, like } = wordsOf(language);
  const desk = { theme: 'dark', width: 1280, height: 900, language } as const;
  let week: JourneyWeek;

  beforeAll(async () => {
    week = await publishedWeek(planner, agent);
    await policies([
      { policyId: 'always', outcome: 'review', kinds: ['voluntary-time-off'] },
      { policyId: 'agreed-form', outcome: 'review' },
    ]);
  });

  /** Opens the proposal of the agent's first shift of the week, from the own week. */
  async function openProposal() {
    const opened = await openPage(browser, { ...PHONE, language }, 'agent');
    await opened.goTo(`/my-week?week=${week.weekOn}`);
    await opened.page
      .getByRole('link', { name: t('exchanges.open') })
      .first()
      .click();
    await opened.page.getByRole('heading', { level: 1, name: t('exchangeLoop.propose') }).waitFor();
    return opened;
  }

  const choose = async (page: Page, label: string, option: string) => {
    await page.getByRole('button', { name: label }).click();
    await page.getByRole('option', { name: option }).first().click();
  };
  const want = (page: Page, kind: 'swap-part' | 'break-change' | 'voluntary-time-off' | 'wish') =>
    choose(page, t('exchangeLoop.what'), t(`exchangeLoop.want.${kind}`));

  async function goHomeEarly(page: Page) {
    await want(page, 'voluntary-time-off');
    await page.getByRole('button', { name: t('exchangeLoop.homeFrom') }).click();
    await page.getByRole('option').nth(1).click();
    await page.getByText(t('exchangeLoop.amberText')).waitFor();
    await page.getByRole('button', { name: t('exchangeLoop.sendReview') }).click();
    await page.getByText(t('exchangeLoop.state.in-review')).first().waitFor();
  }

  const approveAll = async (page: Page, reason: string) => {
    await page.getByText(t('exchangeLoop.selectAll')).click();
    await page.getByLabel(t('exchangeLoop.reason')).fill(reason);
    const approve = t('exchangeLoop.approve', { count: 7 }).replace('7', String.raw`\d+`);
    await page.getByRole('button', { name: new RegExp(approve) }).click();
  };

  it('shows who could swap, the colour before sending, and what became of the request', async () => {
    const { page, errors } = await openProposal();
    await page
      .getByRole('button', { name: like('exchangeLoop.choose', { name: '*' }) })
      .first()
      .click();
    await page.getByText(t('exchangeLoop.greenAsk')).waitFor();
    await page.getByLabel(t('exchangeLoop.note')).fill('Dentist');
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBe(0);
    await page.getByRole('button', { name: t('exchangeLoop.send'), exact: true }).click();
    await page
      .getByRole('heading', { level: 2, name: t('exchanges.kind.swap') })
      .first()
      .waitFor();
    await page.getByText(t('exchangeLoop.stillWork')).first().waitFor();
    await page
      .getByRole('button', { name: t('exchangeLoop.withdraw') })
      .first()
      .click();
    await page
      .locator('.y-chip', { hasText: t('exchanges.state.withdrawn') })
      .first()
      .waitFor();
    expect(errors).toEqual([]);
  });

  it('offers the shift for any other day, and takes that back', async () => {
    const { page } = await openProposal();
    await want(page, 'wish');
    await page.locator('.x-wish-form .y-checkbox').nth(2).click();
    await page.getByRole('button', { name: t('exchangeLoop.wishSend') }).click();
    const open = page.getByRole('region', { name: t('exchangeLoop.wishes') });
    await open
      .getByRole('button', { name: t('exchangeLoop.withdraw') })
      .first()
      .click();
    await page.locator('.y-toast').getByText(t('exchangeLoop.done.withdrawn')).first().waitFor();
  });

  it('names the rule that a break would break, and the nearest times that work; a good one is applied at once', async () => {
    const { page } = await openProposal();
    await want(page, 'break-change');
    await page.getByRole('button', { name: t('exchangeLoop.newStart') }).click();
    await page.getByRole('option').last().click();
    await page.getByText(t('exchangeLoop.colour.red'), { exact: true }).waitFor();
    await page.getByText(t('exchangeLoop.nearest')).waitFor();
    await page.locator('.x-nearest').getByRole('button').first().click();
    await page.getByText(t('exchangeLoop.greenAlone')).waitFor();
    await page.getByRole('button', { name: t('exchangeLoop.sendNow') }).click();
    await page.getByText(t('exchanges.state.applied'), { exact: true }).first().waitFor();
  });

  it('asks a manager for what a policy puts before one; the manager sees the effect and approves', async () => {
    const { page } = await openProposal();
    await goHomeEarly(page);
    const boss = await openPage(browser, desk, 'supervisor');
    await boss.goTo('/requests?tab=inbox');
    const policy = { en: 'Exchanges of this kind are decided by a manager', ja: 'この種類の交換は管理者が判断します' };
    await boss.page.getByText(policy[language]).first().waitFor();
    await approveAll(boss.page, 'Quiet afternoon');
    await boss.page.getByText(t('exchangeLoop.inboxEmpty')).waitFor();
    // The agent's page hears of it without being asked to.
    await page.getByText(t('exchanges.state.applied')).first().waitFor();
    await page.getByText('Quiet afternoon').first().waitFor();
    expect(boss.errors).toEqual([]);
  });

  it('ends by itself, with the reason, when the shift was changed before the manager said yes', async () => {
    const { page } = await openProposal();
    await goHomeEarly(page);
    const [shift] = await week.ownShifts();
    await moveShift(planner, week, shift!, 15);
    const boss = await openPage(browser, desk, 'supervisor');
    await boss.goTo('/requests?tab=inbox');
    await approveAll(boss.page, 'Too late');
    await boss.page.getByText(t('exchangeLoop.inboxEmpty')).waitFor();
    await page
      .locator('.y-chip', { hasText: t('exchanges.state.expired') })
      .first()
      .waitFor();
    await moveShift(planner, week, (await week.ownShifts())[0]!, -15);
  });

  it('shows offers that fit, and one press takes a place', async () => {
    const own = (await week.ownShifts()).at(-1)!;
    await offer({
      kind: 'pick-up',
      span: { startAt: later(own.startAt, 2 * DAY_MINUTES), endAt: later(own.endAt, 2 * DAY_MINUTES) },
      templateId: own.templateId,
      places: 1,
      claimOrder: 'first-come',
    });
    const { page, goTo } = await openPage(browser, { ...PHONE, language }, 'agent');
    await goTo('/requests?tab=offers');
    const open = page.locator('.y-exchange', {
      has: page.getByRole('heading', { name: t('exchangeLoop.kind.pick-up') }),
    });
    await open.getByRole('button', { name: t('exchangeLoop.take') }).click();
    await page.locator('.y-toast').getByText(t('exchangeLoop.done.applied')).first().waitFor();
    await goTo('/requests');
    await page
      .getByRole('heading', { level: 2, name: t('exchangeLoop.kind.pick-up') })
      .first()
      .waitFor();
  });

  it('gives part of a shift, chosen on a bar by keyboard or by its times, though no template is like that', async () => {
    const { page, errors } = await openProposal();
    await want(page, 'swap-part');
    const until = page.getByRole('slider', { name: new RegExp(`^${t('exchangeLoop.partUntil')}`) });
    const before = await until.getAttribute('aria-valuetext');
    await until.focus();
    await page.keyboard.press('ArrowRight');
    expect(await until.getAttribute('aria-valuetext')).not.toBe(before);
    await page.getByRole('heading', { name: t('exchangeLoop.who') }).waitFor();
    // Whoever gives hours away without any in return has too few in this week.
    await page.getByRole('radio', { name: t('exchangeLoop.partReturn') }).click();
    const option = page.locator('.x-option', { hasText: t('exchangeLoop.colour.amber') }).first();
    await option.click();
    const said = { en: 'which no shift template of the contract has', ja: '契約のどの勤務パターンとも合いません' };
    await page.getByText(said[language]).first().waitFor();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBe(0);
    expect(errors).toEqual([]);
  });
});

describe.each(LANGUAGES)('exchanges at a desk, %s', (language) => {
  const { t, like } = wordsOf(language);
  const desk = { theme: 'light', width: 1280, height: 900, language } as const;

  it('say for each policy what it means, and keep what is saved', async () => {
    const { page, goTo, errors } = await openPage(browser, desk, 'planner');
    await goTo('/requests?tab=policies');
    const row = page.locator('.x-policy', { hasText: t('exchangeDesk.policy.exchanges-per-week') });
    const limit = { en: 'Most exchanges of an agent in a week', ja: '1週間の交換の上限' }[language];
    const [mine, other] = language === 'en' ? (['7', '5'] as const) : (['5', '7'] as const);
    const outcome = t(`exchangeDesk.outcome.${language === 'en' ? 'refuse' : 'review'}`);
    await policies([{ policyId: 'exchanges-per-week', outcome: 'review', parameters: { mostCount: Number(other) } }]);
    await page.reload();
    await row.getByRole('radio', { name: outcome }).click();
    await row.getByLabel(limit).fill(mine);
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: t('exchangeDesk.policiesSave') }).click();
    await page.getByText(t('exchangeDesk.policiesSaved')).waitFor();
    await page.reload();
    expect(await row.getByLabel(limit).inputValue()).toBe(mine);
    expect(errors).toEqual([]);
  });

  it('show who would take a fair offer with what the rank comes from, and give the place by hand', async () => {
    await policies([]);
    const week = await publishedWeek(planner, agent);
    const [own] = await week.ownShifts();
    const { offer: made } = await offer({
      kind: 'voluntary-time-off',
      span: { startAt: later(own!.endAt, -60), endAt: own!.endAt },
      places: 1,
      claimOrder: 'fairness',
    });
    await agent.must('OfferNoted', 'mutation ($id: ID!) { takeWorkOffer(id: $id) { __typename } }', { id: made.id });
    const { page, goTo, errors } = await openPage(browser, desk, 'planner');
    await goTo('/requests?tab=offers');
    await page
      .getByRole('button', { name: t('exchangeLoop.claims') })
      .first()
      .click();
    const give = page.getByRole('button', { name: like('exchangeDesk.grant', { name: '*' }) });
    await give.waitFor();
    await give.click();
    await page.getByText(t('exchangeDesk.claim.granted'), { exact: true }).waitFor();
    expect(errors).toEqual([]);
  });

  it('hand the inbox to somebody else for a week, and take it back', async () => {
    const { page, goTo, errors } = await openPage(browser, desk, 'supervisor');
    await goTo('/requests?tab=inbox');
    const panel = page.getByRole('region', { name: t('exchangeLoop.delegate') });
    await panel.getByLabel(t('exchangeLoop.email')).fill('nobody@example.com');
    await panel.getByRole('button', { name: t('exchangeLoop.delegateSend') }).click();
    await panel.getByText(t('exchangeLoop.wrongPerson')).waitFor();
    const takeBack = panel.getByRole('button', { name: t('exchangeLoop.endDelegation') });
    const before = await takeBack.count();
    const { viewer } = await agent.ask('{ viewer { email } }');
    await panel.getByLabel(t('exchangeLoop.email')).fill(viewer.email);
    await panel.getByRole('button', { name: t('exchangeLoop.delegateSend') }).click();
    await takeBack.nth(before).waitFor();
    await takeBack.first().click();
    await takeBack.nth(before).waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });
});
