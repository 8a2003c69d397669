// Writes the generated files: apps/api/src/schema.graphql from the code-first classes, then the web's typed
// documents from it. Needs no running server; the api must be built (`npm run build` does it).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const steps = [
  ['node_modules/typescript7/bin/tsc', '-b', 'apps/api'],
  ['apps/api/dist/main.js', 'schema', '--out', 'apps/api/src/schema.graphql'],
  ['tools/generate-web-types.mjs'],
];

for (const step of steps) {
  if (!existsSync(join(root, step[0]))) throw new Error(`${step[0]} is missing; run npm run build`);
  const done = spawnSync(process.execPath, step, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
