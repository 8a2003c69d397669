// Starts Yotei from a fresh clone: installs what the lock file says, builds what changed, then runs the program.
// Plain Node without dependencies, because nothing is installed when it begins.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const INSTALL_BYTES = 2 * 1024 ** 3;

/** One clear line on standard error, then exit code 2 (bad input or surroundings; docs: the command line). */
function refuse(line) {
  process.stderr.write(`yotei: ${line}\n`);
  process.exit(2);
}

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return null;
  return `Node ${version} is too old; install Node 20.19 or newer and run the command again`;
}

/** Whether node_modules holds every package the lock file names, at its version. Optional ones may be of other platforms. */
export function isInstalled(folder = root) {
  const hidden = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const have = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(
    ([path, entry]) =>
      !path.startsWith('node_modules/') ||
      entry.link ||
      entry.optional ||
      entry.devOptional ||
      (have[path]?.version === entry.version && existsSync(join(folder, path, 'package.json'))),
  );
}

function checkFolder() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    return `no permission to write in ${root}; give this user write access or clone into a folder of your own`;
  }
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < INSTALL_BYTES)
    return `the disk holding ${root} has under 2 GB free; free some space and run the command again`;
  return null;
}

/** Installs exactly what the lock file says, unless that is already there. */
export function install() {
  if (isInstalled()) return;
  const problem = checkFolder();
  if (problem) refuse(problem);
  process.stderr.write('yotei: installing packages (once; about a minute) …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (done.status !== 0) {
    const last = (done.stderr ?? '')
      .split('\n')
      .filter((line) => /npm error/.test(line))
      .slice(0, 4)
      .join('\n');
    refuse(`packages could not be installed; check the network and run \`npm ci\` to see more\n${last}`);
  }
}

function build() {
  const done = spawnSync(process.execPath, [join(root, 'tools', 'build.mjs'), '--quiet'], {
    cwd: root,
    stdio: ['ignore', 2, 'inherit'],
  });
  if (done.status !== 0) refuse('the build failed; the lines above say where');
}

function runProgram(args) {
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'apps/api/dist/main.js'), 'up', ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  // A terminal's Ctrl-C reaches the child by itself; these pass on what is sent to this process alone.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wrongNode = checkNode();
  if (wrongNode) refuse(wrongNode);
  install();
  build();
  runProgram(process.argv.slice(2));
}
