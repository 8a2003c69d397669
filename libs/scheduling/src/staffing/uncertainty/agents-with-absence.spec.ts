import {
  agentsWithAbsence,
  performanceOf,
  presenceOf,
  requiredAgents,
  requirementOf,
  type StaffingLoad,
} from '../index.js';

const goal = { serviceLevelFraction: 0.8, answerWithinSeconds: 20 };
const loadOf = (contacts: number): StaffingLoad => ({
  contacts,
  intervalSeconds: 1800,
  averageHandleSeconds: 300,
  patienceSeconds: 300,
});

describe('how many of the scheduled agents come', () => {
  it('is binomial', () => {
    const presence = presenceOf(10, 0.9);
    const share = (agents: number): number => presence.find((one) => one.agents === agents)?.share ?? 0;
    expect(share(10)).toBeCloseTo(0.9 ** 10, 12);
    expect(share(8)).toBeCloseTo(45 * 0.9 ** 8 * 0.1 ** 2, 12);
    expect(presence.reduce((sum, one) => sum + one.agents * one.share, 0)).toBeCloseTo(9, 9);
  });

  it('is the whole number, or the two around a part of one, where everyone shows', () => {
    expect(presenceOf(7)).toEqual([{ agents: 7, share: 1 }]);
    expect(presenceOf(7.25).map(({ agents }) => agents)).toEqual([7, 8]);
    expect(presenceOf(7.25)[1]!.share).toBeCloseTo(0.25, 12);
  });

  it.each([0, -0.1, 1.1, Number.NaN])('refuses a show fraction of %d', (fraction) => {
    expect(() => presenceOf(3, fraction)).toThrow(`showFraction (${fraction}) must be above 0 and at most 1`);
  });
});

describe('agents to roster when absence is a matter of chance', () => {
  const rosterOf = (contacts: number, showFraction: number): number => {
    const answer = requiredAgents('erlang-a', loadOf(contacts), goal);
    if (answer.kind !== 'staffed') throw new Error(answer.kind);
    return agentsWithAbsence(
      'erlang-a',
      { load: loadOf(contacts), rateCv: 0 },
      { goal, staffedFor: { kind: 'point' }, requiredAgents: answer.agents, showFraction },
    )!;
  };
  /** Mean service level over who comes, summed over every number with plain binomial coefficients. */
  function meanLevel(contacts: number, scheduled: number, showFraction: number): number {
    let coefficient = 1;
    let sum = 0;
    for (let absent = 0; absent <= scheduled; absent += 1) {
      const present = scheduled - absent;
      const share = coefficient * showFraction ** present * (1 - showFraction) ** absent;
      const level = present === 0 ? 0 : performanceOf('erlang-a', loadOf(contacts), present, goal).serviceLevelFraction;
      sum += share * level;
      coefficient *= (scheduled - absent) / (absent + 1);
    }
    return sum;
  }

  it.each([
    [20, 0.9],
    [60, 0.8],
    [300, 0.92],
  ])('are the least for which the goal holds on average: %d contacts, %d come', (contacts, showFraction) => {
    const scheduled = rosterOf(contacts, showFraction);
    expect(meanLevel(contacts, scheduled, showFraction)).toBeGreaterThanOrEqual(0.8);
    expect(meanLevel(contacts, scheduled - 1, showFraction)).toBeLessThan(0.8);
  });

  it('are those of a requirement that asks for it, and the required ones where nobody is absent', () => {
    const plan = {
      modelId: 'erlang-a',
      goal,
      patienceSeconds: 300,
      shrinkage: [{ id: 'sickness', fraction: 0.2, planned: false }],
    };
    const forecast = {
      grid: { startAt: 0, stepMinutes: 30, count: 1 },
      zone: 'UTC',
      contacts: [60],
      averageHandleSeconds: [300],
    };
    expect(requirementOf(plan, forecast, { absence: 'binomial' }).agentsToRoster[0]).toBe(rosterOf(60, 0.8));
    const { agentsToRoster, requiredAgents: required } = requirementOf({ ...plan, shrinkage: [] }, forecast, {
      absence: 'binomial',
    });
    expect(agentsToRoster).toEqual(required);
  });
});
