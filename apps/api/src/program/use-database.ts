import type { Settings } from '../config/settings.js';
import { runningDatabaseUrl } from '../platform/embedded-database/running-database.js';
import { ProgramError } from './program-error.js';

/** For commands that work beside a running centre: DATABASE_URL, else the embedded database of a running `up`. */
export function withRunningDatabase(settings: Settings): Settings & { readonly DATABASE_URL: string } {
  const url = settings.DATABASE_URL ?? runningDatabaseUrl(settings.YOTEI_DATA_DIR);
  if (!url) throw new ProgramError(noDatabaseRuns(settings));
  return { ...settings, DATABASE_URL: url };
}

/** The one line for whoever has no database, and how to get one. */
export const noDatabaseRuns = ({ YOTEI_DATA_DIR }: Settings): string =>
  `No database runs in ${YOTEI_DATA_DIR}; start \`npm run up\` in another window, or set DATABASE_URL.`;
