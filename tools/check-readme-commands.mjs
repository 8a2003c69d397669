// Runs every command of README, CONTRIBUTING and the guides that stands in a ```sh block, in a shell, from the root.
// Blocks without a language are commands that run until stopped or that call this very check; tests cover those.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PAGES = ['README.md', 'CONTRIBUTING.md', 'apps/cli/README.md'];
/** Commands that `verify` has just run in full; here their spelling is proven by the step of that name. */
const RUN_BY_VERIFY = /^npm run (build|typecheck|lint|check|verify)$/;

const commandsOf = (text) =>
  [...text.matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap((block) => block[1].replace(/\\\n\s*/g, ' ').split('\n'))
    .filter((line) => line.trim() && !line.startsWith('#'));

let passed = 0;
let failed = 0;
for (const page of PAGES.filter((p) => existsSync(join(root, p)))) {
  for (const command of commandsOf(readFileSync(join(root, page), 'utf8')).filter((c) => !RUN_BY_VERIFY.test(c))) {
    const done = spawnSync(command, { cwd: root, shell: true, encoding: 'utf8', timeout: 300_000 });
    if (done.status === 0) passed += 1;
    else {
      failed += 1;
      process.stdout.write(`${page}: \`${command}\` ended with ${done.status}\n${done.stdout}${done.stderr}\n`);
    }
  }
}
if (passed + failed === 0) failed = 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed ? 1 : 0;
