import type { Browser, Page } from 'playwright-core';
import type { MessageId } from '../../apps/web/src/app/i18n/t.js';
import { launchBrowser } from '../kit/browser.js';
import { PlannerClient } from '../kit/planner-client.js';
import { centreUrl, openPage } from '../kit/running-centre.js';
import { LANGUAGES, wordsOf, type Language } from '../kit/texts.js';

jest.setTimeout(360_000);
/** The day may hold minutes of computing for a busy machine. */
const PATIENCE = { timeout: 240_000 } as const;

/** Of the product's own texts: what is only seen at some hours is called by its present name at all of them. */
function wordsFor(language: Language) {
  const { t, like } = wordsOf(language);
  const own = (id: MessageId) => new RegExp(`^${t(id)}: `);
  return {
    ...{ today: t('intraday.today'), show: t('intraday.showMends'), mends: t('intraday.mends') },
    ...{ apply: own('intraday.apply'), undo: t('intraday.undo'), undone: t('intraday.undone') },
    ...{ report: t('intraday.reportAbsence'), sick: `${t('intraday.sickToday')}: `, noShift: t('intraday.noShift') },
    out: like('intraday.takenOut', { name: '*', range: '*' }),
    begun: t('intraday.staleBegun'),
    ...{ replay: t('intraday.replay'), minute: t('intraday.minute') },
  };
}

let browser: Browser;
let supervisor: PlannerClient;

beforeAll(async () => {
  browser = await launchBrowser();
  const { signIns } = (await (await fetch(`${centreUrl()}/api/public-info`)).json()) as {
    signIns: { email: string; password: string; role: string }[];
  };
  const { email, password } = signIns.find(({ role }) => role === 'SUPERVISOR')!;
  supervisor = await PlannerClient.signIn(centreUrl(), email, password);
});
afterAll(() => browser.close());

interface Alert {
  readonly text: { readonly en: string; readonly ja: string };
  readonly queueId: string;
  readonly startAt: string;
  readonly endAt: string;
  readonly clearedAt: string | null;
}

/** What is left of today decides what there is to see: the journeys run at any hour. */
async function standing(): Promise<Alert[]> {
  const { intradayOutlook } = await supervisor.ask(
    '{ intradayOutlook { ... on IntradayOutlook { alerts { queueId startAt endAt clearedAt text { en ja } } } } }',
  );
  return intradayOutlook.alerts.filter(({ clearedAt }: Alert) => clearedAt === null).slice(0, 6);
}

/** The alerts, once the page shows every one of them: the day goes on meanwhile, and some are told anew. */
async function standingOn(page: Page, language: Language): Promise<Alert[]> {
  for (let left = 5; ; left -= 1) {
    const alerts = await standing();
    const shown = alerts.map(({ text }) => page.getByText(text[language], { exact: true }).first());
    try {
      for (const alert of shown) await alert.waitFor({ timeout: left === 0 ? PATIENCE.timeout : 15_000 });
      return alerts;
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

/** The first of the alerts shown that something can be done about; none late in the evening. */
async function mendable(alerts: readonly Alert[]): Promise<Alert | undefined> {
  for (const alert of alerts) {
    const { queueId, startAt, endAt } = alert;
    const { repairProposals } = await supervisor.ask(
      'query ($queueId: ID, $startAt: DateTime, $endAt: DateTime) { repairProposals(queueId: $queueId, startAt: $startAt, endAt: $endAt) { ... on RepairProposals { proposals { id } } } }',
      { queueId, startAt, endAt },
    );
    if (repairProposals.proposals.length > 0) return alert;
  }
  return undefined;
}

async function openLive(language: Language): Promise<{ page: Page; errors: readonly string[] }> {
  const opened = await openPage(browser, { language, theme: language === 'ja' ? 'dark' : 'light' }, 'supervisor');
  await opened.goTo('/live');
  await opened.page.getByRole('heading', { level: 2, name: wordsFor(language).today, exact: true }).waitFor(PATIENCE);
  await opened.page.locator('.day-alerts').waitFor(PATIENCE);
  return opened;
}

/** Looks at an alert, applies its best mend and takes it back; false when what would have been moved has just begun. */
async function mend(page: Page, language: Language, alert: Alert): Promise<boolean> {
  const words = wordsFor(language);
  await page.getByRole('button', { name: `${words.show}: ${alert.text[language]}` }).click();
  const dialog = page.getByRole('dialog', { name: words.mends });
  await dialog.getByRole('button', { name: words.apply }).first().click(PATIENCE);
  const undo = page.locator('.y-toast').getByRole('button', { name: words.undo }).first();
  const begun = page.getByText(words.begun).first();
  await undo.or(begun).first().waitFor(PATIENCE);
  if (await begun.isVisible()) {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden', ...PATIENCE });
    return false;
  }
  await undo.click(PATIENCE);
  await dialog.waitFor({ state: 'hidden', ...PATIENCE });
  await page.getByText(words.undone).first().waitFor(PATIENCE);
  return true;
}

/** Mends the first alert that can be mended; late in the evening there is none. */
async function mendFirst(page: Page, language: Language): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) {
    const chosen = await mendable(await standingOn(page, language));
    if (!chosen || (await mend(page, language, chosen))) return;
  }
  throw new Error('three mends in a row had begun when they were applied');
}

/** Two clicks: report, sick. What is left of the day decides whether there is a shift to take out. */
async function reportSick(page: Page, language: Language): Promise<void> {
  const words = wordsFor(language);
  await page.getByRole('button', { name: words.report }).click();
  const dialog = page.getByRole('dialog', { name: words.report });
  const sick = dialog.getByRole('button', { name: words.sick });
  await sick.first().waitFor(PATIENCE);
  const name = (await sick.first().getAttribute('aria-label'))!.slice(words.sick.length);
  await sick.first().click();
  const out = dialog.getByText(words.out);
  const none = page.getByText(words.noShift);
  await out.or(none).first().waitFor(PATIENCE);
  const wasOut = await out.isVisible();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  if (!wasOut) return;
  await page.getByRole('button', { name: `${words.undo}: ${name}` }).click(PATIENCE);
  await page.getByText(words.undone).last().waitFor(PATIENCE);
}

describe('a supervisor’s day', () => {
  it.each(LANGUAGES)('shows alerts, mends them in a click, and takes somebody sick out (%s)', async (language) => {
    const { page, errors } = await openLive(language);
    await mendFirst(page, language);
    await reportSick(page, language);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBe(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('can be played again minute by minute, by keyboard alone', async () => {
    const { page, errors } = await openLive('en');
    const words = wordsFor('en');
    await page.getByRole('button', { name: words.replay }).focus();
    await page.keyboard.press('Enter');
    const slider = page.getByRole('slider', { name: words.minute });
    await slider.waitFor(PATIENCE);
    const before = await slider.getAttribute('aria-valuetext');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).not.toBe(before);
    await page.getByRole('button', { name: 'Play', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Pause', exact: true }).press('Enter');
    await page.keyboard.press('Escape');
    await slider.waitFor({ state: 'hidden' });
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
