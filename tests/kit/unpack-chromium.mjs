// Says where the Chromium from npm is, unpacked into the repository's cache. The package unpacks into the temporary
// folder of its process, where another account may have left one that ours cannot start: so that folder is chosen here.
// Several test runs may ask at once: each unpacks beside and the first moves its own into place, whole.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const cache = join(import.meta.dirname, '..', '..', '.cache');
const folder = join(cache, 'browser');

if (!existsSync(folder)) {
  mkdirSync(cache, { recursive: true });
  const beside = mkdtempSync(join(cache, 'chromium-'));
  process.env.TMPDIR = beside;
  const { default: packaged } = await import('@sparticuz/chromium');
  await packaged.executablePath();
  try {
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
process.stdout.write(join(folder, 'chromium'));
