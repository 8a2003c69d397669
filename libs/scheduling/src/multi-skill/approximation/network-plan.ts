import type { CentreFrame } from '../centre-frame.js';

/** The groups two queues share, seen from one of them. Places are places in a route. */
export interface Overlap {
  readonly other: number;
  /** Places of the shared groups in the own route, and of the same groups in the other's. */
  readonly own: readonly number[];
  readonly others: readonly number[];
  /** The own places as bits. */
  readonly mask: number;
  readonly isWholeOwn: boolean;
  readonly isWholeOther: boolean;
  /** Place of the same overlap among those of the other queue. */
  readonly back: number;
}

/** What depends on which groups have agents, not on how many. */
export interface NetworkPlan {
  /** Groups with agents, in the order an arrival tries them; empty for a queue without load. */
  readonly routes: readonly (readonly number[])[];
  /** First place of each set of groups that an arrival ranks alike, and the end of the last. */
  readonly tiers: readonly (readonly number[])[];
  readonly overlaps: readonly (readonly Overlap[])[];
  /** The queues each group serves, with its place in their routes. */
  readonly served: readonly (readonly { readonly queue: number; readonly at: number }[])[];
}

/** Groups a queue may reach are bits of one number. */
const MOST_GROUPS = 30;

function routeOf(frame: CentreFrame, queue: number, agents: ArrayLike<number>): readonly number[] {
  if (!(frame.arrivalRate[queue]! * frame.handleSeconds[queue]! > 0)) return [];
  const route = frame.route[queue]!.filter((group) => agents[group]! > 0);
  if (route.length > MOST_GROUPS)
    throw new RangeError(`groups of one queue (${route.length}) must be at most ${MOST_GROUPS}; join alike ones`);
  return route;
}

function tiersOf(frame: CentreFrame, queue: number, route: readonly number[]): readonly number[] {
  const rank = (at: number): number => frame.arrivalPriority[route[at]! * frame.queueCount + queue]!;
  return [...route.keys()].filter((at) => at === 0 || rank(at) !== rank(at - 1)).concat(route.length);
}

function overlapsOf(routes: NetworkPlan['routes'], queue: number): readonly Overlap[] {
  const route = routes[queue]!;
  return routes.flatMap((theirs, other) => {
    const shared = other === queue ? [] : route.filter((group) => theirs.includes(group));
    if (shared.length === 0) return [];
    const own = shared.map((group) => route.indexOf(group));
    const before = routes.filter(
      (each, index) => index < queue && index !== other && each.some((g) => theirs.includes(g)),
    );
    return {
      other,
      own,
      others: shared.map((group) => theirs.indexOf(group)),
      mask: own.reduce((mask, at) => mask | (1 << at), 0),
      isWholeOwn: shared.length === route.length,
      isWholeOther: shared.length === theirs.length,
      back: before.length,
    };
  });
}

/** The plan for the groups that have agents. */
export function networkPlan(frame: CentreFrame, agents: ArrayLike<number>): NetworkPlan {
  const queues = Array.from({ length: frame.queueCount }, (_, queue) => queue);
  const routes = queues.map((queue) => routeOf(frame, queue, agents));
  return {
    routes,
    tiers: queues.map((queue) => tiersOf(frame, queue, routes[queue]!)),
    overlaps: queues.map((queue) => overlapsOf(routes, queue)),
    served: Array.from({ length: frame.groupCount }, (_, group) =>
      queues.flatMap((queue) => {
        const at = routes[queue]!.indexOf(group);
        return at < 0 ? [] : [{ queue, at }];
      }),
    ),
  };
}
