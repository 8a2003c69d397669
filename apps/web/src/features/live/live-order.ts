import { eachSeconds, figuresOf, SUMMED_SECONDS, type AdherenceNumbers } from '@yotei/scheduling/adherence';
import { hasPlan, secondsOfDay, sinceOf, standingOf, STANDINGS, type LiveAgent, type Standing } from './live-agents.js';
import type { LiveSearch } from './live.search.js';

/** A line of the list: the head of a group or an agent. */
export type LiveLine =
  | { readonly kind: 'group'; readonly id: string; readonly count: number }
  | { readonly kind: 'agent'; readonly agent: LiveAgent };

const RANK = new Map(STANDINGS.map((standing, rank) => [standing, rank]));
const OUT: readonly Standing[] = ['out', 'unknown'];
const ON_SHIFT: readonly Standing[] = ['out', 'grace', 'unknown', 'explained', 'in', 'working'];

function isShown(agent: LiveAgent, search: LiveSearch): boolean {
  if (search.team && agent.teamId !== search.team) return false;
  if (search.skill && !agent.skillIds.includes(search.skill)) return false;
  if (search.state && (agent.now?.state ?? agent.state) !== search.state) return false;
  if (search.text && !agent.name.toLowerCase().includes(search.text.toLowerCase())) return false;
  if (search.show === 'all') return true;
  const standing = standingOf(agent);
  return search.show === 'out' ? OUT.includes(standing) : ON_SHIFT.includes(standing) || hasNowPlanned(agent);
}

const hasNowPlanned = (agent: LiveAgent): boolean => hasPlan(agent) && Boolean(agent.now?.activityTypeId);

const groupOf = (agent: LiveAgent, group: LiveSearch['group']): string =>
  group === 'team'
    ? agent.teamId
    : group === 'site'
      ? agent.siteId
      : group === 'state'
        ? (agent.now?.state ?? agent.state)
        : '';

/** What matters first: longest out, then within the grace, unknown, explained, in; names last. */
export function inOrderOfWeight(agents: readonly LiveAgent[]): LiveAgent[] {
  const keyed = agents.map((agent) => ({
    agent,
    rank: RANK.get(standingOf(agent))!,
    since: sinceOf(agent) ?? Infinity,
  }));
  return keyed
    .sort((a, b) => a.rank - b.rank || (a.rank < 2 ? a.since - b.since : 0) || a.agent.place - b.agent.place)
    .map(({ agent }) => agent);
}

/** The lines to show: filtered, in order of weight, under heads where they are grouped. */
export function linesOf(agents: readonly LiveAgent[], search: LiveSearch): LiveLine[] {
  const shown = inOrderOfWeight(agents.filter((agent) => isShown(agent, search)));
  if (!search.group) return shown.map((agent) => ({ kind: 'agent', agent }));
  const groups = new Map<string, LiveAgent[]>();
  for (const agent of shown) {
    const id = groupOf(agent, search.group);
    const list = groups.get(id);
    if (list) list.push(agent);
    else groups.set(id, [agent]);
  }
  return [...groups].flatMap(([id, members]) => [
    { kind: 'group' as const, id, count: members.length },
    ...members.map((agent) => ({ kind: 'agent' as const, agent })),
  ]);
}

export interface LiveTotals {
  readonly standings: Readonly<Record<Standing, number>>;
  readonly numbers: AdherenceNumbers;
}

/** Counts and the day's figures of all agents together, each second weighing the same. */
export function totalsOf(agents: readonly LiveAgent[]): LiveTotals {
  const standings = Object.fromEntries(STANDINGS.map((standing) => [standing, 0])) as Record<Standing, number>;
  const sums = { ...eachSeconds(() => 0) };
  let base = 0;
  for (const agent of agents) {
    standings[standingOf(agent)] += 1;
    const seconds = secondsOfDay(agent);
    for (const name of SUMMED_SECONDS) sums[name] += seconds[name];
    if (agent.terms.countsOutsideShift) base += seconds.outsideSeconds;
  }
  // Sites may differ in what they count; what counts is added here, so the sum needs no terms.
  const numbers = figuresOf({ ...sums, scheduledSeconds: sums.scheduledSeconds + base }, { countsOutsideShift: false });
  return { standings, numbers };
}
