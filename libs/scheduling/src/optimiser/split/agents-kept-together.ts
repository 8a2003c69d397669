import type { RosterProblem } from '../../roster/index.js';
import { DisjointSets } from './disjoint-sets.js';
import { agentsOfRule, isShareable } from './team-rules-of-parts.js';

/** Sites joined where a must rule over their agents cannot be shared between them. */
export function sitesKeptTogether(problem: RosterProblem, sites: readonly (readonly string[])[]): string[][] {
  const sets = new DisjointSets();
  const nameOf = new Map(sites.flatMap((ids, site) => ids.map((id) => [id, `site ${site}`] as const)));
  sites.forEach((_, site) => sets.join([`site ${site}`]));
  for (const setting of problem.teamRules ?? []) {
    const names = [...new Set(agentsOfRule(problem, setting).map((id) => nameOf.get(id)!))];
    if (setting.level === 'must' && !isShareable(setting, names.length)) sets.join(names);
  }
  const joined = new Map<string, string[]>();
  sites.forEach((ids, site) => {
    const root = sets.rootOf(`site ${site}`);
    joined.set(root, [...(joined.get(root) ?? []), ...ids]);
  });
  return [...joined.values()];
}

/**
 * Agents of a rule across few of them, at most `most` together, largest first; everybody else stands alone and is not
 * named. A rule across more agents is left to be shared.
 */
export function agentsKeptTogether(problem: RosterProblem, most: number): string[][] {
  let clusters: string[][] = [];
  for (const setting of problem.teamRules ?? []) {
    const meant = agentsOfRule(problem, setting);
    const touched = clusters.filter((cluster) => cluster.some((id) => meant.includes(id)));
    const together = [...new Set([...touched.flat(), ...meant])];
    if (meant.length < 2 || together.length > most) continue;
    clusters = [...clusters.filter((cluster) => !touched.includes(cluster)), together];
  }
  return clusters.sort((a, b) => b.length - a.length);
}
