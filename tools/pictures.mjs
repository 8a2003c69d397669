// Takes the pictures of the README anew: `npm run pictures`. A demo centre of its own is started and removed again; the
// clock of the browser stands still on the Wednesday morning of the running week, so that pictures differ by the
// product alone. `npm run pictures -- --centre http://127.0.0.1:4310` uses one that runs. Look at them before you commit.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadTypeScript } from './load-typescript.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs/pictures');
const MOST_BYTES = 250_000;
const { values } = parseArgs({ options: { centre: { type: 'string' } } });

/** Wednesday, 10:20 in Tokyo, of the week that runs. */
function wednesdayMorning() {
  const now = new Date(Date.now() + 9 * 3_600_000);
  const sinceMonday = (now.getUTCDay() + 6) % 7;
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - sinceMonday + 2, 1, 20);
}

const dateOf = (at) => new Date(at).toISOString().slice(0, 10);
const day = dateOf(wednesdayMorning());
const weekBefore = dateOf(wednesdayMorning() - 9 * 86_400_000);
const PICTURES = [
  {
    file: 'board',
    role: 'planner',
    path: `/roster?day=${day}`,
    // Something of the first shift is chosen: what one does with it stands beside.
    keys: ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight'],
    from: '[role=gridcell][tabindex="0"]',
    look: { language: 'en', theme: 'light', width: 1440, height: 900 },
    scale: 1.5,
  },
  {
    file: 'demand',
    role: 'planner',
    // The week before: there the actual contacts stand beside the forecast.
    path: `/demand?from=${weekBefore}`,
    look: { language: 'en', theme: 'light', width: 1440, height: 900 },
    scale: 1.5,
  },
  {
    file: 'scenarios',
    role: 'manager',
    path: '/scenarios',
    press: 'Volume +20%',
    once: true,
    look: { language: 'en', theme: 'light', width: 1440, height: 900 },
    scale: 1.5,
  },
  {
    file: 'phone',
    role: 'agent',
    path: '/my-week',
    // Notices read, the day itself stands on top.
    press: 'Got it',
    look: { language: 'en', theme: 'dark', width: 390, height: 844 },
    scale: 2,
  },
];

async function take(browser, kit, { file, role, path, press, once, from, keys = [], look, scale }) {
  const context = await kit.openContext(browser, look);
  await kit.signInAs(context, role);
  const page = await context.newPage();
  await page.clock.setFixedTime(wednesdayMorning());
  await page.goto(`${kit.centreUrl()}${path}`);
  await page.locator('main').waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'hidden' });
  const button = page.getByRole('button', { name: press });
  // What asks for something is waited for; notices are there or not.
  if (once) await button.first().click();
  while (press && !once && (await button.count()) > 0) {
    await button.first().click();
    await page.waitForTimeout(500);
  }
  if (from) await page.locator(from).first().focus();
  for (const key of keys) await page.keyboard.press(key);
  // Names are Japanese on every page; what is drawn is drawn again once their glyphs are there.
  await kit.addJapaneseFont(page);
  const { width, height } = look;
  const session = await context.newCDPSession(page);
  const metrics = { width, height, deviceScaleFactor: scale, mobile: width <= 640 };
  await session.send('Emulation.setDeviceMetricsOverride', metrics);
  await page.waitForTimeout(2_000);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 88 });
  const target = join(folder, `${file}.webp`);
  writeFileSync(target, Buffer.from(data, 'base64'));
  await context.close();
  const { size } = statSync(target);
  console.log(`${target.slice(root.length)} ${Math.round(size / 1000)} kB`);
  if (size > MOST_BYTES) throw new Error(`${file} (${size} bytes) must have at most ${MOST_BYTES}; lower its scale`);
}

if (values.centre) process.env.YOTEI_TEST_CENTRE = values.centre;
else await (await import('../tests/kit/browser-global-setup.mjs')).default();
const kit = {
  ...(await loadTypeScript(new URL('../tests/kit/browser.ts', import.meta.url))),
  ...(await loadTypeScript(new URL('../tests/kit/running-centre.ts', import.meta.url))),
};
mkdirSync(folder, { recursive: true });
const browser = await kit.launchBrowser();
try {
  for (const picture of PICTURES) await take(browser, kit, picture);
} finally {
  await browser.close();
  await (await import('../tests/kit/browser-global-teardown.mjs')).default();
}
