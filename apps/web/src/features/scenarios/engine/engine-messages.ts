import type { ScenarioAnswer, ScenarioChange, ScenarioFault } from '@yotei/scheduling/scenarios';
import type { Question } from '../questions/question.model.js';

/** What the page asks the worker. A base is loaded once; everything after it is about that base. */
export type EngineAsk =
  | { readonly kind: 'load'; readonly baseFile: unknown }
  | { readonly kind: 'answer'; readonly changes: readonly ScenarioChange[] }
  | { readonly kind: 'question'; readonly question: Question; readonly changes: readonly ScenarioChange[] };

export type AnswerOutcome =
  | { readonly kind: 'answered'; readonly answer: ScenarioAnswer; readonly millis: number }
  | { readonly kind: 'faulty'; readonly faults: readonly ScenarioFault[] };

/** Every message to the worker carries a number, and its reply the same. */
export interface NumberedAsk {
  readonly number: number;
  readonly ask: EngineAsk;
}

export type NumberedReply =
  | { readonly number: number; readonly kind: 'done'; readonly value: unknown }
  | { readonly number: number; readonly kind: 'failed'; readonly message: string };
