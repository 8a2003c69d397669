import type { LocalisedText, TextLanguage } from '../staffing/index.js';
import type { ScenarioAnswer } from './scenario-answer.js';
import type { ScenarioBase } from './scenario-base.js';
import type { ScenarioChange } from './scenario-change.js';

/** What is wrong with one field of a change: `factor`, `queueIds.0`. */
export interface ChangeFault {
  readonly path: string;
  readonly message: LocalisedText;
}

/** What is wrong with a list of changes: the change by its place in the list, from 0. */
export interface ScenarioFault extends ChangeFault {
  readonly index: number;
}

/** A kind of change of the catalogue: one file `changes/<kind>.change.ts`, one line in `changes/catalogue.ts`. */
export interface ChangeKind<Change extends ScenarioChange> {
  readonly kind: Change['kind'];
  readonly title: LocalisedText;
  /** What is wrong with it on this base; empty when it can be applied. */
  faults(change: Change, base: ScenarioBase): readonly ChangeFault[];
  /** The base with the change made; queues it does not touch stay the same objects. */
  apply(change: Change, base: ScenarioBase): ScenarioBase;
  /** The change in one line. */
  words(change: Change, base: ScenarioBase, language: TextLanguage): string;
}

export type AppliedScenario =
  | { readonly kind: 'applied'; readonly base: ScenarioBase }
  | { readonly kind: 'faulty'; readonly faults: readonly ScenarioFault[] };

/** An evaluator that keeps what a change does not touch, for sliders: one for each base. */
export interface ScenarioRun {
  /** The same answer to the last digit as `answerScenario`; throws as it does for changes with faults. */
  answer(changes: readonly ScenarioChange[]): ScenarioAnswer;
}
