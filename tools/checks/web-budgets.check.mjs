import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export const name = 'web-budgets: what a page loads stays small (docs: performance budgets)';

/** The texts of the agents' pages come with the first page; Japanese is the larger. */
const ALWAYS = ['index.html', 'src/app/locales/ja/first.ts'];
/** What every planner's page loads besides: all texts, menus and the palette. */
const PLANNER = ['src/app/locales/ja/planner.ts', 'src/app/shell/planner-tools.tsx'];
const DEMAND = ['src/app/locales/ja/demand.ts', 'src/features/demand/demand.screen.tsx'];

/** Route -> entries of the manifest it loads, and the most gzip kB of JavaScript it may have. */
const ROUTES = [
  { route: 'sign-in', entries: [], mostKb: 200 },
  { route: 'my week (phone)', entries: ['src/features/rosters/my-week/my-week.screen.tsx'], mostKb: 200 },
  { route: 'requests (phone)', entries: ['src/features/exchanges/exchanges.screen.tsx'], mostKb: 200 },
  { route: 'me (phone)', entries: ['src/app/me-page.tsx'], mostKb: 200 },
  { route: 'roster board', entries: [...PLANNER, 'src/features/rosters/desk/roster-board.screen.tsx'], mostKb: 340 },
  { route: 'demand', entries: [...PLANNER, ...DEMAND], mostKb: 340 },
  { route: 'requirement', entries: [...PLANNER, 'src/features/staffing/requirement.screen.tsx'], mostKb: 340 },
  { route: 'scenarios', entries: [...PLANNER, 'src/features/scenarios/scenarios.screen.tsx'], mostKb: 340 },
  { route: 'measures', entries: [...PLANNER, 'src/features/measures/measures.screen.tsx'], mostKb: 340 },
];
const MOST_CSS_KB = 20;
const MOST_FONT_KB = 50;

const kilobytes = (bytes) => bytes / 1000;

/** Every chunk an entry needs before it can run. */
function chunksOf(manifest, entries) {
  const found = new Set();
  const visit = (key) => {
    if (found.has(key)) return;
    found.add(key);
    if (!manifest[key]) throw new Error(`entry (${key}) must be in the build manifest; mend the list of routes`);
    (manifest[key].imports ?? []).forEach(visit);
  };
  entries.forEach(visit);
  return [...found].map((key) => manifest[key]);
}

export function findings(root) {
  const app = join(root, 'apps/web/dist/app');
  const manifestFile = join(app, '.vite/manifest.json');
  if (!existsSync(manifestFile)) return ['apps/web/dist/app is not built; run npm run build'];
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const gzipKb = (file) => kilobytes(gzipSync(readFileSync(join(app, file)), { level: 9 }).length);
  const sum = (files) => [...new Set(files)].reduce((total, file) => total + gzipKb(file), 0);
  const found = [];
  const judge = (what, kb, mostKb) => {
    if (kb > mostKb)
      found.push(`${what} is ${kb.toFixed(1)} kB, ${mostKb} kB are allowed; load the part it does not need lazily`);
  };
  for (const { route, entries, mostKb } of ROUTES) {
    const chunks = chunksOf(manifest, [...ALWAYS, ...entries]);
    judge(`JavaScript of ${route}`, sum(chunks.map(({ file }) => file).filter((file) => file.endsWith('.js'))), mostKb);
    judge(`CSS of ${route}`, sum(chunks.flatMap(({ css = [] }) => css)), MOST_CSS_KB);
  }
  const fonts = Object.values(manifest)
    .map(({ file }) => file)
    .filter((file) => file.endsWith('.woff2'));
  judge(
    'the font',
    kilobytes(fonts.reduce((total, file) => total + readFileSync(join(app, file)).length, 0)),
    MOST_FONT_KB,
  );
  const phone = chunksOf(manifest, [...ALWAYS, ROUTES[1].entries[0]]).map(({ file }) =>
    readFileSync(join(app, file), 'utf8'),
  );
  if (phone.some((code) => code.includes('Invalid DateTime')))
    found.push('luxon is on the phone path; use src/app/format there');
  return found;
}
