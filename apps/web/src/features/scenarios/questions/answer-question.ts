import {
  applyScenario,
  botBreakEven,
  dearestHours,
  heldVolume,
  oneMoreAgent,
  pooledRequirement,
  tornado,
  waysToGoal,
  type ScenarioBase,
  type ScenarioChange,
} from '@yotei/scheduling/scenarios';
import { withGoal } from '../changes/sliders.model.js';
import type { Question, QuestionResults } from './question.model.js';

function applied(base: ScenarioBase, changes: readonly ScenarioChange[]): ScenarioBase {
  const outcome = applyScenario(base, changes);
  if (outcome.kind === 'applied') return outcome.base;
  throw new RangeError(outcome.faults[0]?.message.en ?? 'changes must be free of faults');
}

/** The question asked of the scenario: of the base with the changes made. */
export function answerQuestion(
  base: ScenarioBase,
  changes: readonly ScenarioChange[],
  question: Question,
): QuestionResults[keyof QuestionResults] {
  const scenario = applied(base, changes);
  switch (question.id) {
    case 'held':
      return heldVolume(scenario);
    case 'ways':
      return waysToGoal(question.goal ? applied(scenario, withGoal([], undefined, question.goal)) : scenario);
    case 'dearest':
      return dearestHours(scenario);
    case 'agent':
      return oneMoreAgent(scenario);
    case 'pooled':
      return pooledRequirement(scenario);
    case 'bot': {
      const { queueIds, share } = question;
      return botBreakEven(scenario, { ...(queueIds ? { queueIds } : {}), deflectedFraction: share });
    }
    case 'tornado':
      return tornado(scenario, question.measure);
  }
}
