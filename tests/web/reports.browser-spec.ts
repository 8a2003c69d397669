import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { openPage } from '../kit/running-centre.js';

jest.setTimeout(360_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Titles of the tiles in the editor, in their order. */
const order = (page: Page) => page.getByRole('dialog').locator('.rp-tile strong').allTextContents();

async function addTile(page: Page, measure: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('button', { name: /Measure$/ })
    .last()
    .click();
  await page.getByRole('option', { name: measure, exact: true }).click();
  await dialog.getByRole('button', { name: 'Add tile' }).click();
}

describe('a manager who reports to the board', () => {
  it('arranges a dashboard, opens a number, and shares it with somebody who has no sign-in', async () => {
    const { page, goTo, errors } = await openPage(browser, { language: 'en', theme: 'light' }, 'manager');
    await goTo('/reports');
    await page.getByRole('button', { name: 'New dashboard' }).first().click();
    const editor = page.getByRole('dialog', { name: 'New dashboard' });
    const title = `Board ${Date.now()}`;
    await editor.getByLabel('Title').fill(title);
    await addTile(page, 'Contacts offered');
    await addTile(page, 'Mean handle time');
    expect(await order(page)).toEqual(['Measure: Contacts offered', 'Measure: Mean handle time']);
    const second = editor.getByRole('listitem').nth(1);
    await second.focus();
    await page.keyboard.press('ArrowLeft');
    expect(await order(page)).toEqual(['Measure: Mean handle time', 'Measure: Contacts offered']);
    await page.keyboard.press('Shift+ArrowRight');
    await editor
      .getByText('Measure: Mean handle time: place 1 of 2, 2 of 4 columns wide')
      .waitFor({ state: 'attached' });
    await editor.getByRole('listitem').nth(1).dragTo(editor.getByRole('listitem').nth(0));
    expect(await order(page)).toEqual(['Measure: Contacts offered', 'Measure: Mean handle time']);
    await editor.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: title }).waitFor();

    const tile = page.getByRole('region', { name: 'Contacts offered' });
    const shown = await tile.locator('.rp-value').textContent();
    expect(shown).toMatch(/^[\d,]+ contacts$/);
    await page.getByRole('button', { name: 'Share' }).click();
    const share = page.getByRole('dialog', { name: `Share ${title}` });
    await share.getByRole('button', { name: 'Make a link' }).click();
    const address = (await share.locator('code').textContent())!;
    await share.getByText('Not opened yet').waitFor();

    const stranger = await openPage(browser, { language: 'ja', theme: 'dark' });
    await stranger.goTo(new URL(address).pathname);
    await stranger.page.getByRole('heading', { name: title }).waitFor();
    await stranger.page.getByText(shown!.replace(' contacts', '件'), { exact: true }).waitFor();
    expect(await stranger.page.getByRole('region', { name: '受付数' }).getByRole('link').count()).toBe(0);
    expect(stranger.errors).toEqual([]);

    await share.getByRole('button', { name: 'Revoke' }).click();
    await share.getByText('No link to it is in force.').waitFor();
    await stranger.goTo(new URL(address).pathname);
    await stranger.page.getByText('このリンクでは表示できません').waitFor();
    await share.getByRole('button', { name: 'Close' }).click();
    await share.waitFor({ state: 'detached' });

    await tile.getByRole('link', { name: 'Contacts offered' }).click();
    await page.waitForURL(/\/measures\?/);
    expect(errors).toEqual([]);
  });

  it('has it sent every Monday', async () => {
    const { page, goTo, errors } = await openPage(browser, { language: 'en', theme: 'dark' }, 'manager');
    await goTo('/reports');
    // A copy of its own: another journey may have had this one sent already.
    await page.getByRole('button', { name: /^Copy / }).click();
    await page.getByRole('heading', { name: /\(copy\)/ }).waitFor();
    await page.getByRole('button', { name: 'Send by mail' }).click();
    const dialog = page.getByRole('dialog');
    const addresses = dialog.getByLabel('To addresses outside the organisation');
    await addresses.fill('board@client.example');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Only an administrator sends reports').waitFor();
    await addresses.fill('');
    await dialog.locator('label.y-checkbox, .y-checkbox').first().click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Monday, 07:00').waitFor();
    await dialog.getByRole('button', { name: 'Stop' }).first().click();
    await dialog.getByRole('button', { name: 'Save' }).waitFor();
    expect(errors).toEqual([]);
  });
});

describe('a supervisor after a day', () => {
  it('reads its report in Japanese and writes a note on top', async () => {
    const { page, goTo, errors } = await openPage(browser, { language: 'ja', theme: 'light' }, 'supervisor');
    await goTo('/reports');
    const days = page.getByRole('navigation', { name: 'レポート' }).locator('a[href*="day="]');
    await days.nth(1).click();
    await page.getByRole('heading', { name: '何が起きたか' }).waitFor();
    await page.getByRole('heading', { name: '明日の見通し' }).waitFor();
    await page.getByRole('button', { name: '所見を書く' }).click();
    const note = `停電の影響 ${Date.now()}`;
    await page.getByLabel('所見', { exact: true }).last().fill(note);
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('.rp-note p').getByText(note).waitFor();
    expect(await page.getByRole('button', { name: '共有' }).count()).toBe(0); // not a supervisor's to share
    expect(errors).toEqual([]);
  });
});
