import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../kit/browser.js';
import { openPage } from '../kit/running-centre.js';

jest.setTimeout(360_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const LOOK = { language: 'en', theme: 'light' } as const;

/** Agent-hours of the English voice queue in the table below the intervals. */
async function hoursOf(page: Page): Promise<number> {
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^Voice, English/ }) });
  const cells = await row.last().getByRole('cell').allTextContents();
  return Number(cells[2]!.replace(',', ''));
}

describe('a planner who is asked for a better service', () => {
  it('sees the effect before saving, computes, opens why, copies the sentence, and asks what if', async () => {
    const { page, goTo, errors } = await openPage(browser, LOOK, 'planner');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await goTo('/requirement');
    const before = await hoursOf(page);

    await page.getByRole('button', { name: 'Staffing settings of Voice, English' }).click();
    const dialog = page.getByRole('dialog', { name: 'Staffing settings of Voice, English' });
    const level = dialog.getByLabel('Service level, at least');
    await level.fill('100');
    await level.press('Tab');
    await dialog.getByText(/No number of agents makes it certain/).waitFor();
    await dialog.getByRole('button', { name: /^Use 99%/ }).click();
    await dialog.getByRole('radio', { name: 'The goal on average' }).press('Space');
    // Shown faded while the week is computed by the change just made.
    const effect = await dialog.locator('.y-effect[aria-busy="false"]').textContent();
    const after = Number(/→ ([\d,.]+)/.exec(effect ?? '')?.[1]?.replace(',', ''));
    expect(after).toBeGreaterThan(before);
    await dialog.getByRole('button', { name: 'Save and compute' }).click();
    await page.getByText('The requirement was computed.').waitFor();
    // What the browser promised is what the server computed.
    await expect(hoursOf(page)).resolves.toBeCloseTo(after, 1);

    await page
      .getByRole('button', { name: /^Voice, English, .* chance to meet the goal/ })
      .first()
      .click();
    const why = page.getByRole('complementary');
    await why.getByText('What other models say of the same load').waitFor();
    const curve = why.getByRole('slider');
    const agents = Number(await curve.getAttribute('aria-valuenow'));
    await curve.press('ArrowLeft');
    expect(await curve.getAttribute('aria-valuetext')).toMatch(
      new RegExp(`^${agents - 1} agents? · service level .* if the forecast holds$`),
    );
    await why.getByRole('button', { name: 'Copy the sentence' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^We expect .* agents/);

    await page.getByRole('button', { name: 'What if…' }).click();
    await page.getByRole('button', { name: '20% more contacts' }).click();
    const answer = await page.locator('output').textContent();
    expect(Number(/^= (\d+) agents$/.exec(answer ?? '')?.[1])).toBeGreaterThan(0);
    expect(errors).toEqual([]);
  });

  it('is told which figures are out of date after a forecast edit, and computes them anew', async () => {
    const { page, goTo, errors } = await openPage(browser, LOOK, 'planner');
    await goTo('/demand');
    await page.getByRole('button', { name: 'Later' }).click();
    await page.getByRole('button', { name: 'Add to the draft' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('Advertisement');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').filter({ hasText: 'Advertisement' }).first().waitFor();
    const { searchParams } = new URL(page.url());
    await goTo(`/requirement?week=${searchParams.get('from') ?? ''}`);
    await page.getByText(/The forecast changed since: Voice, Japanese/).waitFor();
    await page.getByRole('button', { name: 'Compute anew' }).click();
    await page.getByText('The requirement was computed.').waitFor();
    await page.getByText(/The forecast changed since/).waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });
});
