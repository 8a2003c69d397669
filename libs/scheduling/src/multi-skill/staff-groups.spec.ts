import { approximateSizes, centreBounds, staffGroups, SizeVerifier, type MultiSkillCentre } from './index.js';

const goal = { serviceLevelFraction: 0.8, answerWithinSeconds: 20 };
const queue = (id: string, contacts: number, averageHandleSeconds: number) => ({
  id,
  load: { contacts, intervalSeconds: 1800, averageHandleSeconds, patienceSeconds: 180 },
  goal,
});
/** Two skills, three groups: specialists, and agents with both at 15 % more. 8 and 8.3 erlangs. */
const small: MultiSkillCentre = {
  queues: [queue('a', 60, 240), queue('b', 50, 300)],
  groups: [
    { id: 'A', skills: [{ queueId: 'a' }] },
    { id: 'B', skills: [{ queueId: 'b' }] },
    {
      id: 'AB',
      costPerAgent: 1.15,
      skills: [
        { queueId: 'a', arrivalPriority: 2 },
        { queueId: 'b', arrivalPriority: 2 },
      ],
    },
  ],
};
const OPTIONS = { contacts: 80_000, mostContacts: 320_000, seed: 1 };

/** Every size of the small centre whose cost lies in [from, below), cheapest first. */
function sizesBetween(from: number, below: number): number[][] {
  const found: { readonly cost: number; readonly sizes: number[] }[] = [];
  for (let a = 0; a <= below; a++)
    for (let b = 0; a + b <= below; b++)
      for (let both = 0; a + b + 1.15 * both < below; both++) {
        const cost = a + b + 1.15 * both;
        if (cost >= from) found.push({ cost, sizes: [a, b, both] });
      }
  return found.sort((x, y) => x.cost - y.cost).map(({ sizes }) => sizes);
}

describe('least-cost group sizes', () => {
  it('lie between everybody all-skilled and every queue for itself', () => {
    const bounds = centreBounds(small);
    expect(bounds).toMatchObject({
      pooledAgents: 19,
      aloneAgents: [10, 11],
      separateCost: 21,
      separateSizes: [10, 11, 0],
    });
    const found = approximateSizes(small);
    expect(found).toMatchObject({ kind: 'staffed' });
    if (found.kind !== 'staffed') return;
    expect(found.cost).toBeGreaterThanOrEqual(bounds.pooledCost);
    expect(found.cost).toBeLessThan(bounds.separateCost!);
  });

  it('hold in simulation by two standard errors and cost at most 1 % more than the cheapest of all that do', () => {
    const found = staffGroups(small, OPTIONS);
    if (found.kind !== 'staffed') throw new Error(found.kind);
    for (const { value, standardError } of found.verified.goals) {
      expect(value - 2 * standardError).toBeGreaterThanOrEqual(0.8 - 1e-9);
      expect(standardError).toBeLessThan(0.01);
    }
    expect(found.work.simulations).toBeLessThan(20);
    // Nothing that costs over 1 % less holds. With fewer than 19 agents not even one shared group would do.
    const verifier = new SizeVerifier(small, { ...OPTIONS, contacts: 20_000 });
    const cheaper = sizesBetween(19, found.cost * 0.99).filter(
      ([a, b, both]) => a! + b! + both! >= 19 && a! + both! >= 10 && b! + both! >= 11,
    );
    expect(cheaper.length).toBeGreaterThan(10);
    expect(cheaper.filter((sizes) => verifier.verify(sizes).holds)).toEqual([]);
  });

  it('are the same for the same seed', () => {
    const once = staffGroups(small, { contacts: 30_000, mostContacts: 30_000, seed: 3 });
    const again = staffGroups(small, { contacts: 30_000, mostContacts: 30_000, seed: 3 });
    expect(again).toEqual(once);
  });

  it('keep to the agents there are, and say which queue they do not reach', () => {
    const limited = { ...small, groups: small.groups.map((group) => ({ ...group, mostAgents: 8 })) };
    const found = approximateSizes(limited);
    if (found.kind !== 'staffed') throw new Error(found.kind);
    expect(Math.max(...found.sizes)).toBeLessThanOrEqual(8);
    const few = {
      ...small,
      groups: [
        { ...small.groups[0]!, mostAgents: 20 },
        { ...small.groups[1]!, mostAgents: 3 },
      ],
    };
    expect(approximateSizes(few)).toMatchObject({ kind: 'out-of-reach', queueIds: ['b'] });
  });

  it('meet every kind of goal', () => {
    const goals = [{ asaSeconds: 10 }, { maxAbandonmentFraction: 0.03, maxOccupancyFraction: 0.8 }];
    const mixed = { ...small, queues: small.queues.map((each, i) => ({ ...each, goal: goals[i]! })) };
    const found = staffGroups(mixed, OPTIONS);
    if (found.kind !== 'staffed') throw new Error(found.kind);
    expect(found.verified.goals.map(({ measure }) => measure)).toEqual(['asa', 'occupancy', 'abandonment']);
    expect(found.verified.goals.every(({ holds }) => holds)).toBe(true);
  });

  it('staff nobody for no load', () => {
    const none = { ...small, queues: small.queues.map((each) => ({ ...each, load: { ...each.load, contacts: 0 } })) };
    expect(approximateSizes(none)).toMatchObject({ kind: 'staffed', sizes: [0, 0, 0], cost: 0 });
    expect(staffGroups(none, OPTIONS)).toMatchObject({ kind: 'staffed', sizes: [0, 0, 0], work: { simulations: 0 } });
  });
});
