import { startOfLocalDay } from '@yotei/time';
import { existingGroups, requirementByGroup, withSkillSetDemand } from '@yotei/scheduling/multi-skill';
import { optimiseRoster, type OptimiseResult } from '@yotei/scheduling/optimiser';
import type { RosterProblem } from '@yotei/scheduling/roster';
import { validateProblem } from '@yotei/scheduling/rules';
import { rosterGroups, simulateCentre } from '@yotei/scheduling/simulation';
import { requiredAgents } from '@yotei/scheduling/staffing';
import { MIXED_DAY, MIXED_ZONE, mixedGrid, mixedProblem, mixedQueues } from './mixed-skill-centre.js';

const queues = mixedQueues();
const queueSkills = queues.map(({ id }) => ({ queueId: id, skillId: id }));
const problem = mixedProblem();
const grid = mixedGrid();

/** Deterministic: a limit of search steps and no clock. */
function rostered(of: RosterProblem): Extract<OptimiseResult, { kind: 'roster' }> {
  const result = optimiseRoster(of, { seed: 1, iterationLimit: 150, nowMillis: () => 0 });
  if (result.kind !== 'roster') throw new Error(result.kind);
  return result;
}

function contactHours(result: Extract<OptimiseResult, { kind: 'roster' }>): number {
  return result.roster.shifts
    .flatMap(({ activities }) => activities.filter(({ activityTypeId }) => activityTypeId === 'contact'))
    .reduce((sum, { startAt, endAt }) => sum + (endAt - startAt) / 3_600_000, 0);
}

/** Service level of each queue over the day, with the agents of the roster, their skills and their breaks. */
function simulatedLevels(
  result: Extract<OptimiseResult, { kind: 'roster' }>,
): { value: number; standardError: number }[] {
  const groups = rosterGroups({
    roster: result.roster,
    startAt: startOfLocalDay(MIXED_DAY, MIXED_ZONE),
    activityTypes: problem.activityTypes,
    agents: problem.agents,
    queueSkills,
    queueIds: queues.map(({ id }) => id),
  });
  const simulated = simulateCentre(
    {
      intervalSeconds: 900,
      intervalCount: grid.count,
      groups,
      queues: queues.map(({ id, contacts, averageHandleSeconds, patienceSeconds, goal }) => ({
        id,
        goal,
        contacts: Array.from(contacts, (count) => count || 0),
        handleTime: { kind: 'exponential', meanSeconds: averageHandleSeconds[0]! },
        patience: { kind: 'exponential', meanSeconds: patienceSeconds! },
      })),
    },
    { replications: 80, seed: 5 },
  );
  return simulated.queues.map(({ whole }) => whole.serviceLevelFraction);
}

describe('a small centre with mixed skills, rostered by skill set', () => {
  const groups = existingGroups({ agents: problem.agents, queues: queueSkills });
  const requirement = requirementByGroup({
    intervalSeconds: 900,
    intervalCount: grid.count,
    queues,
    groups,
    mix: 'existing',
  });
  const bySkillSet = withSkillSetDemand(
    problem,
    groups.map(({ skillIds }, group) => ({ skillIds, grid, agentsToRoster: [...requirement.sizes[group]!] })),
  );

  it('keeps the groups apart that the agents form', () => {
    expect(groups.map(({ id, mostAgents }) => `${id} ${mostAgents}`)).toEqual([
      'sales 8',
      'care 6',
      'tech 4',
      'sales + care 5',
      'sales + tech 3',
      'care + tech 4',
    ]);
  });

  it('is a valid problem in which those who know more count for those who know less', () => {
    expect(validateProblem(bySkillSet).kind).toBe('valid');
    const both = bySkillSet.agents.find(({ id }) => id === 'sales-care-1')!;
    expect(both.skillIds).toEqual(['sales', 'care', 'set:sales', 'set:care', 'set:care+sales']);
    expect(() => withSkillSetDemand(problem, [{ skillIds: ['chess'], grid, agentsToRoster: [] }])).toThrow(
      'skillIds of set:chess (chess) must be skills of the agents; chess is not',
    );
  });

  it('reaches every goal in simulation with fewer hours than the queues need one by one', () => {
    const alone = {
      ...problem,
      demand: queues.map(({ id, contacts, averageHandleSeconds, patienceSeconds, goal }) => ({
        queueId: id,
        skillId: id,
        grid,
        agentsToRoster: Array.from(contacts, (count, interval) => {
          if (!(count > 0)) return 0;
          const load = {
            contacts: count,
            intervalSeconds: 900,
            averageHandleSeconds: averageHandleSeconds[interval]!,
            patienceSeconds,
          };
          const answer = requiredAgents('erlang-a', load, goal);
          return answer.kind === 'staffed' ? answer.agents : 0;
        }),
      })),
    };
    const together = rostered(bySkillSet);
    for (const { value, standardError } of simulatedLevels(together))
      expect(value - 2 * standardError).toBeGreaterThanOrEqual(0.8);
    // About 174 hours on contact work against 190.
    expect(contactHours(rostered(alone)) / contactHours(together)).toBeGreaterThan(1.05);
  });
});
