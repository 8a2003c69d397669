import { queryOptions, useSuspenseQuery, type QueryClient } from '@tanstack/react-query';
import { request } from '../graphql/client.js';
import { SignOutDocument, ViewerDocument, type Role, type ViewerQuery } from '../graphql/generated/graphql.js';
import { forgetKept, keepFor, keptOffline } from './offline/offline-store.js';

export type Viewer = NonNullable<ViewerQuery['viewer']>;

/** Who is signed in, and the organisation's master data that every screen names things with. Null: nobody. */
export const viewerQuery = queryOptions({
  queryKey: ['viewer'],
  queryFn: () =>
    keptOffline('viewer', async () => {
      const viewer = (await request(ViewerDocument)).viewer ?? null;
      keepFor(viewer?.userId ?? null);
      return viewer;
    }),
  networkMode: 'always',
  staleTime: 5 * 60_000,
});

/** The signed-in user; only inside routes that are guarded. */
export function useViewer(): Viewer {
  const { data } = useSuspenseQuery(viewerQuery);
  if (!data) throw new Error('viewer (null) must be signed in; use this only below the guarded route');
  return data;
}

export function hasRole(viewer: Viewer, ...roles: readonly Role[]): boolean {
  return viewer.roles.some((role) => roles.includes(role));
}

/** Whether the user may do `<feature>.<verb>`, as the server says. The server checks again. */
export function can(viewer: Viewer, permission: string): boolean {
  return viewer.permissions.includes(permission);
}

/** Whether the user works with the whole centre, a manager among them; the others see their own week first. */
export function isPlanner(viewer: Viewer): boolean {
  return hasRole(viewer, 'ADMIN', 'PLANNER', 'MANAGER', 'SUPERVISOR');
}

/** Whether the user manages and does not plan: is offered what compares and reports, and no rosters. */
export function isManagerOnly(viewer: Viewer): boolean {
  return hasRole(viewer, 'MANAGER') && !hasRole(viewer, 'ADMIN', 'PLANNER', 'SUPERVISOR');
}

/** The site by whose week and clock a user plans: the own one of an agent, else the one with the most queues. */
export function homeSite(viewer: Viewer): Viewer['organisation']['sites'][number] {
  const { sites, queues, name } = viewer.organisation;
  const queueCount = (siteId: string) => queues.filter((queue) => queue.siteId === siteId).length;
  const largest = [...sites].sort((a, b) => queueCount(b.id) - queueCount(a.id))[0];
  const own = sites.find((site) => site.id === viewer.agent?.siteId);
  return own ?? largest ?? { id: '', name, zone: 'UTC', country: '', weekStart: 1 };
}

/** Ends the session here and at the server, and forgets everything read. */
export async function signOut(client: QueryClient): Promise<void> {
  await request(SignOutDocument);
  await forgetKept();
  client.clear();
}
