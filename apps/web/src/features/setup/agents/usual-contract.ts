import type { SetupAgents } from '../setup.queries.js';

/** What most of a list are; undefined for an empty one. */
export function mostOf(ids: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const hereNow = ({ agents }: SetupAgents) => agents.filter(({ leftOn }) => leftOn === null);

const siteOf = ({ teams }: SetupAgents, teamId: string) => teams.find(({ id }) => id === teamId)?.siteId;

/** The contracts of the people who work at a site. */
function contractsAt(data: SetupAgents, siteId: string | undefined): string[] {
  return hereNow(data)
    .filter(({ teamId }) => siteOf(data, teamId) === siteId)
    .map(({ contractId }) => contractId);
}

/**
 * The contract a new agent of a team most likely has: the one most of the team have, else most of its site; at a site
 * without anybody yet one that nobody elsewhere has. Undefined where nothing speaks for any.
 */
export function usualContract(data: SetupAgents, teamId: string): string | undefined {
  const inUse = new Set(data.contracts.filter(({ archived }) => !archived).map(({ id }) => id));
  const most = (ids: readonly string[]) => mostOf(ids.filter((id) => inUse.has(id)));
  const ofTeam = hereNow(data).filter((agent) => agent.teamId === teamId);
  const elsewhere = new Set(hereNow(data).map(({ contractId }) => contractId));
  return (
    most(ofTeam.map(({ contractId }) => contractId)) ??
    most(contractsAt(data, siteOf(data, teamId))) ??
    [...inUse].find((id) => !elsewhere.has(id))
  );
}

/** The site whose people have a contract that nobody at the team's own site has; null when there is nothing to wonder at. */
export function foreignSiteOf(data: SetupAgents, of: { teamId: string; contractId: string }): string | null {
  const own = siteOf(data, of.teamId);
  if (own === undefined || of.contractId === '') return null;
  const siteIds = hereNow(data)
    .filter(({ contractId }) => contractId === of.contractId)
    .flatMap(({ teamId }) => siteOf(data, teamId) ?? []);
  return siteIds.includes(own) ? null : (mostOf(siteIds) ?? null);
}
