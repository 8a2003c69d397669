import { addDays, localDateOf, MINUTE_MILLIS, startOfLocalDay } from '@yotei/time';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import {
  colleagueIds,
  demoPerson,
  publishedWeek,
  signedInColleague,
  type Colleague,
  type JourneyWeek,
} from '../kit/journey-week.js';
import type { PlannerClient } from '../kit/planner-client.js';
import { centreUrl, openPage } from '../kit/running-centre.js';
import { LANGUAGES, wordsOf } from '../kit/texts.js';

jest.setTimeout(360_000);
const PHONE = { theme: 'light', width: 390, height: 844 } as const;

let browser: Browser;
let planner: PlannerClient;
let agent: PlannerClient;
let ann: Colleague;
let ben: Colleague;

beforeAll(async () => {
  browser = await launchBrowser();
  [planner, agent] = await Promise.all([demoPerson('PLANNER'), demoPerson('AGENT')]);
  const [first, second] = await colleagueIds(planner, agent);
  ann = await signedInColleague(first!);
  ben = await signedInColleague(second!);
});
afterAll(() => browser.close());

const at = (time: string | number, minutes = 0) =>
  new Date((typeof time === 'string' ? Date.parse(time) : time) + minutes * MINUTE_MILLIS).toISOString();

/** What a browser did when it was asked to subscribe; kept by the page itself. */
const askedToPush = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { askedToPush: readonly string[] }).askedToPush);

describe.each(LANGUAGES)('an agent with colleagues, on phones, %s', (language) => {
  const { t } = wordsOf(language);
  const phone = { ...PHONE, language } as const;
  let quietWeek: JourneyWeek;
  beforeAll(async () => {
    // Before the other weeks, so that rules which look back have a published one to look at.
    quietWeek = await publishedWeek(planner, agent, { own: [0, 2], others: [] });
  });

  /** A phone of a colleague who is signed in. */
  async function phoneOf({ client }: Colleague) {
    const opened = await openPage(browser, phone);
    await opened.page.context().addCookies([client.browserCookie()]);
    return opened;
  }

  /** The agent's phone at the first shift of a week, with what is wanted chosen. */
  async function propose(week: JourneyWeek, want: 'give-away' | 'wish') {
    const opened = await openPage(browser, phone, 'agent');
    const { page } = opened;
    await opened.goTo(`/my-week?week=${week.weekOn}`);
    await page
      .getByRole('link', { name: t('exchanges.open') })
      .first()
      .click();
    await page.getByRole('button', { name: t('exchangeLoop.what') }).click();
    await page.getByRole('option', { name: t(`exchangeLoop.want.${want}`), exact: true }).click();
    return opened;
  }

  const startsOf = async ({ client }: Colleague, week: JourneyWeek) =>
    (await client.myWeek(week.weekOn)).shifts.map(({ startAt }) => localDateOf(Date.parse(startAt), week.zone));

  it('gives a shift away: the colleague hears of it, says yes, and works it', async () => {
    // A sixth day is one too many: the Monday can go to somebody who has none.
    const week = await publishedWeek(planner, agent, { own: [0, 1, 2, 3, 4, 5], others: [] });
    const [monday] = await week.ownShifts();
    const { exchangeAlternatives } = await agent.ask(
      'query ($request: ExchangeRequestInput!) { exchangeAlternatives(request: $request, most: 8) { agent { id name } } }',
      { request: { kind: 'give-away', shiftId: monday!.id } },
    );
    const { id, name } = exchangeAlternatives[0].agent;
    const colleague = await signedInColleague(id);
    const hers = await phoneOf(colleague);
    await hers.goTo('/requests');
    const { page, errors } = await propose(week, 'give-away');
    await page
      .getByRole('button', { name: t('exchangeLoop.choose', { name }), exact: true })
      .first()
      .click();
    await page.getByText(t('exchangeLoop.greenAsk')).waitFor();
    await page.getByLabel(t('exchangeLoop.note')).fill(`Moving house, ${language}`);
    await page.getByRole('button', { name: t('exchangeLoop.send'), exact: true }).click();
    // Her page was open and was not touched.
    const asked = hers.page.locator('.y-exchange', { hasText: `Moving house, ${language}` });
    await asked.getByRole('button', { name: t('exchangeLoop.accept') }).click();
    await page
      .locator('.y-exchange', { hasText: `Moving house, ${language}` })
      .getByText(t('exchanges.state.applied'), { exact: true })
      .waitFor();
    expect(await startsOf(colleague, week)).toEqual([week.weekOn]);
    expect(await week.ownShifts()).toHaveLength(5);
    expect(errors).toEqual([]);
  });

  it('takes an hour off that is offered, and an hour more', async () => {
    const week = quietWeek;
    const [early, late] = await week.ownShifts();
    const offers = [
      { kind: 'voluntary-time-off', span: { startAt: at(early!.endAt, -60), endAt: early!.endAt } },
      { kind: 'overtime', span: { startAt: late!.endAt, endAt: at(late!.endAt, 60) } },
    ] as const;
    for (const { kind, span } of offers)
      await planner.must(
        'WorkOffered',
        'mutation ($input: WorkOfferInput!) { createWorkOffer(input: $input) { __typename ... on InvalidInput { path message } } }',
        { input: { kind, span, claimOrder: 'first-come', note: `${kind} of ${week.weekOn}` } },
      );
    const { page, goTo, errors } = await openPage(browser, phone, 'agent');
    for (const { kind } of offers) {
      await goTo('/requests?tab=offers');
      const offer = page.locator('.y-exchange', { hasText: `${kind} of ${week.weekOn}` });
      await offer.getByRole('heading', { name: t(`exchangeLoop.kind.${kind}`) }).waitFor();
      await offer.getByRole('button', { name: t('exchangeLoop.take') }).click();
      await page.locator('.y-toast').getByText(t('exchangeLoop.done.applied')).first().waitFor();
    }
    const [shorter, longer] = await week.ownShifts();
    expect(Date.parse(longer!.endAt) - Date.parse(late!.endAt)).toBe(60 * MINUTE_MILLIS);
    expect(shorter!.startAt).toBe(early!.startAt);
    expect(errors).toEqual([]);
  });

  it('offers a shift for another day, and a ring of three is found and applied at once', async () => {
    const others = [
      { agentId: ann.agentId, days: [1] },
      { agentId: ben.agentId, days: [2] },
    ];
    const week = await publishedWeek(planner, agent, { own: [0], others });
    const day = (of: number) => startOfLocalDay(addDays(week.weekOn, of), week.zone);
    const wish = async ({ client }: Colleague, on: number) => {
      const { myWeek } = await client.ask(
        'query ($on: LocalDate!) { myWeek(weekOf: $on) { shifts { shift { id } } } }',
        { on: week.weekOn },
      );
      await client.must(
        'SwapWishPosted',
        'mutation ($shiftId: ID!, $accepts: [AcceptedTimeInput!]!) { postSwapWish(shiftId: $shiftId, accepts: $accepts) { __typename } }',
        { shiftId: myWeek.shifts[0].shift.id, accepts: [{ startAt: at(day(on)), endAt: at(day(on + 1)) }] },
      );
    };
    // Ann would work Ben's Wednesday, Ben the agent's Monday; the agent wants Ann's Tuesday and nothing else.
    await wish(ann, 2);
    await wish(ben, 0);
    const bens = await phoneOf(ben);
    await bens.goTo(`/my-week?week=${week.weekOn}`);
    const { page, errors } = await propose(week, 'wish');
    await page.locator('.x-wish-form .y-checkbox').first().click();
    await page.getByRole('button', { name: t('exchangeLoop.wishSend') }).click();
    await page.locator('.y-toast').getByText(t('exchangeLoop.done.applied')).first().waitFor();
    const ring = page.locator('.y-exchange', {
      has: page.getByRole('heading', { name: t('exchangeLoop.kind.cycle') }),
    });
    await ring.getByText(t('exchanges.state.applied'), { exact: true }).first().waitFor();
    expect(await ring.first().locator('.x-party').count()).toBe(3);
    await bens.page.getByText(t('rosters.newNotice')).first().waitFor();
    const starts = await Promise.all([ann, ben].map((one) => startsOf(one, week)));
    expect(starts).toEqual([[addDays(week.weekOn, 2)], [week.weekOn]]);
    expect((await week.ownShifts()).map(({ startAt }) => localDateOf(Date.parse(startAt), week.zone))).toEqual([
      addDays(week.weekOn, 1),
    ]);
    expect(errors).toEqual([]);
  });

  it('waits for a place with a number, and has it the moment one comes free', async () => {
    const { viewer } = await agent.ask('{ viewer { agent { teamId zone } } }');
    const { teamId, zone } = viewer.agent;
    const on = addDays(localDateOf(Date.now(), zone), language === 'en' ? 110 : 117);
    const { allowances } = await planner.must(
      'TimeOffTerms',
      'mutation ($input: TimeOffAllowanceInput!) { addTimeOffAllowance(input: $input) { __typename ... on TimeOffTerms { allowances { id fromOn } } } }',
      {
        input: {
          teamId,
          fromOn: on,
          untilOn: addDays(on, 1),
          weekdays: [1, 2, 3, 4, 5, 6, 7],
          fromMinute: 0,
          untilMinute: 1440,
          most: 1,
        },
      },
    );
    const span = { startAt: at(startOfLocalDay(on, zone)), endAt: at(startOfLocalDay(addDays(on, 1), zone)) };
    const first = await ann.client.must(
      'TimeOffAsked',
      'mutation ($input: TimeOffInput!) { askTimeOff(input: $input) { __typename ... on TimeOffAsked { requestId judgement { verdict } } } }',
      { input: { kind: 'annual', ...span } },
    );
    expect(first.judgement.verdict).toBe('approved');
    const { page, goTo, errors } = await openPage(browser, phone, 'agent');
    await goTo('/time-off');
    await page.getByLabel(t('own.firstDay')).fill(on);
    await page.getByText(t('own.verdict-waiting')).waitFor();
    await page.getByRole('button', { name: t('own.send') }).click();
    const waiting = page.locator('.y-own-request', { hasText: t('own.statePosition', { position: 1 }) });
    await waiting.waitFor();
    await ann.client.ask('mutation ($id: ID!) { withdrawTimeOff(id: $id) { __typename } }', { id: first.requestId });
    // The page hears of it by itself.
    await waiting.waitFor({ state: 'detached' });
    await page
      .locator('.y-own-request', { hasText: t('own.state-approved') })
      .first()
      .waitFor();
    const { id } = allowances.find(({ fromOn }: { fromOn: string }) => fromOn === on);
    await planner.ask('mutation ($id: ID!) { removeTimeOffAllowance(id: $id) }', { id });
    expect(errors).toEqual([]);
  });

  it('asks for part of a day, which uses those hours only', async () => {
    const on = addDays(localDateOf(Date.now(), 'Asia/Tokyo'), language === 'en' ? 124 : 131);
    const { page, goTo, errors } = await openPage(browser, phone, 'agent');
    await goTo('/time-off');
    await page.getByText(t('own.partOfDay')).click();
    await page.getByLabel(t('own.day'), { exact: true }).fill(on);
    await page.getByLabel(t('own.from'), { exact: true }).fill('14:00');
    await page.getByLabel(t('own.until'), { exact: true }).fill('16:30');
    await page.getByText(t('own.uses', { hours: '2.5' })).waitFor();
    await page.getByRole('button', { name: t('own.send') }).click();
    await page
      .locator('.y-own-request', { hasText: /14:00.*16:30/ })
      .first()
      .waitFor();
    expect(errors).toEqual([]);
  });

  it('is told in clear words what the browser says to pushes, and asks its push service with the key of the centre', async () => {
    const { page, goTo, errors } = await openPage(browser, phone, 'agent');
    await page.addInitScript(() => {
      const asked: string[] = [];
      Object.assign(globalThis, { askedToPush: asked });
      const { subscribe } = PushManager.prototype;
      PushManager.prototype.subscribe = function (options) {
        const key = new Uint8Array(options!.applicationServerKey as ArrayBuffer);
        asked.push(
          btoa(String.fromCharCode(...key))
            .replaceAll('+', '-')
            .replaceAll('/', '_')
            .replace(/=+$/, ''),
        );
        return subscribe.call(this, options);
      };
    });
    await goTo('/me');
    const card = page.getByRole('region', { name: t('own.devices') });
    const add = card.getByRole('button', { name: t('own.addDevice') });
    await add.click();
    await page.getByText(t('own.pushRefused')).waitFor();
    expect(await askedToPush(page)).toEqual([]);
    await page.context().grantPermissions(['notifications'], { origin: centreUrl() });
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await add.click();
    // A browser of a test has no push service behind it: the request is made, and its refusal told, not a success.
    await page.getByText(t('own.pushUnknown')).waitFor();
    const { myNoticeSettings } = await agent.ask('{ myNoticeSettings { pushPublicKey devices { id } } }');
    expect(await askedToPush(page)).toEqual([myNoticeSettings.pushPublicKey]);
    expect(myNoticeSettings.devices).toEqual([]);
    const without = await openPage(browser, phone, 'agent');
    await without.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PushManager'));
    await without.goTo('/me');
    await without.page.getByText(t('own.cannotPush')).waitFor();
    expect(await without.page.getByRole('button', { name: t('own.addDevice') }).isDisabled()).toBe(true);
    expect([...errors, ...without.errors]).toEqual([]);
  });
});
