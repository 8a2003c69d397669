import { useEffect, useMemo, useRef, useState } from 'react';
import type { ScenarioAnswer, ScenarioChange, ScenarioFault } from '@yotei/scheduling/scenarios';
import { useLatest } from '../../../app/use-latest.js';
import { sameChanges } from '../changes/same-changes.js';
import { createEngine, type Engine } from './engine.js';
import type { AnswerOutcome } from './engine-messages.js';
import { newestWins } from './newest-wins.js';

/** What the worker has said so far. */
export interface LiveAnswers {
  /** The answer of no changes. */
  readonly base: ScenarioAnswer | undefined;
  readonly scenario: ScenarioAnswer | undefined;
  /** The changes `scenario` answers; others are being computed. */
  readonly answered: readonly ScenarioChange[] | undefined;
  /** Of the changes asked last; while there are any, the answer before stays. */
  readonly faults: readonly ScenarioFault[];
  readonly error: unknown;
  /** Time the worker took. */
  readonly millis: number;
}

const NOTHING: LiveAnswers = {
  base: undefined,
  scenario: undefined,
  answered: undefined,
  faults: [],
  error: undefined,
  millis: 0,
};
const NO_CHANGES: readonly ScenarioChange[] = [];

/** An engine of one's own with a base in it; `undefined` until the base is there. */
export function useLoadedEngine(baseFile: unknown): Engine | undefined {
  const [engine, setEngine] = useState<Engine>();
  useEffect(() => {
    if (baseFile === undefined) return undefined;
    const made = createEngine();
    let gone = false;
    void made.ask({ kind: 'load', baseFile }).then(() => gone || setEngine(made));
    return () => {
      gone = true;
      setEngine(undefined);
      made.close();
    };
  }, [baseFile]);
  return engine;
}

/**
 * The answer to the changes, as fast as the worker gives it; of changes that come faster only the newest is answered.
 * `askSoon` sends changes to the worker before the page has drawn them, so that both are done at the same time.
 */
export function useScenarioAnswers(
  baseFile: unknown,
  changes: readonly ScenarioChange[],
): { readonly answers: LiveAnswers; readonly askSoon: (changes: readonly ScenarioChange[]) => void } {
  const engine = useLoadedEngine(baseFile);
  const [answers, setAnswers] = useState(NOTHING);
  /** What was asked last, and of which engine. */
  const newest = useRef<{ readonly ask: unknown; readonly changes: readonly ScenarioChange[] }>(undefined);
  const ask = useMemo(
    () =>
      engine &&
      newestWins((asked: readonly ScenarioChange[]) => engine.ask<AnswerOutcome>({ kind: 'answer', changes: asked })),
    [engine],
  );
  const failed = (error: unknown) => setAnswers((before) => ({ ...before, error }));
  const askSoon = useLatest((asked: readonly ScenarioChange[]) => {
    const { current } = newest;
    if (!ask || (current?.ask === ask && sameChanges(current.changes, asked))) return;
    newest.current = { ask, changes: asked };
    void ask(asked).then((turn) => {
      if (turn.kind === 'overtaken') return;
      const outcome = turn.answer;
      setAnswers((before) =>
        outcome.kind === 'faulty'
          ? { ...before, faults: outcome.faults, error: undefined }
          : {
              ...before,
              scenario: outcome.answer,
              answered: asked,
              millis: outcome.millis,
              faults: newest.current?.changes === asked ? [] : before.faults,
              error: undefined,
            },
      );
    }, failed);
  });
  useEffect(() => {
    setAnswers(NOTHING);
    // Beside the turns: no move of a hand may overtake the base.
    void engine?.ask<AnswerOutcome>({ kind: 'answer', changes: NO_CHANGES }).then((outcome) => {
      if (outcome.kind === 'answered') setAnswers((before) => ({ ...before, base: outcome.answer }));
    }, failed);
  }, [engine]);
  useEffect(() => askSoon(changes), [ask, changes]);
  return { answers, askSoon };
}
