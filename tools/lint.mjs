// Lints the whole repository, or the paths given. The layer rule reads Nx's project graph, so that is made first:
// without it the rule would be skipped silently.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (file, args, stdio) =>
  spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    stdio,
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false' },
  });

const graph = run('node_modules/nx/dist/bin/nx.js', ['show', 'projects'], 'pipe');
if (graph.status !== 0) {
  process.stderr.write(
    `lint: Nx could not read the workspace, so layers cannot be checked.\n${graph.stderr}${graph.stdout}`,
  );
  process.exit(2);
}
const paths = process.argv.slice(2);
const lint = run(
  'node_modules/eslint/bin/eslint.js',
  [...(paths.length ? paths : ['.']), '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint/'],
  ['ignore', 'pipe', 'inherit'],
);
process.stdout.write(lint.stdout);
if (lint.stdout.includes('No cached ProjectGraph')) process.exit(2);
process.exit(lint.status ?? 1);
