import type { Permission } from '../permissions/permissions.js';

/** Roles a person has in an organisation; what each may do is in permissions.ts. */
export type RoleName = 'admin' | 'planner' | 'manager' | 'supervisor' | 'agent';

/** On whose behalf something runs: a request, a subscription or a job. Passed on explicitly, never guessed. */
export interface RequestContext {
  readonly organisationId: string;
  /** Null when the program itself acts (a scheduled job, the demo). */
  readonly userId: string | null;
  readonly roles: readonly RoleName[];
  /** What an API key may besides, which has no roles. */
  readonly permissions?: readonly Permission[];
  /** Correlation id: in every log line and in each unexpected error shown to the client. */
  readonly requestId: string;
}
