import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { addJapaneseFont, launchBrowser, openContext, type Look } from '../kit/browser.js';
import { startBenchProgram, type BenchProgram } from '../kit/bench-program.js';
import { DAY_BEGAN_MILLIS, fillMiddleOfDay } from '../kit/middle-of-day.js';

const AGENTS = 5000;
const LOOKS: readonly Look[] = [
  { language: 'en', theme: 'light', width: 1440, height: 900 },
  { language: 'ja', theme: 'dark', width: 1440, height: 900 },
  { language: 'en', theme: 'light', width: 390, height: 844 },
  { language: 'ja', theme: 'dark', width: 390, height: 844 },
];

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

interface Watched {
  liveTasks?: number[];
}

/** A page of the program, which notes each stretch of over 50 ms in which it could not answer. */
async function openLive(browser: Browser, { url, cookie }: BenchProgram, look: Look) {
  const context = await openContext(browser, look);
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  await page.addInitScript(() => {
    const watched = window as unknown as Watched;
    watched.liveTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.liveTasks!.push(duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  const startedAt = performance.now();
  await page.goto(`${url}/live`);
  await page.locator('.l-row[aria-selected]').first().waitFor({ timeout: 120_000 });
  return { page, context, openedMillis: performance.now() - startedAt };
}

/** How long the longest task was while the board walked on for some seconds; 0: none was over 50 ms. */
async function longestTask(page: Page, seconds: number): Promise<number> {
  await page.evaluate(() => ((window as unknown as Watched).liveTasks = []));
  await page.waitForTimeout(seconds * 1000);
  return page.evaluate(() => Math.max(0, ...(window as unknown as Watched).liveTasks!));
}

/** What a worker does every two minutes from the first source of states on. */
async function judgeRunningDays({ app, context, load }: BenchProgram): Promise<void> {
  const { AdherenceDaysTask } = await load<
    typeof import('../../apps/api/src/features/intraday/adherence/adherence-days.task.js')
  >('features/intraday/adherence/adherence-days.task.js');
  await app.get(AdherenceDaysTask, { strict: false }).run(context, new AbortController().signal);
}

/** `/live` of 5,000 agents in the middle of their day, in a real browser. `YOTEI_SHOTS` names a folder for pictures of it. */
export async function bench({ root, quick }: { readonly root: string; readonly quick: boolean }): Promise<Row[]> {
  const program = await startBenchProgram(root, { agents: AGENTS, weeks: 4, webDir: join(root, 'apps/web/dist/app') });
  const browser = await launchBrowser();
  const shots = process.env['YOTEI_SHOTS'];
  try {
    await fillMiddleOfDay(program, Date.now() - DAY_BEGAN_MILLIS);
    await judgeRunningDays(program);
    const rows: Row[] = [];
    for (const look of quick && !shots ? LOOKS.slice(0, 1) : LOOKS) {
      const what = `${look.language}, ${look.theme}, ${look.width} px`;
      const { page, context, openedMillis } = await openLive(browser, program, look);
      rows.push({ name: `${AGENTS} agents, ${what}: rows shown after`, value: openedMillis, unit: 'ms' });
      const longest = await longestTask(page, quick ? 10 : 30);
      rows.push({ name: `${AGENTS} agents, ${what}: longest task while it ticks`, value: longest, unit: 'ms' });
      if (shots) {
        if (look.language === 'ja') await addJapaneseFont(page);
        await page.screenshot({ path: join(shots, `live-${look.language}-${look.theme}-${look.width}.png`) });
      }
      await context.close();
    }
    return rows;
  } finally {
    await browser.close();
    await program.close();
  }
}
