import { HOUR_MILLIS, MINUTE_MILLIS } from '@yotei/time';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { PlannerClient } from '../kit/planner-client.js';
import { centreUrl, openPage } from '../kit/running-centre.js';

jest.setTimeout(180_000);
const DESKTOP = { theme: 'light', width: 1440, height: 900 } as const;
const PHONE = { theme: 'dark', width: 390, height: 844 } as const;
const QUARTER = 15 * MINUTE_MILLIS;

let browser: Browser;
let planner: PlannerClient;
/** Somebody who works now and has been away for half an hour; no other journey looks at them. */
let agent: { readonly id: string; readonly name: string };

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

/** The last agent of the list whom nothing is planned for around now. */
function freeAgent(board: Board, span: { readonly startAt: number; readonly endAt: number }) {
  const base = Date.parse(board.baseAt);
  const isTaken = (place: number): boolean => {
    for (let at = 0; at < board.activities.length; at += 4) {
      const startAt = base + board.activities[at + 2]! * 1000;
      const endAt = startAt + board.activities[at + 3]! * 1000;
      if (board.activities[at] === place && startAt < span.endAt + 12 * HOUR_MILLIS && endAt > span.startAt)
        return true;
    }
    return false;
  };
  const place = board.agentIds
    .map((_, index) => index)
    .filter((index) => !isTaken(index))
    .at(-1)!;
  return { id: board.agentIds[place]!, name: board.names[place]! };
}

beforeAll(async () => {
  browser = await launchBrowser();
  const { signIns } = (await (await fetch(`${centreUrl()}/api/public-info`)).json()) as {
    signIns: { email: string; password: string; role: string }[];
  };
  const { email, password } = signIns.find(({ role }) => role === 'PLANNER')!;
  planner = await PlannerClient.signIn(centreUrl(), email, password);
  const startAt = Math.floor(Date.now() / QUARTER) * QUARTER - 2 * HOUR_MILLIS;
  const span = { startAt, endAt: startAt + 4 * HOUR_MILLIS };
  const { liveBoard } = await planner.ask('{ liveBoard { baseAt agentIds names activities } }');
  agent = freeAgent(liveBoard, span);
  const { schedules } = await planner.ask('{ schedules { id weekStartOn state } }');
  const [schedule] = schedules
    .filter(
      ({ weekStartOn, state }: { weekStartOn: string; state: string }) =>
        state === 'PUBLISHED' && Date.parse(weekStartOn) <= startAt,
    )
    .sort((a: { weekStartOn: string }, b: { weekStartOn: string }) => b.weekStartOn.localeCompare(a.weekStartOn));
  const at = (instant: number) => new Date(instant).toISOString();
  const shift = {
    agentId: agent.id,
    startAt: at(span.startAt),
    endAt: at(span.endAt),
    activities: [{ activityTypeId: 'contact', startAt: at(span.startAt), endAt: at(span.endAt) }],
  };
  await planner.must(
    'ShiftsEdited',
    'mutation ($input: EditShiftsInput!) { editShifts(input: $input) { __typename ... on InvalidInput { message } } }',
    { input: { scheduleId: schedule.id, label: 'Live journey', edits: [shift], overrideReason: 'a journey' } },
  );
  const now = Date.now();
  await states([
    { id: `a${now}`, agent: agent.id, at: at(startAt), state: 'available' },
    { id: `b${now}`, agent: agent.id, at: at(now - 30 * MINUTE_MILLIS), state: 'away' },
  ]);
}, 120_000);
afterAll(() => browser?.close());

const list = (text: string) => `/live?show=all&text=${encodeURIComponent(text)}`;

describe('a supervisor’s morning', () => {
  it('sees who is out and for how long, opens the day, and excuses the outage after seeing what it changes', async () => {
    const { page, errors, goTo } = await openPage(browser, { ...DESKTOP, language: 'en' }, 'supervisor');
    await goTo(list(agent.name));
    const row = page.getByRole('row', { name: agent.name });
    await row.getByText('Out', { exact: true }).waitFor();
    await row.getByText(/^3\d:\d\d$/).waitFor();
    await row.click();
    const day = page.getByRole('complementary', { name: `The day of ${agent.name}` });
    await day.getByRole('button', { name: 'Excuse…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/1 of 1 scheduled agents/).waitFor();
    await dialog.getByText(/conformance stays/).waitFor();
    await dialog.getByRole('button', { name: 'Excuse', exact: true }).click();
    await day.getByText('Excused: approved').first().waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('sees a new state arrive without loading the page again', async () => {
    const { page, goTo } = await openPage(browser, { ...DESKTOP, language: 'en' }, 'supervisor');
    await goTo(list(agent.name));
    const row = page.getByRole('row', { name: agent.name });
    await row.getByText('Away', { exact: true }).waitFor();
    const now = Date.now();
    await states([{ id: `c${now}`, agent: agent.id, at: new Date(now).toISOString(), state: 'handling' }]);
    await row.getByText('In a contact', { exact: true }).waitFor({ timeout: 10_000 });
    await page.context().close();
  });

  it('has the same on a phone in Japanese', async () => {
    const { page, errors, goTo } = await openPage(browser, { ...PHONE, language: 'ja' }, 'supervisor');
    await goTo(list(agent.name));
    await page.getByRole('heading', { name: '当日' }).waitFor();
    await page.getByRole('row', { name: agent.name }).waitFor();
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(isWide).toBe(false);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
