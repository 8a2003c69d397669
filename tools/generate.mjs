// Writes the generated files: apps/api/src/schema.graphql from the code-first classes, then the web's typed
// documents from it, and the JSON Schemas of the roster files in docs/cli. Needs no running server; it builds what it runs.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const steps = [
  ['node_modules/typescript7/bin/tsc', '-b', 'apps/api'],
  ['apps/api/dist/main.js', 'schema', '--out', 'apps/api/src/schema.graphql'],
  ['tools/generate-web-types.mjs'],
  ['node_modules/typescript7/bin/tsc', '-b', 'apps/cli'],
  ...['agents', 'rules', 'roster'].map((name) => [
    'apps/cli/bin/yotei.mjs',
    ...['schema', '--of', name, '--out', `docs/cli/${name}.schema.json`, '--quiet'],
  ]),
];

for (const step of steps) {
  if (!existsSync(join(root, step[0]))) throw new Error(`${step[0]} is missing; run npm run build`);
  const done = spawnSync(process.execPath, step, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
