import { answerBase, type AnswerOptions } from './answer-base.js';
import { applyScenario } from './apply-scenario.js';
import type { ScenarioRun } from './change-kind.js';
import type { ScenarioAnswer } from './scenario-answer.js';
import type { ScenarioBase } from './scenario-base.js';
import type { ScenarioChange } from './scenario-change.js';

/**
 * What the base comes to with the changes made: of the roster where a queue has one, else of what its goals require.
 * No changes give the base's own figures, those of `requirementOf` bit for bit. Throws for changes with faults; ask
 * `applyScenario` first where they come from a form or a file.
 */
export function answerScenario(
  base: ScenarioBase,
  changes: readonly ScenarioChange[],
  options: AnswerOptions = {},
): ScenarioAnswer {
  const applied = applyScenario(base, changes);
  if (applied.kind === 'faulty') {
    const [{ index, path, message }] = applied.faults as readonly [(typeof applied.faults)[number]];
    throw new RangeError(`changes.${index}.${path}: ${message.en}`);
  }
  return answerBase(applied.base, options);
}

/** Changes met lately by what they say, so that the same change is the same object and its queues are found again. */
const MOST_REMEMBERED = 200;

/** An evaluator for sliders: what a change does not touch is kept, queue by queue. */
export function createScenarioRun(base: ScenarioBase, options: AnswerOptions = {}): ScenarioRun {
  const known = new Map<string, ScenarioChange>();
  const same = (change: ScenarioChange): ScenarioChange => {
    const key = JSON.stringify(change);
    const found = known.get(key);
    if (found) return found;
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, change);
    return change;
  };
  return { answer: (changes) => answerScenario(base, changes.map(same), options) };
}
