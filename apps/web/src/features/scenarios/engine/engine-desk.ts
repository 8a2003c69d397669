import {
  createScenarioRun,
  applyScenario,
  type ScenarioBase,
  type ScenarioChange,
  type ScenarioRun,
} from '@yotei/scheduling/scenarios';
import { answerQuestion } from '../questions/answer-question.js';
import { baseOf } from './base-of.js';
import type { AnswerOutcome, EngineAsk } from './engine-messages.js';

interface Loaded {
  readonly base: ScenarioBase;
  readonly run: ScenarioRun;
}

/** Asked first and judged only when refused: faults are rare, and a slider has no time to apply its changes twice. */
function outcomeOf(base: ScenarioBase, run: ScenarioRun, changes: readonly ScenarioChange[]): AnswerOutcome {
  const startedAt = performance.now();
  try {
    const answer = run.answer(changes);
    return { kind: 'answered', answer, millis: performance.now() - startedAt };
  } catch (error) {
    const applied = applyScenario(base, changes);
    if (applied.kind === 'faulty') return applied;
    throw error;
  }
}

/** Holds one base and answers about it: what runs in the worker, and in tests without one. */
export function createDesk(): (ask: EngineAsk) => unknown {
  let loaded: Loaded | undefined;
  const held = (): Loaded => {
    if (!loaded) throw new Error('base (none) must be loaded before anything is asked; send load first');
    return loaded;
  };
  return (ask) => {
    switch (ask.kind) {
      case 'load': {
        const base = baseOf(ask.baseFile);
        loaded = { base, run: createScenarioRun(base) };
        return null;
      }
      case 'answer': {
        const { base, run } = held();
        return outcomeOf(base, run, ask.changes);
      }
      case 'question':
        return answerQuestion(held().base, ask.changes, ask.question);
    }
  };
}
