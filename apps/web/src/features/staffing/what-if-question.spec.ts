import { compileFormula } from '@yotei/scheduling/formula';
import { requiredAgents, type StaffingPlan } from '@yotei/scheduling/staffing';
import type { QueueRequirement } from './requirement.model.js';
import { twentyPercentMore } from './what-if-question.js';

const GOAL = { serviceLevelFraction: 0.8, answerWithinSeconds: 20 };
const GIVEN = [
  { name: 'contacts', unit: 'contacts', value: 100 },
  { name: 'interval', unit: 'seconds', value: 1800 },
  { name: 'handle', unit: 'seconds', value: 180 },
  { name: 'patience', unit: 'seconds', value: 300 },
] as const;

const PLANS: readonly StaffingPlan[] = [
  { modelId: 'erlang-c', goal: GOAL, patienceSeconds: 300 },
  { modelId: 'erlang-c', goal: { asaSeconds: 15, maxOccupancyFraction: 0.8 } },
  { modelId: 'erlang-a', goal: { ...GOAL, maxAbandonmentFraction: 0.02 }, patienceSeconds: 300 },
  {
    modelId: 'erlang-a',
    goal: { ...GOAL, serviceLevelVariant: 'answered-of-offered-less-short-abandons' },
    patienceSeconds: 300,
  },
  { modelId: 'chat', goal: GOAL, patienceSeconds: 300, concurrency: 3, slowdownFraction: 0.25 },
  {
    modelId: 'erlang-x',
    goal: { ...GOAL, maxBlockingFraction: 0.05 },
    patienceSeconds: 300,
    lines: 30,
    redialFraction: 0.5,
  },
];

describe('a fifth more contacts, as a formula', () => {
  it.each(PLANS)('asks the model and goals of the queue: $modelId $goal', (plan) => {
    const question = twentyPercentMore(plan as QueueRequirement['plan'])!;
    const formula = compileFormula(question, GIVEN);
    const values = Object.fromEntries(GIVEN.map(({ name, value }) => [name, value]));
    const answer = requiredAgents(
      plan.modelId,
      { ...plan, contacts: 120, intervalSeconds: 1800, averageHandleSeconds: 180 },
      plan.goal,
    );
    expect(formula.kind === 'formula' && formula.evaluate(values)).toMatchObject({
      value: answer.kind === 'staffed' ? answer.agents : Number.NaN,
    });
  });

  it('is no question for models that no formula asks', () => {
    const deferred = { modelId: 'deferred', goal: { answerWithinHours: 9 } } as QueueRequirement['plan'];
    expect(twentyPercentMore(deferred)).toBeNull();
  });
});
