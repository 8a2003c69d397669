import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedDatabaseError, embeddedFault } from './embedded-database.errors.js';
import { isAlive, startedTicks } from './process-identity.js';

interface LockOwner {
  readonly pid: number;
  readonly ticks: string | null;
}

/** Held by the one `up` that uses a data folder. A lock whose process is gone is taken over. */
export class FolderLock {
  private constructor(private readonly path: string) {}

  static take(folder: string): FolderLock {
    const path = join(folder, 'up.lock');
    for (let attempt = 0; attempt < 5; attempt += 1) {
      try {
        writeFileSync(path, JSON.stringify({ pid: process.pid, ticks: startedTicks(process.pid) }), {
          flag: 'wx',
          mode: 0o644,
        });
        return new FolderLock(path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw embeddedFault(error, folder);
        const owner = readOwner(path);
        if (owner && isAlive(owner.pid) && startedTicks(owner.pid) === owner.ticks) {
          throw new EmbeddedDatabaseError(
            'folder-in-use',
            `Yotei already runs with the data folder ${folder} (process ${owner.pid}); use that one, stop it, or set YOTEI_DATA_DIR to another folder.`,
          );
        }
        rmSync(path, { force: true });
      }
    }
    throw new EmbeddedDatabaseError(
      'folder-in-use',
      `Another Yotei is starting with the data folder ${folder}; try again.`,
    );
  }

  release(): void {
    if (readOwner(this.path)?.pid === process.pid) rmSync(this.path, { force: true });
  }
}

function readOwner(path: string): LockOwner | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockOwner;
  } catch {
    return null;
  }
}
