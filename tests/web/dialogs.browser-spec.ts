import type { Browser, Page } from 'playwright-core';
import { flatten } from '../../apps/web/src/app/i18n/language.js';
import { messages as english } from '../../apps/web/src/app/locales/en/index.js';
import { messages as japanese } from '../../apps/web/src/app/locales/ja/index.js';
import { axeReport, type AxeFinding } from '../kit/axe-report.js';
import { launchBrowser, type Look } from '../kit/browser.js';
import { openPage } from '../kit/running-centre.js';

jest.setTimeout(360_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const TEXTS = { en: flatten(english), ja: flatten(japanese) };

/** A page, and by the id of its words the button that opens a window on it; a place in the page where words vary. */
const WINDOWS: readonly (readonly [path: string, ...opener: readonly string[]])[] = [
  ['/setup', 'setup.paste'],
  ['/setup?part=teams', 'setup.addTeam'],
  ['/setup?part=sites', 'css=.su-name'],
  ['/setup?part=queues', 'setupPlaces.addQueue', 'css=.su-name'],
  ['/setup?part=contracts', 'setup.addContract'],
  ['/setup?part=templates', 'setup.addTemplate'],
  ['/setup?part=activities', 'css=.su-name'],
  ['/setup?part=time-off', 'setupTimeOff.addPlaces', 'setupTimeOff.addKind'],
  ['/setup?part=rules', 'css=.su-rules .y-button'],
  ['/setup?part=team-rules', 'setup.addTeamRule'],
  ['/demand', 'youngQueues.newQueue'],
  ['/demand/days', 'days.changeCalendar', 'days.addEvent', 'days.addMonthly'],
  ['/demand/long-range', 'longRange.run'],
  ['/roster', 'board.publishOpen'],
];

async function open(page: Page, opener: string, language: 'en' | 'ja'): Promise<void> {
  const button = opener.startsWith('css=')
    ? page.locator(opener.slice(4))
    : page.getByRole('button', { name: TEXTS[language][opener]! });
  await button.first().click();
  await page.locator('[role="dialog"]').first().waitFor();
  // Until the focus is inside, Escape is not the window's.
  await page.waitForFunction(() => document.querySelector('[role="dialog"]')?.contains(document.activeElement));
}

/** Each language at a size of its own; each window is looked at in both themes while it is open. */
const LOOKS: readonly Look[] = [
  { theme: 'light', language: 'en', width: 1024, height: 768 },
  { theme: 'dark', language: 'ja', width: 390, height: 844 },
];

const THEMES = ['light', 'dark'] as const;

describe.each(LOOKS)('windows that open, $language, $width px', (look) => {
  it('have no fault that axe knows in either theme, fit the screen, and close with Escape', async () => {
    const { page, goTo, errors } = await openPage(browser, look, 'planner');
    const found: (AxeFinding & { readonly where: string })[] = [];
    for (const [path, ...openers] of WINDOWS) {
      await goTo(path);
      for (const opener of openers) {
        const where = `${path} ${opener}`;
        await open(page, opener, look.language);
        for (const theme of THEMES) {
          await page.emulateMedia({ colorScheme: theme });
          const { passes, findings } = await axeReport(page);
          expect(passes).toBeGreaterThan(5);
          found.push(...findings.map((finding) => ({ where: `${where} ${theme}`, ...finding })));
        }
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (over > 0) found.push({ where, rule: 'fits the width', element: `${over} px over` });
        await page.keyboard.press('Escape');
        const modal = page.locator('.y-modal');
        if ((await modal.count()) > 0) await modal.waitFor({ state: 'detached' });
      }
    }
    await page.context().close();
    expect(found).toEqual([]);
    expect(errors).toEqual([]);
  });
});
