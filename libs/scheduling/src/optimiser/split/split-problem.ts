import { indexProblem, type Roster, type RosterProblem } from '../../roster/index.js';
import { findRule } from '../../rules/index.js';
import { independentGroups } from './agent-groups.js';
import { demandShares } from './demand-shares.js';
import { agentsKeptTogether, sitesKeptTogether } from './agents-kept-together.js';
import type { RosterPart } from './roster-part.js';
import { teamRulesOfParts } from './team-rules-of-parts.js';

/**
 * How to split. `skill-group`: groups that share no skill in demand (independent). `site`: agents of a site, demand shared
 * by what the sites' agents can work. `size`: like a site, groups of at most `agentsMax` of like make-up. `week`: one week
 * after the other with what went before as history; or, given an assumed roster, all weeks at once as if the weeks before
 * them were that roster's.
 */
export type SplitBy =
  | { readonly by: 'skill-group'; readonly partsMax?: number }
  | { readonly by: 'site' }
  | { readonly by: 'size'; readonly agentsMax: number }
  | { readonly by: 'week'; readonly assumed?: Roster };

/**
 * What planning the parts apart gives up. `agents-across-parts`: agents of one part do not help in another's share of a
 * queue. `later-weeks`: a week does not see what it leaves to the next. `assumed-boundaries`: weeks may not fit together.
 * `periods`: rules over several weeks are seen week by week. `fair-shares`: means are of the part's agents. `team-rules`:
 * of a rule across agents of several parts each holds a share, and sessions over several parts are placed at the end.
 */
export type SplitLoss =
  'agents-across-parts' | 'later-weeks' | 'assumed-boundaries' | 'periods' | 'fair-shares' | 'team-rules';

export interface ProblemSplit {
  readonly parts: readonly RosterPart[];
  /** Nothing is lost: costs and lower bounds of the parts add up to those of the whole. */
  readonly independent: boolean;
  readonly losses: readonly SplitLoss[];
}

const MOST_PARTS = 16;

/** Splits a problem into parts to be planned apart and joined again by `joinRosters`; one part where nothing can be split. */
export function splitProblem(problem: RosterProblem, how: SplitBy): ProblemSplit {
  switch (how.by) {
    case 'skill-group':
      return bySkillGroup(problem, how.partsMax ?? MOST_PARTS);
    case 'site':
      return byGroups(problem, sitesKeptTogether(problem, bySite(problem)));
    case 'size':
      return byGroups(problem, bySize(problem, how.agentsMax));
    case 'week':
      return byWeek(problem, how.assumed);
  }
}

function bySkillGroup(problem: RosterProblem, partsMax: number): ProblemSplit {
  const bins = Array.from({ length: Math.max(1, partsMax) }, () => ({
    agentIds: new Set<string>(),
    queueIds: new Set<string>(),
  }));
  const groups = independentGroups(problem).sort((a, b) => b.agentIds.length - a.agentIds.length);
  for (const { agentIds, queueIds } of groups) {
    // Agents nobody asks for and queues nobody serves need no part of their own.
    const own = agentIds.length > 0 && queueIds.length > 0;
    const used = bins.filter((bin) => bin.agentIds.size > 0);
    const free = bins[used.length];
    const bin = (own ? free : used[0]) ?? smallest(used) ?? bins[0]!;
    for (const id of agentIds) bin.agentIds.add(id);
    for (const id of queueIds) bin.queueIds.add(id);
  }
  const parts = bins
    .filter((bin) => bin.agentIds.size + bin.queueIds.size > 0)
    .map(({ agentIds, queueIds }, i) =>
      partOf(problem, i, {
        agentIds: problem.agents.filter(({ id }) => agentIds.has(id)).map(({ id }) => id),
        demand: problem.demand.filter(({ queueId }) => queueIds.has(queueId)),
      }),
    );
  const losses: SplitLoss[] = parts.length > 1 && problem.objective?.fairness ? ['fair-shares'] : [];
  return { parts, independent: losses.length === 0, losses };
}

function smallest<T extends { readonly agentIds: ReadonlySet<string> }>(bins: readonly T[]): T | undefined {
  return [...bins].sort((a, b) => a.agentIds.size - b.agentIds.size)[0];
}

function partOf(
  problem: RosterProblem,
  index: number,
  content: Pick<RosterPart, 'agentIds' | 'demand'> & Partial<RosterPart>,
): RosterPart {
  return { firstWeek: 0, weeks: problem.weeks, after: [], ...content, id: String(index + 1) };
}

function byGroups(problem: RosterProblem, groups: readonly (readonly string[])[]): ProblemSplit {
  if (groups.length < 2) {
    const agentIds = problem.agents.map(({ id }) => id);
    return { parts: [partOf(problem, 0, { agentIds, demand: problem.demand })], independent: true, losses: [] };
  }
  const shares = demandShares(problem, groups);
  const losses: SplitLoss[] = ['agents-across-parts'];
  if (problem.objective?.fairness) losses.push('fair-shares');
  const { rules, shared } = teamRulesOfParts(problem, groups);
  if (shared || problem.sessions?.length) losses.push('team-rules');
  return {
    parts: groups.map((agentIds, i) =>
      partOf(problem, i, { agentIds, demand: shares[i]!, ...(problem.teamRules && { teamRules: rules[i]! }) }),
    ),
    independent: false,
    losses,
  };
}

function bySite(problem: RosterProblem): string[][] {
  const sites = new Map<string, string[]>();
  for (const { id, siteId = '' } of problem.agents) sites.set(siteId, [...(sites.get(siteId) ?? []), id]);
  return [...sites.values()];
}

/** Groups of like make-up: agents sorted by skills and contract are dealt out in turn. */
function bySize(problem: RosterProblem, agentsMax: number): string[][] {
  if (!(agentsMax >= 1)) throw new Error(`agentsMax (${agentsMax}) must be 1 or more; a few hundred is usual`);
  const count = Math.ceil(problem.agents.length / agentsMax);
  const groups = Array.from({ length: count }, (): string[] => []);
  const kindOf = (id: string): string => {
    const { skillIds, contractId, zone } = indexProblem(problem).agents.get(id)!;
    return `${[...skillIds].sort().join()} ${contractId} ${zone}`;
  };
  const kinds = new Map(problem.agents.map(({ id }) => [id, kindOf(id)]));
  const placed = new Set<string>();
  for (const cluster of agentsKeptTogether(problem, agentsMax)) {
    const free = groups.reduce((least, group) => (group.length < least.length ? group : least));
    if (free.length + cluster.length > agentsMax) continue;
    free.push(...cluster);
    for (const id of cluster) placed.add(id);
  }
  const order = problem.agents
    .map(({ id }) => id)
    .filter((id) => !placed.has(id))
    .sort((a, b) => compare(kinds.get(a)!, kinds.get(b)!));
  const fullest = Math.ceil(problem.agents.length / count);
  let turn = 0;
  for (const id of order) {
    while (groups[turn % count]!.length >= fullest) turn++;
    groups[turn++ % count]!.push(id);
  }
  return groups;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byWeek(problem: RosterProblem, assumed: Roster | undefined): ProblemSplit {
  const agentIds = problem.agents.map(({ id }) => id);
  const parts = Array.from({ length: problem.weeks }, (_, week) =>
    partOf(problem, week, {
      agentIds,
      demand: problem.demand,
      firstWeek: week,
      weeks: 1,
      after: assumed || week === 0 ? [] : [String(week)],
    }),
  );
  if (parts.length < 2) return { parts, independent: true, losses: [] };
  const losses: SplitLoss[] = [assumed ? 'assumed-boundaries' : 'later-weeks'];
  if (problem.rules.some(({ ruleId }) => findRule(ruleId)?.tour.kind === 'tracked')) losses.push('periods');
  if (problem.objective?.fairness) losses.push('fair-shares');
  return { parts, independent: false, losses };
}
