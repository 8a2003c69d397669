import { addDays, instantOfLocal, localDateOf, MINUTE_MILLIS, weekStartOf } from '@yotei/time';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { PlannerClient } from '../kit/planner-client.js';
import { centreUrl, openPage } from '../kit/running-centre.js';

jest.setTimeout(180_000);
const PHONE = { theme: 'light', width: 390, height: 844 } as const;
/** The first free week from here on: no other journey looks at it. */
const WEEKS_AHEAD = 5;

let browser: Browser;
let planner: PlannerClient;
let weekOn: string;
let zone: string;

const demoPerson = async (role: string): Promise<PlannerClient> => {
  const { signIns } = (await (await fetch(`${centreUrl()}/api/public-info`)).json()) as {
    signIns: { email: string; password: string; role: string }[];
  };
  const { email, password } = signIns.find((one) => one.role === role)!;
  return PlannerClient.signIn(centreUrl(), email, password);
};

const policies = (settings: readonly object[]) =>
  planner.ask(
    'mutation ($settings: [ExchangePolicyInput!]!) { saveExchangePolicies(settings: $settings) { __typename } }',
    { settings },
  );

beforeAll(async () => {
  browser = await launchBrowser();
  planner = await demoPerson('PLANNER');
  const agent = await demoPerson('AGENT');
  const { viewer } = await agent.ask(
    '{ viewer { agent { id siteId contractId } organisation { sites { id zone } contracts { id templateIds } shiftTemplates { id earliestStartMinute lengthMinutes activities { activityTypeId lengthMinutes earliestStartMinutes } } } } }',
  );
  const { agent: me, organisation } = viewer;
  zone = organisation.sites.find(({ id }: { id: string }) => id === me.siteId).zone;
  weekOn = addDays(weekStartOf(localDateOf(Date.now(), zone), 1), 7 * WEEKS_AHEAD);
  const contract = organisation.contracts.find(({ id }: { id: string }) => id === me.contractId);
  const template = organisation.shiftTemplates.find(({ id }: { id: string }) => id === contract.templateIds[0]);
  const { agents } = await planner.ask('{ agents(first: 100) { edges { node { id contractId siteId } } } }');
  const colleague = agents.edges
    .map(({ node }: { node: { id: string } }) => node)
    .find(
      (one: { id: string; contractId: string; siteId: string }) =>
        one.id !== me.id && one.contractId === me.contractId && one.siteId === me.siteId,
    );
  const edit = (agentId: string, day: number) => {
    const startAt = instantOfLocal(addDays(weekOn, day), template.earliestStartMinute, zone);
    const at = (minutes: number) => new Date(startAt + minutes * MINUTE_MILLIS).toISOString();
    return {
      agentId,
      startAt: at(0),
      endAt: at(template.lengthMinutes),
      templateId: template.id,
      activities: template.activities.map(
        (one: { activityTypeId: string; lengthMinutes: number; earliestStartMinutes: number }) => ({
          activityTypeId: one.activityTypeId,
          startAt: at(one.earliestStartMinutes),
          endAt: at(one.earliestStartMinutes + one.lengthMinutes),
        }),
      ),
    };
  };
  let scheduleId: string | undefined;
  for (; !scheduleId; weekOn = scheduleId ? weekOn : addDays(weekOn, 7)) {
    const { createSchedule } = await planner.ask(
      'mutation ($weekStartOn: LocalDate!) { createSchedule(weekStartOn: $weekStartOn) { ... on ScheduleCreated { schedule { id } } } }',
      { weekStartOn: weekOn },
    );
    scheduleId = createSchedule.schedule?.id;
  }
  const edits = [edit(me.id, 0), edit(me.id, 2), edit(colleague.id, 1), edit(colleague.id, 3)];
  const { scheduleVersion } = await planner.must(
    'ShiftsEdited',
    'mutation ($input: EditShiftsInput!) { editShifts(input: $input) { __typename ... on ShiftsEdited { scheduleVersion } ... on ScheduleHasBreaches { breaches { ruleId message { en } } } ... on InvalidInput { path message } } }',
    { input: { scheduleId, label: 'Journey', edits, overrideReason: 'journey' } },
  );
  await planner.must(
    'SchedulePublished',
    'mutation ($scheduleId: ID!, $expectedVersion: Int!) { publishSchedule(scheduleId: $scheduleId, expectedVersion: $expectedVersion, overrideReason: "journey") { __typename ... on ScheduleHasBreaches { breaches { ruleId } } } }',
    { scheduleId, expectedVersion: scheduleVersion },
  );
  await policies([{ policyId: 'always', outcome: 'review', kinds: ['voluntary-time-off'] }]);
});

afterAll(async () => {
  await policies([]);
  await browser.close();
});

/** Opens the proposal of the agent's first shift of the week, from the own week. */
async function openProposal(language: 'en' | 'ja') {
  const opened = await openPage(browser, { ...PHONE, language }, 'agent');
  await opened.goTo(`/my-week?week=${weekOn}`);
  await opened.page
    .getByRole('link', { name: language === 'en' ? 'Exchange…' : '交換…' })
    .first()
    .click();
  await opened.page
    .getByRole('heading', { level: 1, name: language === 'en' ? 'Exchange this shift' : 'この勤務を交換' })
    .waitFor();
  return opened;
}

const choose = async (
  page: Awaited<ReturnType<typeof openProposal>>['page'],
  label: string,
  option: string | RegExp,
) => {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option }).first().click();
};

describe('exchanges on a phone', () => {
  it('shows who could swap, the colour before sending, and what became of the request', async () => {
    const { page, errors } = await openProposal('en');
    await page
      .getByRole('button', { name: /^Choose / })
      .first()
      .click();
    await page.getByText('It is applied as soon as everyone has said yes.').waitFor();
    await page.getByLabel('Note to the colleague').fill('Dentist');
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBe(0);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: 'Shift swap' }).first().waitFor();
    await page.getByText('You still work as before until it is applied.').first().waitFor();
    await page.getByRole('button', { name: 'Withdraw' }).first().click();
    await page.locator('.y-chip', { hasText: 'Withdrawn' }).first().waitFor();
    expect(errors).toEqual([]);
  });

  it('names the rule that a break would break, and the nearest times that work; a good one is applied at once', async () => {
    const { page } = await openProposal('en');
    await choose(page, 'What would you like?', 'Move a break');
    await page.getByRole('button', { name: 'New start' }).click();
    await page.getByRole('option').last().click();
    await page.getByText('Not possible').waitFor();
    await page.getByText('Nearest that would work').waitFor();
    await page.locator('.x-nearest').getByRole('button').first().click();
    await page.getByText('It is applied at once.').waitFor();
    await page.getByRole('button', { name: 'Apply now' }).click();
    await page.getByText('Applied', { exact: true }).first().waitFor();
  });

  it('asks a manager for what a policy puts before one; the manager sees the effect and approves', async () => {
    const { page } = await openProposal('ja');
    await choose(page, '何をしたいですか', '早く帰る');
    await page.getByRole('button', { name: '退勤する時刻' }).click();
    await page.getByRole('option').nth(1).click();
    await page.getByText('次の点について管理者の承認が必要です。').waitFor();
    await page.getByRole('button', { name: '管理者に申請' }).click();
    await page.getByText('管理者の判断待ち').first().waitFor();
    const desk = await openPage(browser, { theme: 'dark', width: 1280, height: 900, language: 'en' }, 'supervisor');
    await desk.goTo('/requests?tab=inbox');
    await desk.page.getByText('Exchanges of this kind are decided by a manager').first().waitFor();
    await desk.page.getByText('Select all').click();
    await desk.page.getByLabel('Reason, told to the agents').fill('Quiet afternoon');
    await desk.page.getByRole('button', { name: /^Approve \d/ }).click();
    await desk.page.getByText('No exchange waits for you').waitFor();
    // The agent's page hears of it without being asked to.
    await page.getByText('反映済み').first().waitFor();
    await page.getByText('Quiet afternoon').first().waitFor();
    expect(desk.errors).toEqual([]);
  });

  it('shows offers that fit, and one press takes a place', async () => {
    const agent = await demoPerson('AGENT');
    const { myWeek } = await agent.ask(
      'query ($weekOf: LocalDate!) { myWeek(weekOf: $weekOf) { shifts { shift { startAt endAt templateId activities { activityTypeId startAt endAt } } } } }',
      { weekOf: weekOn },
    );
    const own = myWeek.shifts.at(-1).shift;
    const dayMillis = 24 * 60 * MINUTE_MILLIS;
    const shifted = (at: string) => new Date(Date.parse(at) + 2 * dayMillis).toISOString();
    await planner.must(
      'WorkOffered',
      'mutation ($input: WorkOfferInput!) { createWorkOffer(input: $input) { __typename ... on InvalidInput { path message } } }',
      {
        input: {
          kind: 'pick-up',
          span: { startAt: shifted(own.startAt), endAt: shifted(own.endAt) },
          templateId: own.templateId,
          places: 1,
          claimOrder: 'first-come',
        },
      },
    );
    const { page, goTo } = await openPage(browser, { ...PHONE, language: 'en' }, 'agent');
    await goTo('/requests?tab=offers');
    await page.getByRole('heading', { name: 'Open shift' }).waitFor();
    await page.getByRole('button', { name: 'Take it' }).click();
    await page.getByText('Applied: see your week').waitFor();
    await goTo('/requests');
    await page.getByRole('heading', { level: 2, name: 'Open shift' }).first().waitFor();
  });

  it('gives part of a shift, chosen on a bar by keyboard or by its times', async () => {
    const { page, errors } = await openProposal('ja');
    await choose(page, '何をしたいですか', '一部を譲る・交換する');
    const until = page.getByRole('slider', { name: /^終了/ });
    const before = await until.getAttribute('aria-valuetext');
    await until.focus();
    await page.keyboard.press('ArrowRight');
    expect(await until.getAttribute('aria-valuetext')).not.toBe(before);
    await page.getByRole('radio', { name: '同じ長さの別の時間' }).click();
    await page.getByRole('heading', { name: '引き受けられる人' }).waitFor();
    await page.locator('.x-option, .x-who .y-state:not(.y-state-error)').first().waitFor();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBe(0);
    expect(errors).toEqual([]);
  });
});

describe('exchanges at a desk', () => {
  const DESK = { theme: 'light', width: 1280, height: 900, language: 'en' } as const;

  it('says for each policy what it means, and keeps what is saved', async () => {
    const { page, goTo, errors } = await openPage(browser, DESK, 'planner');
    await goTo('/requests?tab=policies');
    const row = page.locator('.x-policy', { hasText: 'How often somebody may exchange in one week' });
    await row.getByRole('radio', { name: 'Not possible' }).click();
    await row.getByLabel('Most exchanges of an agent in a week').fill('7');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save policies' }).click();
    await page.getByText('Policies saved; they hold from now on').waitFor();
    await page.reload();
    expect(await row.getByLabel('Most exchanges of an agent in a week').inputValue()).toBe('7');
    expect(errors).toEqual([]);
  });

  it('shows who would take a fair offer with what the rank comes from, and gives the place by hand', async () => {
    await policies([]);
    const agent = await demoPerson('AGENT');
    const { myWeek } = await agent.ask(
      'query ($weekOf: LocalDate!) { myWeek(weekOf: $weekOf) { shifts { shift { startAt endAt } } } }',
      { weekOf: weekOn },
    );
    const [own] = myWeek.shifts.map(({ shift }: { shift: { startAt: string; endAt: string } }) => shift);
    const startAt = new Date(Date.parse(own.endAt) - 60 * MINUTE_MILLIS).toISOString();
    const { offer } = await planner.must(
      'WorkOffered',
      'mutation ($input: WorkOfferInput!) { createWorkOffer(input: $input) { __typename ... on WorkOffered { offer { id } } ... on InvalidInput { path message } } }',
      {
        input: {
          kind: 'voluntary-time-off',
          span: { startAt, endAt: own.endAt },
          places: 1,
          claimOrder: 'fairness',
        },
      },
    );
    await agent.must('OfferNoted', 'mutation ($id: ID!) { takeWorkOffer(id: $id) { __typename } }', { id: offer.id });
    const { page, goTo, errors } = await openPage(browser, DESK, 'planner');
    await goTo('/requests?tab=offers');
    await page.getByRole('button', { name: 'Who would take it' }).first().click();
    await page
      .getByText(/such offers? in four weeks|No such offer in four weeks/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /^Give to / }).click();
    await page.getByText('Has a place').waitFor();
    expect(errors).toEqual([]);
  });
});
