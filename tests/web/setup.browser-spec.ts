import { readFileSync } from 'node:fs';
import { localDateOf } from '@yotei/time';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, type Look } from '../kit/browser.js';
import { centreUrl, openPage } from '../kit/running-centre.js';

jest.setTimeout(360_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run: (root: Document, options: unknown) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

/** Of this run, so that a centre that was used before knows none of them. */
const STAMP = String(Date.now()).slice(-7);

/** Twenty lines as a spreadsheet gives them, and one that names a team nobody has. */
function twentyAndOneWrong(team: string, contract: string, skill: string): string {
  const line = (name: string, place: string) => [name, place, contract, skill].join('\t');
  const good = Array.from({ length: 20 }, (_, i) => line(`Pasted ${STAMP} ${String(i + 1).padStart(2, '0')}`, team));
  return ['Name\tTeam\tContract\tSkills', ...good, line(`Pasted ${STAMP} wrong`, 'Nowhere')].join('\n');
}

describe('a planner who sets the centre up', () => {
  it('adds an agent, pastes twenty and is told which line is wrong, and takes all of it back', async () => {
    const { page, goTo, errors } = await openPage(browser, { language: 'en', theme: 'light' }, 'planner');
    await goTo('/');
    await page.getByRole('link', { name: 'Set-up' }).click();
    await page.getByRole('heading', { name: 'Agents' }).waitFor();
    const row = (name: string) => page.getByRole('row').filter({ hasText: name });
    await page.locator('tbody tr').first().waitFor();
    const [team, contract, skills] = await page.locator('tbody tr').first().getByRole('cell').allTextContents();

    await page.getByRole('button', { name: 'Add agent' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Zoe Journey');
    await page.getByLabel('Team', { exact: true }).selectOption({ label: team! });
    await page.getByLabel('Name', { exact: true }).press('Enter');
    await page.getByText('Zoe Journey added').waitFor();
    await row('Zoe Journey').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await row('Zoe Journey').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Paste or import' }).click();
    const dialog = page.getByRole('dialog', { name: 'Paste or import agents' });
    await dialog.getByLabel('Lines from a spreadsheet').fill(twentyAndOneWrong(team!, contract!, skills!));
    await dialog.getByText('20 new').waitFor();
    await dialog.getByText('1 wrong, left out').waitFor();
    const wrong = dialog.getByRole('row').filter({ hasText: `Pasted ${STAMP} wrong` });
    expect(await wrong.textContent()).toMatch(/^22.*Team: “Nowhere” is not known$/);
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Store 20 lines' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByLabel('Find').fill(`Pasted ${STAMP}`);
    await page.getByText('20 agents.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await page.getByText('0 agents.').waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('moves a break on the drawn day, sees it in the fields, and takes it back', async () => {
    const { page, goTo, errors } = await openPage(browser, { language: 'en', theme: 'dark' }, 'planner');
    await goTo('/setup?part=templates');
    await page.getByRole('button', { name: '8 h day', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Change 8 h day' });
    const notBefore = dialog.getByLabel('Not before, from the start').first();
    const before = Number(await notBefore.inputValue());
    await dialog.getByRole('slider', { name: 'Break' }).first().press('ArrowRight');
    expect(Number(await notBefore.inputValue())).toBe(before + 15);
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('8 h day saved').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back').waitFor();
    await page.getByRole('button', { name: '8 h day', exact: true }).click();
    await dialog.waitFor();
    expect(Number(await notBefore.inputValue())).toBe(before);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('makes a team rule that says what it does, and is kept from putting away what is used', async () => {
    const { page, goTo, errors } = await openPage(browser, { language: 'en', theme: 'light' }, 'planner');
    await goTo('/setup?part=team-rules');
    await page.getByRole('button', { name: 'Add team rule' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Add team rule' });
    await dialog.getByLabel('Name', { exact: true }).fill('A senior is there');
    await dialog.getByText('Senior', { exact: true }).click();
    const effect = await dialog.getByRole('status').textContent();
    expect(effect).toMatch(/every day, whenever a queue asks for agents: at least 1 of these \d+ people/);
    expect(effect).not.toContain('60 people');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('A senior is there saved').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('No team rules yet').waitFor();

    await goTo('/setup?part=skills');
    await page.getByRole('button', { name: 'English · voice' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Put away' }).click();
    await page.getByText(/Still used by \d+ agents, 1 queue\./).waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('what is no longer needed', () => {
  it('is put away with what that changes said, a queue and a kind of absence, and comes back', async () => {
    const { page, goTo, errors } = await openPage(browser, { language: 'ja', theme: 'dark' }, 'planner');
    const dialog = page.getByRole('dialog');
    await goTo('/setup?part=queues');
    await page.getByRole('button', { name: 'キューを追加' }).click();
    await dialog.getByLabel('英語の名称').fill('Autumn offer');
    await dialog.getByLabel('日本語の名称').fill('秋の特売');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '秋の特売', exact: true }).click();
    await dialog.getByText(/保管すると、以後は計画の対象から外れます/).waitFor();
    await dialog.getByRole('button', { name: '保管する' }).click();
    await page.getByRole('button', { name: '秋の特売', exact: true }).waitFor({ state: 'detached' });
    await page.getByText('保管したものも表示').click();
    await page.getByRole('button', { name: '秋の特売', exact: true }).click();
    await dialog.getByRole('button', { name: '戻す' }).click();
    await page.getByText('「秋の特売」を戻しました').waitFor();
    await page.getByRole('button', { name: '秋の特売', exact: true }).click();
    await dialog.getByRole('button', { name: '保管する' }).click();
    await page.getByText(/「秋の特売」を保管しました/).waitFor();

    await goTo('/setup?part=time-off');
    await page.getByRole('button', { name: '種類を追加' }).click();
    await dialog.getByLabel('英語の名称').fill('Volunteering');
    await dialog.getByLabel('日本語の名称').fill('社会貢献休暇');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '社会貢献休暇', exact: true }).click();
    await dialog.getByRole('button', { name: '保管する' }).click();
    await page.getByRole('button', { name: '社会貢献休暇', exact: true }).waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

/** Asks for a day off next month as the demo agent; answers with the day and the team. */
async function askForADay(): Promise<{ readonly on: string; readonly team: string }> {
  const agent = await openPage(browser, { language: 'en', theme: 'light' }, 'agent');
  const ask = async (query: string, variables: object = {}) => {
    const answer = await agent.page.request.post(`${centreUrl()}/graphql`, {
      headers: { origin: centreUrl(), 'apollo-require-preflight': 'true' },
      data: { query, variables },
    });
    return ((await answer.json()) as { data: Record<string, never> }).data;
  };
  // The month after this one where the centre is: on a last evening in London it is another.
  const [year, month] = localDateOf(Date.now(), 'Asia/Tokyo').split('-').map(Number);
  const on = (day: number) => new Date(Date.UTC(year!, month!, day)).toISOString().slice(0, 10);
  const asked = async (day: string) => {
    const input = { kind: 'unpaid', startAt: `${day}T02:00:00Z`, endAt: `${day}T05:00:00Z`, note: `Journey ${STAMP}` };
    const { askTimeOff } = (await ask(
      'mutation ($input: TimeOffInput!) { askTimeOff(input: $input) { ... on TimeOffAsked { judgement { verdict } } } }',
      { input },
    )) as unknown as { askTimeOff: { judgement: { verdict: string } } };
    return askTimeOff.judgement.verdict === 'review';
  };
  // Another journey may have asked for a day already.
  let day = 10;
  while (!(await asked(on(day))) && day < 28) day += 1;
  const { viewer } = (await ask('{ viewer { agent { teamId } organisation { teams { id name } } } }')) as unknown as {
    viewer: { agent: { teamId: string }; organisation: { teams: { id: string; name: string }[] } };
  };
  await agent.page.context().close();
  return { on: on(day), team: viewer.organisation.teams.find(({ id }) => id === viewer.agent.teamId)!.name };
}

describe('a planner who says when the centre is open and who may be off', () => {
  it('adds a site with its hours and a closed date', async () => {
    const { page, goTo, errors } = await openPage(browser, { language: 'en', theme: 'light' }, 'planner');
    await goTo('/setup?part=sites');
    await page.getByRole('button', { name: 'Add site' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add site' });
    await dialog.getByLabel('Name', { exact: true }).fill(`Cork ${STAMP}`);
    await dialog.getByLabel('Time zone').fill('Europe/Dublin');
    await dialog.getByLabel('Country').fill('ie');
    await dialog.getByText('Set opening hours by weekday').click();
    const monday = dialog.getByRole('group', { name: 'Monday' });
    await monday.getByLabel('Closes').fill('24:00');
    await monday.getByLabel('Opens').fill('10');
    await dialog.getByRole('button', { name: 'Use Monday’s hours until Friday' }).click();
    await dialog.getByRole('button', { name: 'Add date' }).click();
    await dialog.getByLabel('Why').fill('Stocktaking');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const row = page.getByRole('row').filter({ hasText: `Cork ${STAMP}` });
    await row.getByText('Mon–Fri 10:00–24:00 · Sat–Sun closed').waitFor();
    await row.getByText(/closed Stocktaking/).waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('answers a request where it stands in the month of the team', async () => {
    const { on, team } = await askForADay();
    const { page, goTo, errors } = await openPage(browser, { language: 'en', theme: 'light' }, 'planner');
    await goTo('/setup?part=time-off');
    await page.locator('.su-bar .y-select').click();
    await page.getByRole('option', { name: team, exact: true }).click();
    await page.getByRole('button', { name: 'Next month' }).click();
    const dayName = new RegExp(`^\\w{3} ${Number(on.slice(8))} \\w{3}: .* asking`);
    await page.locator('td:not([data-other="true"])').getByRole('button', { name: dayName }).click();
    const asked = page.getByRole('listitem').filter({ hasText: `Journey ${STAMP}` });
    await asked.getByLabel('Words with the answer').fill('Enjoy');
    await asked.getByRole('button', { name: 'Approve' }).click();
    await page.getByText(/is off then/).waitFor();
    await asked.getByText('off', { exact: true }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

/** What reaches beyond the window's edge and is not inside a part that scrolls by itself. */
function tooWide(dialog: Element): string[] {
  const { right } = dialog.getBoundingClientRect();
  return [...dialog.querySelectorAll('*')]
    .filter((one) => !one.closest('.y-table-scroll') && one.getBoundingClientRect().right > right + 1)
    .map((one) => `${one.tagName} ${one.className} ${one.getBoundingClientRect().right} > ${right}`);
}

const PHONE: Look = { language: 'ja', theme: 'light', width: 390, height: 844 };

describe('the set-up pages on a phone, in Japanese', () => {
  it('are whole, have no fault axe knows, and fit the width', async () => {
    const { page, goTo, errors } = await openPage(browser, PHONE, 'planner');
    for (const part of ['agents', 'skills', 'sites', 'queues', 'contracts', 'templates', 'time-off', 'rules']) {
      await goTo(`/setup?part=${part}`);
      await page.locator('.su-part').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    }
    await goTo('/setup');
    await page.getByRole('button', { name: '貼り付け・取り込み' }).click();
    const dialog = page.getByRole('dialog', { name: 'エージェントの貼り付け・取り込み' });
    await dialog.getByLabel('表計算ソフトの行').fill('氏名\tチーム\n山田 花\tない');
    await dialog.getByText('チーム：「ない」は登録されていません').waitFor();
    expect(await dialog.evaluate(tooWide)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
