// Builds what changed: libraries, api, cli and migrations with the TypeScript compiler (incremental by itself),
// the web app with Vite only when one of its inputs differs from the last build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const quiet = process.argv.includes('--quiet');
const webStamp = join(root, '.cache', 'web-build-stamp');
const webInputs = ['apps/web', 'libs/time/src', 'libs/scheduling/src', 'package-lock.json'];
const SKIP = new Set(['node_modules', 'dist']);

function say(line) {
  if (!quiet) process.stderr.write(`${line}\n`);
}

const node = (args) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });

function stopUnless(done) {
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout}${done.stderr}`);
  process.exit(done.status ?? 1);
}

/** What the compiler remembers of its last run goes stale when packages are added: a failure is tried afresh once. */
function compile() {
  const args = ['node_modules/typescript7/bin/tsc', '-b', 'apps/api', 'apps/cli', 'migrations'];
  if (node(args).status !== 0) stopUnless(node([...args, '--force']));
}

function filesBelow(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !SKIP.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)]));
}

function webHash() {
  const hash = createHash('sha256');
  for (const file of webInputs.flatMap((input) => filesBelow(join(root, input))).sort()) {
    hash.update(relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function buildWeb() {
  const hash = webHash();
  const done =
    existsSync(join(root, 'apps/web/dist/app/index.html')) &&
    existsSync(webStamp) &&
    readFileSync(webStamp, 'utf8') === hash;
  if (done) return;
  process.stderr.write('yotei: building the web app …\n');
  stopUnless(node(['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn']));
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(webStamp, hash);
}

say('building libraries, api and command line');
compile();
buildWeb();
say('built');
