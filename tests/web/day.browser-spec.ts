import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { DayDesk, type Seat } from '../kit/day-desk.js';
import { useTestApiOfItsOwn } from '../kit/own-database.js';
import type { Loose, TestPerson } from '../kit/test-api.js';

jest.setTimeout(360_000);
const api = useTestApiOfItsOwn({ worker: true, environment: { YOTEI_WEB_DIR: 'apps/web/dist/app' } });
const DESKTOP = { theme: 'light', width: 1440, height: 900 } as const;
const PHONE = { theme: 'dark', width: 390, height: 844 } as const;
const PATIENCE = { timeout: 120_000 } as const;
const LANGUAGES = ['en', 'ja'] as const;
type Language = (typeof LANGUAGES)[number];

const WORDS = {
  en: {
    today: 'Today',
    show: 'Show mends',
    mends: 'Ways to mend it',
    three: /^Apply: Move 3 breaks and activities for /,
    rules: 'Rules kept',
    paid: 'No paid time more or less',
    told: /^Move 3 breaks.*3 people are told and asked for a receipt/,
    gotIt: 'Got it',
    outage: 'Excuse an outage…',
    excuse: 'Excuse',
    effect: /of \d+ scheduled agents, \d+ min no longer count as out/,
    excused: /\d+ agents are excused/,
    long: /agents are scheduled in this time\. Working out what it changes/,
    workOut: 'Work it out',
    later: 'Later',
    nothing: 'No day of this time has been judged',
    byTeam: 'By team',
    byPerson: 'By person',
    csv: 'Download CSV',
    grace: 'Grace for short deviations',
    try: 'Try on last week',
    differ: /agent-days, [1-9]\d* of them would differ\./,
    save: 'Save',
    saved: 'Saved. Boards and running days follow.',
  },
  ja: {
    today: '今日',
    show: '手当てを見る',
    mends: '手当ての方法',
    three: /^適用: 休憩などを3件移動/,
    rules: '規則を遵守',
    paid: '有給時間の増減なし',
    told: /^休憩などを3件移動.*3名に通知し、確認を依頼しています/,
    gotIt: '確認しました',
    outage: '障害の時間を考慮…',
    excuse: '考慮する',
    effect: /勤務予定の\d+人のうち\d+人、合わせて\d+分/,
    excused: /\d+人の時間を考慮しました/,
    long: /この時間帯の予定は.*名です。効果の計算には少し時間がかかります/,
    workOut: '効果を計算する',
    later: '次の期間',
    nothing: 'この期間に判定済みの日はありません',
    byTeam: 'チーム別',
    byPerson: '個人別',
    csv: 'CSVをダウンロード',
    grace: '短いずれの許容',
    try: '先週で試す',
    differ: /人日のうち、[1-9]\d*人日の判定が変わります。/,
    save: '保存',
    saved: '保存しました。画面と進行中の日に反映されます。',
  },
} as const;

let browser: Browser;
let desk: DayDesk;
/** Everybody on shift, in order of name. */
let agentIds: readonly string[];

beforeAll(async () => {
  browser = await launchBrowser();
  desk = await DayDesk.open(api);
  const { liveBoard } = await desk.ask('{ liveBoard { agentIds activities } }');
  const working = new Set(liveBoard.activities.filter((_: number, i: number) => i % 4 === 0));
  agentIds = liveBoard.agentIds.filter((_: string, place: number) => working.has(place));
}, 360_000);
afterAll(() => browser?.close());

interface Mend {
  readonly alert: { readonly text: Readonly<Record<Language, string>> };
  readonly id: string;
  readonly steps: readonly { readonly agentId: string; readonly fromAt: string; readonly toAt: string }[];
}

/** An alert for which three breaks of three people can be moved; the api says which, the page shows it. */
async function mendOfThree(): Promise<Mend> {
  const { intradayOutlook } = await desk.ask(
    '{ intradayOutlook { ... on IntradayOutlook { alerts { queueId startAt endAt clearedAt text { en ja } } } } }',
  );
  for (const alert of intradayOutlook.alerts.filter(({ clearedAt }: Loose) => clearedAt === null)) {
    const { queueId, startAt, endAt } = alert;
    const { repairProposals } = await desk.ask(
      `query ($queueId: ID, $startAt: DateTime, $endAt: DateTime) { repairProposals(queueId: $queueId, startAt: $startAt, endAt: $endAt) {
        ... on RepairProposals { proposals { id kind people steps { agentId fromAt toAt } } } } }`,
      { queueId, startAt, endAt },
    );
    const found = repairProposals.proposals.find(
      ({ kind, people, steps }: Loose) => kind === 'MOVE_BREAKS' && people === 3 && steps.length === 3,
    );
    if (found) return { alert, ...found };
  }
  throw new Error('everybody has lunch at noon: one alert must have a mend that moves three breaks');
}

/** Starts of the rests of some agents that begin from now on. */
const restsOf = async (ids: readonly string[]) =>
  api.db.peek<{ agentId: string; at: string }>(
    `select sh.agent_id as "agentId", a.start_at::text as at from shift_activities a join shifts sh on sh.id = a.shift_id
     where sh.agent_id = any ($1::uuid[]) and a.activity_type_id in ('lunch', 'break') and a.start_at > $2::timestamptz
       and a.start_at < $2::timestamptz + interval '12 hours' order by 1, 2`,
    [ids, new Date(desk.now).toISOString()],
  );

const isSideways = (page: Seat['page']) =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

describe('a supervisor’s morning', () => {
  /** One of those told reads it on a phone and says so. */
  async function acknowledge(person: TestPerson, language: Language): Promise<void> {
    const { page, context, goTo, errors } = await desk.sit(browser, person, { ...PHONE, language });
    await goTo('/my-week');
    await page.getByRole('button', { name: WORDS[language].gotIt }).first().click(PATIENCE);
    await page.getByRole('button', { name: WORDS[language].gotIt }).first().waitFor({ state: 'hidden' });
    expect(errors).toEqual([]);
    await context.close();
  }

  it.each(LANGUAGES)(
    'sees an alert, moves three breaks, one agent has read it, and an outage is excused (%s)',
    async (language) => {
      const words = WORDS[language];
      const mend = await mendOfThree();
      const moved = mend.steps.map(({ agentId }) => agentId);
      const people = await desk.asAgents(moved);
      const before = await restsOf(agentIds);
      const { page, context, goTo, errors } = await desk.sit(browser, desk.supervisor, { ...DESKTOP, language });
      await goTo('/live');
      await page.getByRole('button', { name: `${words.show}: ${mend.alert.text[language]}` }).click(PATIENCE);
      const dialog = page.getByRole('dialog', { name: words.mends });
      const card = dialog
        .getByRole('article')
        .filter({ has: page.getByRole('button', { name: words.three }) })
        .first();
      await card.getByText(words.rules).waitFor(PATIENCE);
      await card.getByText(words.paid).waitFor();
      expect(await card.locator('.day-steps li').count()).toBe(3);
      await card.getByRole('button', { name: words.three }).click();
      await page.locator('.y-toast').getByText(words.told).waitFor(PATIENCE);
      // Three rests lie elsewhere, those of the three; everybody else’s are where they were.
      const after = await restsOf(agentIds);
      const changed = after.filter(({ at }, i) => at !== before[i]!.at);
      expect(changed.map(({ agentId }) => agentId).sort()).toEqual([...moved].sort());

      await acknowledge(people[0]!, language);
      const notices = await api.db.peek<{ userId: string; read: boolean }>(
        `select user_id as "userId", acknowledged_at is not null as read from notifications where user_id = any ($1::uuid[])`,
        [people.map(({ context: { userId } }) => userId)],
      );
      expect(notices.filter(({ read }) => read).map(({ userId }) => userId)).toEqual([people[0]!.context.userId]);
      expect(new Set(notices.map(({ userId }) => userId)).size).toBe(3);

      const hit = agentIds
        .filter((id) => !moved.includes(id))
        .slice(language === 'en' ? 0 : 5)
        .slice(0, 5);
      await desk.told([
        ...hit.map((id) => [id, 90, 'available'] as const),
        ...hit.map((id) => [id, 20, 'offline'] as const),
      ]);
      await page.getByRole('button', { name: words.outage }).click();
      const excuse = page.getByRole('dialog');
      await excuse.getByText(words.effect).waitFor(PATIENCE);
      await excuse.getByRole('button', { name: words.excuse, exact: true }).click();
      await page.locator('.y-toast').getByText(words.excused).waitFor(PATIENCE);
      const explained = await desk.ask(
        'query ($agentId: ID!, $on: LocalDate!) { adherenceDay(agentId: $agentId, on: $on) { figures { explainedSeconds outSeconds } } }',
        { agentId: hit[0], on: new Date(desk.now).toISOString().slice(0, 10) },
      );
      expect(explained.adherenceDay.figures.explainedSeconds).toBeGreaterThan(18 * 60);
      await desk.told(hit.map((id) => [id, 0, 'available'] as const));
      expect(await isSideways(page)).toBe(false);
      expect(errors).toEqual([]);
      await context.close();
    },
  );
});

describe('adherence over time', () => {
  beforeAll(async () => {
    // Yesterday at eleven all were there; some went for half an hour, some for a few minutes.
    const day = 24 * 60;
    await desk.told(
      agentIds.flatMap((id, i) => [
        [id, day + 100, 'available'] as const,
        [id, day + 60, 'away'] as const,
        [id, day + (i % 3 === 0 ? 30 : 56), 'available'] as const,
      ]),
    );
    await desk.judge();
  });

  it.each(LANGUAGES)('stands by team and day, opens to people, and goes into a file (%s)', async (language) => {
    const words = WORDS[language];
    const { page, context, goTo, errors } = await desk.sit(browser, desk.supervisor, { ...DESKTOP, language });
    await goTo('/live/history');
    // The last whole weeks, in which nobody worked; this week is one step on.
    await page.getByText(words.nothing).waitFor();
    await page.getByRole('button', { name: words.later }).click();
    const teams = page.getByRole('table', { name: words.byTeam });
    const team = teams.getByRole('button').first();
    const name = await team.textContent();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: words.csv }).click();
    const lines = readFileSync((await (await download).path())!, 'utf8')
      .trim()
      .split('\r\n');
    expect(lines[0]).toMatch(/^date,team,agents,adherence,conformance,scheduledSeconds,outSeconds/);
    expect(lines.slice(1).some((line) => line.includes(name!))).toBe(true);
    await team.click();
    const people = page.getByRole('region', { name: words.byPerson });
    await people.getByRole('row').nth(1).waitFor();
    expect(await isSideways(page)).toBe(false);
    expect(errors).toEqual([]);
    await context.close();
  });

  it.each(LANGUAGES)(
    'would have been another by other settings, tried before they are saved (%s)',
    async (language) => {
      const words = WORDS[language];
      const { page, context, goTo, errors } = await desk.sit(browser, desk.centre.planner, { ...DESKTOP, language });
      await goTo('/setup?part=adherence');
      const grace = page.getByRole('textbox', { name: words.grace });
      await grace.fill(language === 'en' ? '300' : '600');
      await grace.press('Tab');
      await page.getByRole('button', { name: words.try }).click();
      await page.getByText(words.differ).waitFor(PATIENCE);
      await page.getByRole('button', { name: words.save, exact: true }).click();
      await page.getByText(words.saved).waitFor();
      expect(errors).toEqual([]);
      await context.close();
      // The other language tries it against the same again.
      await api.db.peek('delete from adherence_settings where organisation_id = $1', [
        desk.centre.context.organisationId,
      ]);
    },
  );
});

describe('an outage of hundreds', () => {
  beforeAll(() => desk.hire(320));

  it.each(LANGUAGES)(
    'is worked out on demand, excused at once and judged again with progress (%s)',
    async (language) => {
      const words = WORDS[language];
      const { page, context, goTo, errors } = await desk.sit(browser, desk.supervisor, { ...PHONE, language });
      await goTo('/live');
      await page.getByRole('button', { name: words.outage }).click(PATIENCE);
      const dialog = page.getByRole('dialog');
      await dialog.getByText(words.long).waitFor(PATIENCE);
      await dialog.getByRole('button', { name: words.workOut }).click();
      await dialog.getByText(words.effect).waitFor(PATIENCE);
      await dialog.getByRole('button', { name: words.excuse, exact: true }).click();
      await page.locator('.y-toast').getByText(words.excused).waitFor(PATIENCE);
      const job = page.locator('.y-job-card');
      await job.first().waitFor(PATIENCE);
      await job.first().waitFor({ state: 'hidden', ...PATIENCE });
      expect(await isSideways(page)).toBe(false);
      expect(errors).toEqual([]);
      await context.close();
    },
  );
});
