import { performanceOf, requiredAgents, SERVICE_LEVEL_VARIANTS, staffingModel } from '../index.js';

/** 10 erlangs, patience 5 minutes. */
const load = { contacts: 100, intervalSeconds: 1800, averageHandleSeconds: 180, patienceSeconds: 300 };
const goal = { serviceLevelFraction: 0.8, answerWithinSeconds: 20 };

describe('erlang-x', () => {
  it('is Erlang B with a line for each agent, and Erlang A with lines for everybody', () => {
    const lines12 = performanceOf('erlang-x', { ...load, lines: 12 }, 12);
    expect(lines12.blockingFraction).toBeCloseTo(performanceOf('erlang-b', load, 12).blockingFraction, 14);
    const many = staffingModel('erlang-x').performance({ ...load, lines: 300 }, 12);
    const all = staffingModel('erlang-a').performance(load, 12);
    for (const variant of SERVICE_LEVEL_VARIANTS)
      expect(many.serviceLevelFraction(20, variant)).toBeCloseTo(all.serviceLevelFraction(20, variant), 13);
    expect(many.asaSeconds()).toBeCloseTo(all.asaSeconds(), 11);
    expect(many.abandonedWaitSeconds!()).toBeCloseTo(all.abandonedWaitSeconds!(), 11);
    expect(many.meanWaitSeconds!()).toBeCloseTo(all.meanWaitSeconds!(), 11);
  });

  it('answers everybody in the end who tries until answered', () => {
    const { redials } = performanceOf('erlang-x', { ...load, lines: 30, redialFraction: 1 }, 12);
    expect(redials!.answeredContactFraction).toBeCloseTo(1, 12);
    expect(redials!.attemptsPerContact * redials!.answeredAttemptFraction).toBeCloseTo(1, 12);
    // As many as can ever be answered, 10 agents for 10 erlangs, are not enough then.
    expect(performanceOf('erlang-x', { ...load, lines: 30, redialFraction: 1 }, 10).stable).toBe(false);
  });

  it('shows that redials cost service: more attempts, each of them worse off', () => {
    const once = performanceOf('erlang-x', { ...load, lines: 30 }, 11, goal);
    const again = performanceOf('erlang-x', { ...load, lines: 30, redialFraction: 0.6 }, 11, goal);
    expect(again.serviceLevelFraction).toBeLessThan(once.serviceLevelFraction);
    expect(again.redials!.attemptsPerContact).toBeGreaterThan(1);
    expect(again.redials!.answeredContactFraction).toBeGreaterThan(once.redials!.answeredContactFraction);
  });

  it('takes redials without a limit of lines: Erlang A of all attempts', () => {
    const { redials, ...state } = performanceOf('erlang-x', { ...load, redialFraction: 0.5 }, 12, goal);
    const attempts = { ...load, contacts: load.contacts * redials!.attemptsPerContact };
    expect(state.serviceLevelFraction).toBeCloseTo(
      performanceOf('erlang-a', attempts, 12, goal).serviceLevelFraction,
      13,
    );
  });

  it('stays stable in any overload while lines are finite, even where nobody leaves', () => {
    const patient = { ...load, patienceSeconds: Infinity, lines: 40 };
    expect(performanceOf('erlang-x', patient, 5)).toMatchObject({ stable: true, abandonmentFraction: 0 });
    expect(performanceOf('erlang-x', patient, 5).blockingFraction).toBeCloseTo(0.5, 6); // 5 of 10 erlangs are carried
  });

  it('finds agents for thousands of lines', () => {
    const large = { ...load, contacts: 50_000, lines: 6000, redialFraction: 0.3 }; // 5,000 erlangs
    const answer = requiredAgents('erlang-x', large, { ...goal, maxBlockingFraction: 0.001 });
    expect(answer.kind).toBe('staffed');
    if (answer.kind !== 'staffed') return;
    const fewer = performanceOf('erlang-x', large, answer.agents - 1, goal);
    expect(answer.performance.serviceLevelFraction).toBeGreaterThanOrEqual(0.8 * (1 - 1e-9));
    expect(fewer.serviceLevelFraction < 0.8 || fewer.blockingFraction > 0.001).toBe(true);
  });

  it('finds the few agents for whom the lines do, though more would fill them', () => {
    // 68 erlangs on 50 lines: who gives up after 30 s holds a line for less time than who is handled for 300 s.
    const tight = { contacts: 410, intervalSeconds: 1800, averageHandleSeconds: 300, patienceSeconds: 30, lines: 50 };
    const blockedBy = (agents: number): number => performanceOf('erlang-x', tight, agents).blockingFraction;
    expect(blockedBy(30)).toBeLessThan(blockedBy(45));
    const answer = requiredAgents('erlang-x', tight, {
      serviceLevelFraction: 0.3,
      answerWithinSeconds: 20,
      maxBlockingFraction: 0.001,
    });
    expect(answer).toMatchObject({ kind: 'staffed' });
    expect(
      requiredAgents('erlang-x', tight, {
        serviceLevelFraction: 0.7,
        answerWithinSeconds: 20,
        maxBlockingFraction: 0.001,
      }),
    ).toEqual({
      kind: 'goal-unreachable',
      reason: 'too-few-lines',
    });
  });

  it('loses everybody when nobody answers', () => {
    expect(performanceOf('erlang-x', { ...load, lines: 5 }, 0, goal)).toMatchObject({
      serviceLevelFraction: 0,
      occupancyFraction: 0,
      asaSeconds: Infinity,
    });
  });
});
