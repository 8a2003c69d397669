import { requirementOf } from '../staffing/index.js';
import { scenarioBase, scenarioQueue } from '../../../../tests/kit/scenario-base.js';
import { answerScenario, createScenarioRun } from './index.js';

describe('a scenario without changes', () => {
  it('is the base’s own requirement, bit for bit', () => {
    const queue = scenarioQueue('a');
    const { queues, total } = answerScenario(scenarioBase([queue]), []);
    const required = requirementOf(queue.plan, queue.forecast);
    const [own] = queues;
    expect(own!.series.requiredAgents).toEqual(required.requiredAgents);
    expect(own!.series.agentsToRoster).toEqual(required.agentsToRoster);
    expect(own!.series.serviceLevel).toEqual(required.serviceLevel);
    // Chances come from tables, to 10⁻⁴.
    own!.series.chanceToMeet.forEach((chance, index) => {
      if (Number.isNaN(chance)) expect(required.chanceToMeet[index]).toBeNaN();
      else expect(Math.abs(chance - required.chanceToMeet[index]!)).toBeLessThan(2e-4);
    });
    const [week] = required.summary.weeks;
    expect([total.requiredHours, total.hoursToRoster]).toEqual([week!.agentHoursRequired, week!.agentHoursToRoster]);
    expect(total.serviceLevel).toBeCloseTo(week!.serviceLevel, 12);
    expect(total.chanceToMeet).toBeCloseTo(week!.chanceToMeet, 3);
    expect(total.missedIntervals).toBe(0);
  });

  it('gives the same through a run, before and after others were asked', () => {
    const base = scenarioBase([scenarioQueue('a'), scenarioQueue('b', { size: 5 })]);
    const run = createScenarioRun(base);
    const changes = [{ kind: 'volume', factor: 1.2, queueIds: ['a'] } as const];
    const fresh = answerScenario(base, changes);
    run.answer([]);
    run.answer([{ kind: 'volume', factor: 1.3 }]);
    expect(run.answer(changes)).toEqual(fresh);
    expect(run.answer([])).toEqual(answerScenario(base, []));
  });
});
