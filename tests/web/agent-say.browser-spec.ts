import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { centreUrl, openPage } from '../kit/running-centre.js';
import { LANGUAGES, wordsOf } from '../kit/texts.js';

jest.setTimeout(360_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

async function ask(context: BrowserContext, query: string, variables: object = {}) {
  const answer = await context.request.post(`${centreUrl()}/graphql`, {
    headers: { origin: centreUrl(), 'apollo-require-preflight': 'true' },
    data: { query, variables },
  });
  return ((await answer.json()) as { data: Record<string, unknown> }).data;
}

async function realAnswer(route: Route): Promise<{ readonly myAdherence?: object } | null> {
  try {
    return ((await (await route.fetch()).json()) as { data: { myAdherence?: object } }).data;
  } catch {
    return null;
  }
}

/** A day of adherence with half an hour out, laid into the api's answers: the demo centre tells no states of its own. */
async function layOut(page: Page, startAt: string): Promise<void> {
  const on = startAt.slice(0, 10);
  const seconds = { scheduledSeconds: 28_800, outSeconds: 1800, explainedSeconds: 0, ignoredSeconds: 0 };
  const figures = {
    ...{ adherenceFraction: 0.9375, conformanceKind: 'FRACTION', conformanceFraction: 1, ...seconds },
    ...{ unknownSeconds: 0, outsideSeconds: 0, contactScheduledSeconds: 25_200, contactWorkedSeconds: 25_200 },
  };
  const endAt = new Date(Date.parse(startAt) + 1_800_000).toISOString();
  const out = { startAt, endAt, status: 'out', credit: null, activityTypeId: 'contact', state: 'away' };
  await page.route('**/graphql', async (route) => {
    const query = (route.request().postDataJSON() as { query?: string }).query ?? '';
    if (!query.includes('query MyAdherence')) return route.fallback();
    const data = await realAnswer(route);
    // The page was left, or has asked again, before the answer came.
    if (!data) return route.abort().catch(() => undefined);
    const day = { on, zone: 'Asia/Tokyo', judgedUntil: endAt, figures, spans: [out] };
    const laid = query.includes('query MyAdherenceDay')
      ? { myAdherenceDay: day }
      : { myAdherence: { ...data.myAdherence, figures, days: [{ on, final: true, figures }] } };
    return route.fulfill({ json: { data: laid } });
  });
}

describe.each(LANGUAGES)('an agent’s say on a phone, %s', (language) => {
  const { t, like } = wordsOf(language);
  const phone = { theme: 'light', width: 390, height: 844, language } as const;

  it('has dates on which it is otherwise, kept with what was said', async () => {
    const { page, goTo, errors } = await openPage(browser, phone, 'agent');
    await goTo('/wishes');
    const panel = page.getByRole('region', { name: t('own.dates') });
    await panel.getByLabel(t('own.day'), { exact: true }).fill(inDays(200));
    await panel.getByText(t('own.partOfDay')).click();
    await panel.getByRole('button', { name: t('own.addDate') }).click();
    const said = like('own.dateCannot', { day: '*', from: '15:00', until: '24:00' });
    await panel.getByText(said).waitFor();
    await panel.getByRole('button', { name: t('own.save') }).click();
    await page.getByText(t('own.saved'), { exact: true }).waitFor();
    await goTo('/wishes');
    await panel.getByRole('button', { name: said }).click();
    await panel.getByRole('button', { name: t('own.save') }).click();
    await page.getByText(t('own.saved'), { exact: true }).waitFor();
    expect(errors).toEqual([]);
  });

  it('is told while the week is open that a balance was corrected, and sees what it comes from', async () => {
    const { page, goTo } = await openPage(browser, phone, 'agent');
    const own = (await ask(page.context(), '{ viewer { agent { id name } } }')) as {
      viewer: { agent: { id: string; name: string } };
    };
    await goTo('/my-week');
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    const planner = await openPage(browser, { ...phone, width: 1280, height: 900 }, 'planner');
    await planner.goTo('/time-off');
    const accounts = planner.page.getByRole('region', { name: t('own.accounts') });
    await accounts.getByRole('textbox', { name: t('own.findPerson') }).fill(own.viewer.agent.name);
    await accounts.getByRole('button', { name: own.viewer.agent.name }).click();
    await accounts.getByLabel(t('own.correctHours')).fill('1.5');
    const reason = `carried over from the old system, ${Date.now()}`;
    await accounts.getByLabel(t('own.reasonToTell')).fill(reason);
    await accounts.getByRole('button', { name: t('own.correctSave'), exact: true }).click();
    await accounts.getByText(reason).waitFor();
    // The page of the agent was not touched meanwhile.
    await page.getByText(reason).first().waitFor();
    await goTo('/time-off');
    await page.getByText(t('own.balanceHow')).first().click();
    await page.getByText(t('own.partGranted')).first().waitFor();
    await page.getByText(reason).waitFor();
  });

  it('has the own numbers with what they come from, hard contacts among them', async () => {
    const { page, goTo, errors } = await openPage(browser, phone, 'agent');
    await goTo('/me');
    const numbers = page.getByRole('region', { name: t('own.numbers') });
    await numbers.getByText(t('own.numbersHard')).first().waitFor();
    await numbers.getByText(like('own.numbersHardOf', { minutes: '*' })).waitFor();
    expect(await numbers.getByText(t('own.numbers-weekend')).count()).toBe(1);
    expect(errors).toEqual([]);
  });

  it('explains a deviation with a reason and words of its own, and sees that it waits', async () => {
    const { page, goTo, errors } = await openPage(browser, phone, 'agent');
    const hours = language === 'en' ? 26 : 28;
    await layOut(page, new Date(Math.floor(Date.now() / 3_600_000 - hours) * 3_600_000).toISOString());
    await goTo('/me');
    const panel = page.getByRole('region', { name: t('adherence.mine') });
    await panel.locator('summary').first().click();
    await panel.getByRole('button', { name: t('adherence.explain') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('adherence.reason') }).click();
    await page.getByRole('option', { name: t('adherence.kind-transport') }).click();
    await dialog.getByLabel(t('adherence.note')).fill('The train stood still');
    await dialog.getByRole('button', { name: t('adherence.send') }).click();
    await page.getByText(t('adherence.sent')).waitFor();
    await panel.getByText(t('adherence.kind-transport')).first().waitFor();
    const takeBack = panel.getByRole('button', { name: t('adherence.withdraw') });
    await takeBack.click();
    await takeBack.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });

  it('chooses when and how it is told, which stays', async () => {
    const { page, goTo, errors } = await openPage(browser, phone, 'agent');
    await goTo('/me');
    const panel = page.getByRole('region', { name: t('own.notices') });
    const quiet = panel.getByRole('checkbox', { name: t('own.quietHours') });
    const save = async (mail: 'own.mailDigest' | 'own.mailNow', isQuiet: boolean) => {
      await panel.getByText(t(mail), { exact: true }).click();
      if ((await quiet.isChecked()) !== isQuiet) await panel.getByText(t('own.quietHours')).click();
      await panel.getByRole('button', { name: t('own.save') }).click();
      await page.getByText(t('own.saved'), { exact: true }).waitFor();
    };
    await save('own.mailDigest', true);
    await goTo('/me');
    expect(await panel.getByRole('radio', { name: t('own.mailDigest') }).isChecked()).toBe(true);
    expect(await quiet.isChecked()).toBe(true);
    await save('own.mailNow', false);
    expect(errors).toEqual([]);
  });
});
