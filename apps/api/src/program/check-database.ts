import type { Settings } from '../config/settings.js';
import { inspectRuntimeRole } from '../platform/database/runtime-role.js';
import { databaseUrl } from '../platform/platform.module.js';
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
