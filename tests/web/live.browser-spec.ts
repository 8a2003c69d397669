import { HOUR_MILLIS, localDateOf, MINUTE_MILLIS } from '@yotei/time';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { PlannerClient } from '../kit/planner-client.js';
import { centreUrl, openPage } from '../kit/running-centre.js';
import { wordsOf } from '../kit/texts.js';

jest.setTimeout(360_000);
const DESKTOP = { theme: 'light', width: 1440, height: 900 } as const;
const PHONE = { theme: 'dark', width: 390, height: 844 } as const;
const QUARTER = 15 * MINUTE_MILLIS;

let browser: Browser;
let planner: PlannerClient;
/** By language, somebody who works now and has been away for half an hour; no other journey looks at them. */
let agents: Readonly<Record<'en' | 'ja', { readonly id: string; readonly name: string }>>;

const WORDS = {
  en: {
    today: 'Today',
    out: 'Out',
    day: (name: string) => `The day of ${name}`,
    excuse: 'Excuse…',
    effect: /1 of 1 scheduled agents/,
    conformance: /conformance stays/,
    save: 'Excuse',
    approved: 'Excused: approved',
    undo: 'Undo',
    taken: 'The excuse was taken back',
    sick: 'Sick today: ',
  },
  ja: {
    today: '今日',
    out: '外れ',
    day: (name: string) => `${name}さんの一日`,
    excuse: '考慮する…',
    effect: /勤務予定の1人のうち1人/,
    conformance: /充足率は.*のままです/,
    save: '考慮する',
    approved: '考慮済み: 承認済み',
    undo: '元に戻す',
    taken: '考慮を取り消しました',
    sick: '今日は病欠: ',
  },
} as const;

interface Board {
  readonly baseAt: string;
  readonly agentIds: readonly string[];
  readonly names: readonly string[];
  readonly activities: readonly number[];
}

async function states(events: readonly object[]): Promise<void> {
  const { name, value } = planner.browserCookie();
  const response = await fetch(`${centreUrl()}/api/v1/agent-states`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: `${name}=${value}`, origin: centreUrl() },
    body: JSON.stringify({ source: 'live-journey', events }),
  });
  expect(response.status).toBe(200);
}

/** Whom something is planned for in a span, or not. */
function agentsOf(board: Board, isPlanned: boolean, span: { readonly startAt: number; readonly endAt: number }) {
  const base = Date.parse(board.baseAt);
  const taken = new Set<number>();
  for (let at = 0; at < board.activities.length; at += 4) {
    const startAt = base + board.activities[at + 2]! * 1000;
    if (startAt < span.endAt && startAt + board.activities[at + 3]! * 1000 > span.startAt)
      taken.add(board.activities[at]!);
  }
  const places = board.agentIds.map((_, place) => place).filter((place) => taken.has(place) === isPlanned);
  return places.map((place) => ({ id: board.agentIds[place]!, name: board.names[place]! }));
}

const readBoard = async (): Promise<Board> =>
  (await planner.ask('{ liveBoard { baseAt agentIds names activities } }')).liveBoard;

beforeAll(async () => {
  browser = await launchBrowser();
  const { signIns } = (await (await fetch(`${centreUrl()}/api/public-info`)).json()) as {
    signIns: { email: string; password: string; role: string }[];
  };
  const { email, password } = signIns.find(({ role }) => role === 'PLANNER')!;
  planner = await PlannerClient.signIn(centreUrl(), email, password);
  const startAt = Math.floor(Date.now() / QUARTER) * QUARTER - 2 * HOUR_MILLIS;
  const span = { startAt, endAt: startAt + 4 * HOUR_MILLIS };
  const around = { startAt: span.startAt, endAt: span.endAt + 12 * HOUR_MILLIS };
  // Who has leave stays without a plan whatever the roster says: some more are asked than are needed.
  const free = agentsOf(await readBoard(), false, around).slice(-6);
  const { schedules } = await planner.ask('{ schedules { id weekStartOn state } }');
  const [schedule] = schedules
    .filter(
      ({ weekStartOn, state }: { weekStartOn: string; state: string }) =>
        state === 'PUBLISHED' && weekStartOn <= localDateOf(startAt, 'Asia/Tokyo'),
    )
    .sort((a: { weekStartOn: string }, b: { weekStartOn: string }) => b.weekStartOn.localeCompare(a.weekStartOn));
  const at = (instant: number) => new Date(instant).toISOString();
  // One by one: whoever was reported sick today cannot be planned at all.
  for (const { id } of free) {
    const time = { startAt: at(span.startAt), endAt: at(span.endAt) };
    const edit = { agentId: id, ...time, activities: [{ activityTypeId: 'contact', ...time }] };
    await planner.ask('mutation ($input: EditShiftsInput!) { editShifts(input: $input) { __typename } }', {
      input: { scheduleId: schedule.id, label: 'Live journey', edits: [edit], overrideReason: 'a journey' },
    });
  }
  const planned = new Set(agentsOf(await readBoard(), true, span).map(({ id }) => id));
  const [ja, en] = free.filter(({ id }) => planned.has(id));
  agents = { en: en!, ja: ja! };
  const now = Date.now();
  await states(
    [en!, ja!].flatMap(({ id }, place) => [
      { id: `a${place}-${now}`, agent: id, at: at(startAt), state: 'available' },
      { id: `b${place}-${now}`, agent: id, at: at(now - 30 * MINUTE_MILLIS), state: 'away' },
    ]),
  );
}, 120_000);
afterAll(() => browser?.close());

const list = (text: string) => `/live?show=all&text=${encodeURIComponent(text)}`;

describe('a supervisor’s morning', () => {
  it.each(['en', 'ja'] as const)(
    'sees who is out and for how long, opens the day, excuses the outage after seeing what it changes, and takes it back (%s)',
    async (language) => {
      const words = WORDS[language];
      const { name } = agents[language];
      const { page, errors, goTo } = await openPage(browser, { ...DESKTOP, language }, 'supervisor');
      await goTo(list(name));
      await page.getByRole('heading', { level: 2, name: words.today, exact: true }).waitFor({ timeout: 240_000 });
      const row = page.getByRole('row', { name });
      await row.getByText(words.out, { exact: true }).waitFor();
      // Half an hour when the states were told, and whatever a busy machine took since.
      await row.getByText(/^[345]\d:\d\d$/).waitFor();
      await row.click();
      const day = page.getByRole('complementary', { name: words.day(name) });
      await day.getByRole('button', { name: words.excuse }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(words.effect).waitFor();
      await dialog.getByText(words.conformance).waitFor();
      await dialog.getByRole('button', { name: words.save, exact: true }).click();
      await day.getByText(words.approved).first().waitFor();
      await page.locator('.y-toast').getByRole('button', { name: words.undo }).click();
      await page.getByText(words.taken).waitFor();
      await day.getByRole('button', { name: words.excuse }).waitFor();
      if (language === 'ja') {
        // The panel that says who is out is the place to say that somebody is ill.
        await day.getByRole('button', { name: `${words.sick}${name}` }).click();
        // In the first hours of a week the shift is one of the week before, which is not today's plan.
        const { t, like } = wordsOf(language);
        const gone = day.getByText(like('intraday.takenOut', { name: '*', range: '*' }));
        await gone
          .or(page.getByText(t('intraday.noShift')))
          .first()
          .waitFor({ timeout: 240_000 });
      }
      expect(errors).toEqual([]);
      await page.context().close();
    },
  );

  it('sees a new state arrive without loading the page again', async () => {
    const { page, goTo } = await openPage(browser, { ...DESKTOP, language: 'en' }, 'supervisor');
    await goTo(list(agents.en.name));
    const row = page.getByRole('row', { name: agents.en.name });
    await row.getByText('Away', { exact: true }).waitFor();
    const now = Date.now();
    await states([{ id: `c${now}`, agent: agents.en.id, at: new Date(now).toISOString(), state: 'handling' }]);
    await row.getByText('In a contact', { exact: true }).waitFor();
    await page.context().close();
  });

  it('has the same on a phone in Japanese', async () => {
    const { page, errors, goTo } = await openPage(browser, { ...PHONE, language: 'ja' }, 'supervisor');
    await goTo(list(agents.en.name));
    await page.getByRole('heading', { name: '当日' }).waitFor();
    await page.getByRole('row', { name: agents.en.name }).waitFor();
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(isWide).toBe(false);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
