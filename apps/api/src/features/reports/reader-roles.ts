import type { RoleName } from '../../platform/context/request-context.js';

/** Roles with `reports.read`; to share with others would show them nothing. */
export const READER_ROLES: readonly RoleName[] = ['admin', 'planner', 'manager', 'supervisor'];
