import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedDatabase } from '../platform/embedded-database/embedded-database.js';

const PORT = 4_398;
const WARM_STARTS = 3;

async function pageAnswers(): Promise<void> {
  const page = await fetch(`http://127.0.0.1:${PORT}/`);
  if (!page.ok || !(await page.text()).includes('<div id="root">')) throw new Error(`the page answered ${page.status}`);
}

/** Seconds from the command to the first page, the program stopped again afterwards. */
async function start(root: string, folder: string): Promise<number> {
  const begun = performance.now();
  const env = { ...process.env, YOTEI_DATA_DIR: folder, YOTEI_LOG_LEVEL: 'error' };
  const up = spawn(process.execPath, [join(root, 'tools/up.mjs'), '--port', String(PORT)], { cwd: root, env });
  const ended = once(up, 'exit');
  up.stderr.resume();
  await Promise.race([once(up.stdout, 'data'), ended.then(() => Promise.reject(new Error('up ended')))]);
  await pageAnswers();
  const seconds = (performance.now() - begun) / 1_000;
  up.kill('SIGINT');
  await ended;
  return seconds;
}

async function databaseAlone(folder: string): Promise<number> {
  const begun = performance.now();
  const database = await EmbeddedDatabase.start({ folder });
  const seconds = (performance.now() - begun) / 1_000;
  await database.stop();
  return seconds;
}

/** `npm run up` to the first page: on an empty folder with the demo centre, and again on the same data. */
export async function bench({ root }: { root: string }) {
  const folder = mkdtempSync(join(tmpdir(), 'yotei-start-'));
  try {
    const cold = await start(root, folder);
    const warm: number[] = [];
    for (let i = 0; i < WARM_STARTS; i += 1) warm.push(await start(root, folder));
    const floor = await databaseAlone(folder);
    const median = warm.sort((a, b) => a - b)[Math.floor(WARM_STARTS / 2)]!;
    const against = 'start of the database alone';
    return [
      { name: 'first start, with database and demo centre', value: cold, unit: 's', ratio: cold / floor, against },
      {
        name: `warm start to the first page, median of ${WARM_STARTS}`,
        value: median,
        unit: 's',
        ratio: median / floor,
        against,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
