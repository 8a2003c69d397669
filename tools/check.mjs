// Runs the repository's own checks; each file of tools/checks exports `name` and `findings(root)`, a list of
// sentences that say what is wrong, where, and how to mend it. `node tools/check.mjs layers` runs one.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = new URL('./checks/', import.meta.url);
const wanted = process.argv.slice(2);

let passed = 0;
let failed = 0;
for (const file of readdirSync(folder)
  .filter((f) => f.endsWith('.check.mjs'))
  .sort()) {
  if (wanted.length && !wanted.includes(file.replace('.check.mjs', ''))) continue;
  const { name, findings } = await import(new URL(file, folder).href);
  const found = await findings(root);
  if (found.length) failed += 1;
  else passed += 1;
  process.stdout.write(
    `${found.length ? 'FAILED' : 'ok    '} ${name}\n${found.map((line) => `       ${line}\n`).join('')}`,
  );
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed ? 1 : 0;
