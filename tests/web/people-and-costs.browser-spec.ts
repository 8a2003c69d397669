import type { Browser } from 'playwright-core';
import { axeReport } from '../kit/axe-report.js';
import { launchBrowser } from '../kit/browser.js';
import { openPage } from '../kit/running-centre.js';

jest.setTimeout(360_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const WORDS = {
  en: {
    ...{ wage: 'Wage of a paid hour', save: 'Save', saved: 'Costs saved', undo: 'Undo', undone: 'Taken back' },
    example: /^Eight hours from 9:00 on a weekday cost/,
    ...{ add: 'Add somebody', name: 'Name', email: 'E-mail address', role: /^Manager:/, done: 'Done' },
    ...{ password: 'Password', again: 'The same again', enter: 'Set password and sign in' },
    ...{ active: 'Active', away: 'Put away', search: 'Name, address or role', off: 'Put away' },
  },
  ja: {
    ...{ wage: '有給1時間あたりの賃金', save: '保存', saved: '費用を保存しました', undo: '元に戻す' },
    undone: '元に戻しました',
    example: /^平日9:00からの8時間は/,
    ...{ add: '人を追加', name: '名前', email: 'メールアドレス', role: /^マネージャー:/, done: '閉じる' },
    ...{ password: 'パスワード', again: 'もう一度入力', enter: '設定してサインイン' },
    ...{ active: '有効', away: '停止', search: '名前・アドレス・役割', off: '停止する' },
  },
} as const;

describe.each([
  { language: 'en', theme: 'light' },
  { language: 'ja', theme: 'dark' },
] as const)('set-up of money and people, $language', (look) => {
  const words = WORDS[look.language];

  it('a manager raises the wage, sees what a shift then costs, and takes it back', async () => {
    const { page, goTo, errors } = await openPage(browser, look, 'manager');
    await goTo('/setup?part=costs');
    const example = page.getByText(words.example);
    const before = await example.textContent();
    const wage = page.getByLabel(words.wage, { exact: true });
    const paid = await wage.inputValue();
    await wage.fill(String((Number(paid) || 1500) * 2));
    await page.waitForFunction(
      ([text, was]) => !document.body.textContent!.includes(was!) && document.body.textContent!.includes(text!),
      [before!.slice(0, 5), before!] as const,
    );
    expect((await axeReport(page)).findings).toEqual([]);
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText(words.saved).waitFor();
    await page.getByRole('button', { name: words.undo }).click();
    await page.getByRole('status').getByText(words.undone).waitFor();
    await page.getByText(before!).waitFor();
    expect(await wage.inputValue()).toBe(paid);
    expect(errors).toEqual([]);
  });

  it('an administrator invites a manager, who chooses a password, is in, and is put away again', async () => {
    const { page, goTo, errors } = await openPage(browser, look, 'admin');
    await goTo('/setup?part=users');
    const stamp = `${look.language}${Date.now()}`;
    const email = `invited-${stamp}@people.example`;
    await page.getByRole('button', { name: words.add }).click();
    const dialog = page.getByRole('dialog', { name: words.add });
    await dialog.getByLabel(words.name, { exact: true }).fill(`Ren ${stamp}`);
    await dialog.getByLabel(words.email, { exact: true }).fill(email);
    await dialog.getByText(words.role).click();
    expect((await axeReport(page)).findings).toEqual([]);
    await dialog.getByRole('button', { name: words.save, exact: true }).click();
    const link = (await page.locator('.su-person-link').textContent())!;
    await page.getByRole('button', { name: words.done, exact: true }).last().click();

    const invited = await openPage(browser, look);
    const { pathname, hash } = new URL(link);
    await invited.goTo(pathname + hash);
    await invited.page.getByLabel(words.password, { exact: true }).fill('a long first password');
    await invited.page.getByLabel(words.again, { exact: true }).fill('a long first password');
    expect((await axeReport(invited.page)).findings).toEqual([]);
    await invited.page.getByRole('button', { name: words.enter }).click();
    await invited.page.waitForURL(({ pathname: at }) => at !== '/invitation');
    await invited.goTo('/capacity'); // a manager's page
    await invited.page.getByRole('heading', { level: 1 }).waitFor();
    expect(invited.errors).toEqual([]);

    await page.reload();
    await page.getByLabel(words.search).fill(email);
    const row = page.getByRole('row').filter({ hasText: email });
    await row.getByText(words.active, { exact: true }).waitFor();
    await row.getByRole('button', { name: `Ren ${stamp}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: words.off, exact: true }).click();
    await row.getByText(words.away, { exact: true }).waitFor();
    await invited.goTo('/capacity');
    await invited.page.waitForURL(/\/sign-in/);
    await invited.page.context().close();
    expect(errors).toEqual([]);
  });
});
