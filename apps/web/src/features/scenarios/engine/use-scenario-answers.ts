import { useEffect, useMemo, useRef, useState } from 'react';
import type { ScenarioAnswer, ScenarioChange, ScenarioFault } from '@yotei/scheduling/scenarios';
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

/** The answer to the changes, as fast as the worker gives it; of changes that come faster only the newest is answered. */
export function useScenarioAnswers(baseFile: unknown, changes: readonly ScenarioChange[]): LiveAnswers {
  const engine = useLoadedEngine(baseFile);
  const [answers, setAnswers] = useState(NOTHING);
  const newest = useRef(changes);
  newest.current = changes;
  const ask = useMemo(
    () =>
      engine &&
      newestWins((asked: readonly ScenarioChange[]) => engine.ask<AnswerOutcome>({ kind: 'answer', changes: asked })),
    [engine],
  );
  useEffect(() => {
    setAnswers(NOTHING);
    void ask?.(NO_CHANGES).then(
      (turn) =>
        turn.kind === 'answered' &&
        turn.answer.kind === 'answered' &&
        setAnswers((before) => ({ ...before, base: (turn.answer as AnswerOutcome & { kind: 'answered' }).answer })),
      (error: unknown) => setAnswers((before) => ({ ...before, error })),
    );
  }, [ask]);
  useEffect(() => {
    void ask?.(changes).then(
      (turn) => {
        if (turn.kind === 'overtaken') return;
        const outcome = turn.answer;
        setAnswers((before) =>
          outcome.kind === 'faulty'
            ? { ...before, faults: outcome.faults, error: undefined }
            : {
                ...before,
                scenario: outcome.answer,
                answered: changes,
                millis: outcome.millis,
                faults: newest.current === changes ? [] : before.faults,
                error: undefined,
              },
        );
      },
      (error: unknown) => setAnswers((before) => ({ ...before, error })),
    );
  }, [ask, changes]);
  return answers;
}
