import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
/** First start: 25 s measured on two cores, 460 s with forty programs waiting for them; this only ends what hangs. */
const PATIENCE_MILLIS = 900_000;

/**
 * One real running centre for all browser journeys: `yotei up` on a folder and ports of its own.
 * YOTEI_TEST_CENTRE names one that runs already (its data will be changed); YOTEI_TEST_BUILT says that all is built.
 */
export default async () => {
  if (process.env.YOTEI_TEST_CENTRE) return;
  if (!process.env.YOTEI_TEST_BUILT) build();
  const folder = mkdtempSync(join(tmpdir(), 'yotei-centre-'));
  const [port, databasePort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, ['apps/cli/bin/yotei.mjs', 'up'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      YOTEI_DATABASE_PORT: String(databasePort),
      YOTEI_DATA_DIR: folder,
      YOTEI_LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  globalThis.yoteiCentre = { child, folder };
  await ready(child);
  process.env.YOTEI_TEST_CENTRE = `http://127.0.0.1:${port}`;
};

function build() {
  const built = spawnSync(process.execPath, ['tools/build.mjs'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the program does not build:\n${built.stdout}${built.stderr}`);
}

/** Resolves with the line that names the address; rejects with all that was said before an early end. */
function ready(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`the centre did not start in time:\n${said}`)), PATIENCE_MILLIS);
    const listen = (chunk) => {
      said += chunk;
      if (!said.includes('Yotei runs at')) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the centre ended with ${code} while starting:\n${said}`)));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
