import type { RequestContext, RoleName } from '../context/request-context.js';

/** Everything that can be allowed, as `<feature>.<verb>`, with the roles that may. The only place that says so. */
const ALLOWED = {
  'organisation.read': ['admin', 'planner', 'manager', 'supervisor', 'agent'],
  'organisation.edit': ['admin', 'planner'],
  'users.manage': ['admin'],
  'demand.read': ['admin', 'planner', 'manager', 'supervisor'],
  'demand.edit': ['admin', 'planner'],
  'demand.import': ['admin', 'planner'],
  'forecast.run': ['admin', 'planner'],
  'forecast.approve': ['admin', 'planner'],
  'staffing.read': ['admin', 'planner', 'manager', 'supervisor'],
  'staffing.edit': ['admin', 'planner'],
  'schedule.read': ['admin', 'planner', 'manager', 'supervisor'],
  'schedule.edit': ['admin', 'planner'],
  'schedule.generate': ['admin', 'planner'],
  'schedule.publish': ['admin', 'planner'],
  'measures.read': ['admin', 'planner', 'manager', 'supervisor'],
  'measures.edit': ['admin', 'planner', 'manager'],
  'measures.ingest': ['admin', 'planner', 'manager'],
  'wellbeing.edit': ['admin', 'planner', 'manager'],
  'wellbeing.read': ['admin', 'planner', 'manager', 'supervisor'],
  'scenarios.read': ['admin', 'planner', 'manager'],
  'scenarios.edit': ['admin', 'planner', 'manager'],
  'capacity.read': ['admin', 'planner', 'manager'],
  'capacity.edit': ['admin', 'planner', 'manager'],
  'scenarios.promote': ['admin', 'planner'],
  'costs.read': ['admin', 'planner', 'manager'],
  'costs.edit': ['admin', 'manager'],
  'reports.read': ['admin', 'planner', 'manager', 'supervisor'],
  'reports.edit': ['admin', 'planner', 'manager', 'supervisor'],
  'reports.share': ['admin', 'planner', 'manager'],
  'reports.export': ['admin', 'planner', 'manager'],
  'exchange.read': ['admin', 'planner', 'supervisor', 'agent'],
  'exchange.propose': ['admin', 'planner', 'supervisor', 'agent'],
  'exchange.offer': ['admin', 'planner', 'supervisor'],
  'exchange.policy': ['admin', 'planner'],
  'exchange.decide': ['admin', 'planner', 'supervisor'],
  'bids.take': ['admin', 'planner', 'supervisor', 'agent'],
  'bids.manage': ['admin', 'planner'],
  'states.ingest': ['admin', 'planner'],
  'actuals.ingest': ['admin', 'planner'],
  'state-sources.edit': ['admin', 'planner'],
  'intraday.read': ['admin', 'planner', 'manager', 'supervisor'],
  'intraday.act': ['admin', 'planner', 'supervisor'],
  'adherence.read': ['admin', 'planner', 'manager', 'supervisor'],
  'adherence.explain': ['admin', 'planner', 'supervisor', 'agent'],
  'adherence.decide': ['admin', 'planner', 'supervisor'],
  'api-keys.manage': ['admin'],
  'job.read': ['admin', 'planner', 'manager', 'supervisor'],
  'job.cancel': ['admin', 'planner', 'manager', 'supervisor'],
  'job.cancel-any': ['admin', 'planner'],
  'my-week.read': ['admin', 'planner', 'manager', 'supervisor', 'agent'],
  'notice.read': ['admin', 'planner', 'manager', 'supervisor', 'agent'],
  'notice.acknowledge': ['admin', 'planner', 'manager', 'supervisor', 'agent'],
  'session.end': ['admin', 'planner', 'manager', 'supervisor', 'agent'],
} as const satisfies Record<string, readonly RoleName[]>;

export type Permission = keyof typeof ALLOWED;

export function isAllowed(roles: readonly RoleName[], permission: Permission): boolean {
  const allowed: readonly RoleName[] = ALLOWED[permission];
  return roles.some((role) => allowed.includes(role));
}

/** Whether the caller may: a person by roles, a program by what its key was given. */
export function mayDo(caller: Pick<RequestContext, 'roles' | 'permissions'>, permission: Permission): boolean {
  return isAllowed(caller.roles, permission) || (caller.permissions?.includes(permission) ?? false);
}

/** All that these roles may do, sorted; the web hides what is not in it. */
export function permissionsOf(roles: readonly RoleName[]): Permission[] {
  return (Object.keys(ALLOWED) as Permission[]).filter((permission) => isAllowed(roles, permission)).sort();
}
