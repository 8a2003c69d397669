/** Somebody present, and the groups whose work this person can do. */
export interface SkilledPerson {
  readonly groupIds: readonly string[];
  readonly paidHours: number;
}

export interface GroupPeople {
  readonly groupId: string;
  /** Shares of people add up to the people there are. */
  readonly heads: number;
  /** Paid hours a week of one of them, on average; 0 without anybody. */
  readonly paidHours: number;
}

const ROUNDS = 300;
const TINY = 1e-9;

/**
 * People by group. Somebody of one skill counts there; somebody of several counts with a share in each, so that the more
 * a group lacks against its need the larger its shares: they go by weights that grow where
 * need / people is high, until they rest. Nobody is lost or counted twice; whoever has none of the groups' skills is left out.
 */
export function peopleByGroup(
  people: readonly SkilledPerson[],
  needs: ReadonlyMap<string, number>,
): readonly GroupPeople[] {
  const known = people
    .map((person) => ({ ...person, groupIds: [...new Set(person.groupIds)].filter((id) => needs.has(id)) }))
    .filter(({ groupIds }) => groupIds.length > 0);
  const kinds = kindsOf(known);
  const weights = new Map(needs);
  let heads = spread(kinds, weights);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [id, need] of needs)
      // The root damps it, so that two groups do not take the same people from each other in turn.
      weights.set(id, weights.get(id)! * Math.sqrt(Math.max(TINY, need) / Math.max(TINY, heads.get(id) ?? 0)));
    scale(weights);
    heads = spread(kinds, weights);
  }
  const hours = new Map<string, number>();
  for (const kind of kinds)
    for (const [id, share] of sharesOf(kind.groupIds, weights))
      hours.set(id, (hours.get(id) ?? 0) + share * kind.paidHours);
  return [...needs.keys()].map((groupId) => {
    const count = heads.get(groupId) ?? 0;
    return { groupId, heads: count, paidHours: count > 0 ? (hours.get(groupId) ?? 0) / count : 0 };
  });
}

interface Kind {
  readonly groupIds: readonly string[];
  heads: number;
  paidHours: number;
}

/** People with the same skills together. */
function kindsOf(people: readonly SkilledPerson[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { groupIds, paidHours } of people) {
    const key = [...groupIds].sort().join(' ');
    const kind = kinds.get(key) ?? { groupIds, heads: 0, paidHours: 0 };
    kind.heads += 1;
    kind.paidHours += paidHours;
    kinds.set(key, kind);
  }
  return [...kinds.values()];
}

/** Weights grow and shrink without end where somebody belongs to one group alone. */
function scale(weights: Map<string, number>): void {
  const most = Math.max(...weights.values());
  for (const [id, weight] of weights) weights.set(id, Math.max(TINY, weight / most));
}

function sharesOf(groupIds: readonly string[], weights: ReadonlyMap<string, number>): [string, number][] {
  const sum = groupIds.reduce((all, id) => all + Math.max(TINY, weights.get(id)!), 0);
  return groupIds.map((id) => [id, Math.max(TINY, weights.get(id)!) / sum]);
}

function spread(kinds: readonly Kind[], weights: ReadonlyMap<string, number>): Map<string, number> {
  const heads = new Map<string, number>();
  for (const kind of kinds)
    for (const [id, share] of sharesOf(kind.groupIds, weights))
      heads.set(id, (heads.get(id) ?? 0) + share * kind.heads);
  return heads;
}
