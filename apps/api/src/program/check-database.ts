import { join } from 'node:path';
import type { Settings } from '../config/settings.js';
import { missingMigrations } from '../platform/database/migrate.js';
import { inspectRuntimeRole } from '../platform/database/runtime-role.js';
import { databaseUrl } from '../config/settings.js';
import { ProgramError } from './program-error.js';

/** Refuses to serve as a role for which row-level security does not count. */
export async function refuseUnsafeRole(settings: Settings): Promise<void> {
  const role = await inspectRuntimeRole(databaseUrl(settings));
  if (role.canBypassRowSecurity && !settings.YOTEI_ALLOW_BYPASS_RLS) {
    throw new ProgramError(
      `The role ${role.name} of DATABASE_URL can bypass row-level security, so organisations would not be kept apart; use a role made with NOSUPERUSER NOBYPASSRLS, or accept it with YOTEI_ALLOW_BYPASS_RLS=true.`,
    );
  }
}

/** Newer tables are fine (old code runs on while new code is rolled out), older ones are not. */
export async function refuseOldTables(settings: Settings): Promise<void> {
  const missing = await missingMigrations(databaseUrl(settings), migrationsFolder(settings));
  if (missing.length > 0)
    throw new ProgramError(
      `The database lacks ${missing.length} migrations (first: ${missing[0]}); run \`yotei migrate\`.`,
    );
}

export function migrationsFolder(settings: Settings): string {
  return join(settings.repositoryRoot, 'migrations', 'dist');
}
