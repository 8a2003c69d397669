import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentials } from './database-roles.js';
import { isAlive } from './process-identity.js';

/** Address of the embedded database that a running `up` keeps in the folder; null when none runs there. */
export function runningDatabaseUrl(folder: string): string | null {
  const pidFile = join(folder, 'postgres', 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port || !isAlive(pid)) return null;
  return `postgres://yotei_app:${credentials(folder).runtime}@127.0.0.1:${port}/yotei`;
}
