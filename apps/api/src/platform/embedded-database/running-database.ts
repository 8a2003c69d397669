import { notedServer } from './cluster.js';
import { credentials } from './database-roles.js';

/** Address of the embedded database that a running `up` keeps in the folder; null when none runs there. */
export function runningDatabaseUrl(folder: string): string | null {
  const server = notedServer(folder);
  return server && `postgres://yotei_app:${credentials(folder).runtime}@127.0.0.1:${server.port}/yotei`;
}
