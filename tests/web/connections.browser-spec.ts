import type { Browser } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { PlannerClient } from '../kit/planner-client.js';
import { centreUrl, openPage } from '../kit/running-centre.js';

jest.setTimeout(360_000);
const LOOK = { theme: 'light', width: 1440, height: 900 } as const;

const WORDS = {
  en: {
    makeKey: 'Make a key',
    title: 'Name',
    save: 'Save',
    kept: 'I have it',
    oneWord: '1 state',
    nothing: 'Nothing',
    heard: 'Heard',
    means: 'It means',
    training: 'In training',
    remap: 'Also for the last seven days: what came in is understood anew',
    kind: 'Kind of system',
    believed: 'believed',
    silent: 'Silent after',
  },
  ja: {
    makeKey: 'キーを作成',
    title: '名称',
    save: '保存',
    kept: '控えました',
    oneWord: '状態 1 件',
    nothing: 'なし',
    heard: '受信中',
    means: '意味',
    training: '研修中',
    remap: '過去 7 日間に受信した状態にも適用する',
    kind: 'システムの種類',
    believed: '推定',
    silent: '途絶とみなすまで',
  },
} as const;

let browser: Browser;
let agentId: string;

beforeAll(async () => {
  browser = await launchBrowser();
  const { signIns } = (await (await fetch(`${centreUrl()}/api/public-info`)).json()) as {
    signIns: { email: string; password: string; role: string }[];
  };
  const { email, password } = signIns.find(({ role }) => role === 'PLANNER')!;
  const planner = await PlannerClient.signIn(centreUrl(), email, password);
  agentId = (await planner.ask('{ agents(first: 1) { edges { node { id } } } }')).agents.edges[0].node.id;
});
afterAll(() => browser?.close());

describe('a system that tells states is connected', () => {
  it.each(['en', 'ja'] as const)('from the key to its words and the states that come in (%s)', async (language) => {
    const words = WORDS[language];
    const { page, errors, goTo } = await openPage(browser, { ...LOOK, language }, 'admin');
    const source = `journey-${language}-${Date.now().toString(36)}`;
    await goTo('/setup?part=connections');
    await page.getByRole('button', { name: words.makeKey }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill(`Journey ${source}`);
    await dialog.getByRole('button', { name: words.save, exact: true }).click();
    const secret = await dialog.locator('code').textContent();
    await dialog.getByRole('button', { name: words.kept }).click();

    const tell = async (id: string, state: string) => {
      const response = await fetch(`${centreUrl()}/api/v1/agent-states`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
        body: JSON.stringify({ source, events: [{ id, agent: agentId, at: new Date().toISOString(), state }] }),
      });
      expect(response.status).toBe(200);
    };
    await tell('1', 'Weiterbildung');
    const row = page.getByRole('row', { name: source });
    await expectSoon(async () => {
      await goTo('/setup?part=connections');
      await row.getByText(words.heard, { exact: true }).waitFor({ timeout: 2_000 });
      await row.getByText(words.oneWord).waitFor({ timeout: 2_000 });
    });
    await row.getByRole('button').first().click();
    await dialog.getByRole('button', { name: new RegExp(`${words.kind}$`) }).click();
    await page.getByRole('option', { name: /NICE CXone/ }).click();
    await dialog.locator('summary').click();
    await dialog.getByText(words.believed, { exact: true }).first().waitFor();
    await dialog
      .getByRole('button', { name: new RegExp(`${words.means}$|${words.means} `) })
      .first()
      .click();
    await page.getByRole('option', { name: words.training, exact: true }).click();
    // What the journey leaves behind is not to be missed on the live page.
    await dialog.getByRole('textbox', { name: words.silent }).fill('86400');
    await dialog.getByText(words.remap).click();
    await dialog.getByRole('button', { name: words.save, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await tell('2', 'weiterbildung');
    await row.getByText(words.heard, { exact: true }).waitFor();
    await row.getByText(words.nothing, { exact: true }).waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

/** What a second of the server's own pace may still keep back. */
async function expectSoon(look: () => Promise<void>): Promise<void> {
  for (let left = 15; ; left -= 1) {
    try {
      return await look();
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}
