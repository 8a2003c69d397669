import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { PlannerClient } from '../kit/planner-client.js';
import { centreUrl, openPage } from '../kit/running-centre.js';

jest.setTimeout(240_000);
/** The day may hold minutes of computing for a busy machine. */
const PATIENCE = { timeout: 90_000 } as const;

const WORDS = {
  en: {
    today: 'Today',
    show: 'Show mends',
    mends: 'Ways to mend it',
    apply: /^(Apply|Offer): /,
    undo: 'Undo',
    undone: 'It is as it was before.',
    report: 'Report sick or late…',
    sick: 'Sick today: ',
    out: / is out of the schedule /,
    noShift: 'There is no shift left today.',
    close: 'Close',
    replay: 'Replay a day…',
    minute: 'Minute of the day',
    day: 'Day',
  },
  ja: {
    today: '今日',
    show: '手当てを見る',
    mends: '手当ての方法',
    apply: /^(適用|募集する): /,
    undo: '元に戻す',
    undone: '元に戻しました。',
    report: '欠勤・遅刻を登録…',
    sick: '今日は病欠: ',
    out: /の勤務から外しました/,
    noShift: '今日の勤務はもうありません。',
    close: '閉じる',
    replay: '過去の一日を再生…',
    minute: '時刻',
    day: '日付',
  },
} as const;

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

async function openLive(language: 'en' | 'ja'): Promise<{ page: Page; errors: readonly string[] }> {
  const opened = await openPage(browser, { language, theme: language === 'ja' ? 'dark' : 'light' }, 'supervisor');
  await opened.goTo('/live');
  await opened.page.getByRole('heading', { level: 2, name: WORDS[language].today, exact: true }).waitFor(PATIENCE);
  await opened.page.locator('.day-alerts').waitFor(PATIENCE);
  return opened;
}

/** Looks at an alert, applies its best mend and takes it back. */
async function mend(page: Page, language: 'en' | 'ja', alert: Alert): Promise<void> {
  const words = WORDS[language];
  await page.getByRole('button', { name: `${words.show}: ${alert.text[language]}` }).click();
  const dialog = page.getByRole('dialog', { name: words.mends });
  await dialog.getByRole('button', { name: words.apply }).first().click(PATIENCE);
  await dialog.waitFor({ state: 'hidden', ...PATIENCE });
  await page.locator('.y-toast').getByRole('button', { name: words.undo }).first().click(PATIENCE);
  await page.getByText(words.undone).first().waitFor(PATIENCE);
}

/** Two clicks: report, sick. What is left of the day decides whether there is a shift to take out. */
async function reportSick(page: Page, language: 'en' | 'ja'): Promise<void> {
  const words = WORDS[language];
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
  it.each(['en', 'ja'] as const)(
    'shows alerts, mends them in a click, and takes somebody sick out (%s)',
    async (language) => {
      const { page, errors } = await openLive(language);
      const alerts = await standing();
      for (const { text } of alerts) await page.getByText(text[language], { exact: true }).first().waitFor(PATIENCE);
      const chosen = await mendable(alerts);
      if (chosen) await mend(page, language, chosen);
      await reportSick(page, language);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over).toBe(0);
      expect(errors).toEqual([]);
      await page.context().close();
    },
  );

  it('can be played again minute by minute, by keyboard alone', async () => {
    const { page, errors } = await openLive('en');
    const words = WORDS.en;
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
