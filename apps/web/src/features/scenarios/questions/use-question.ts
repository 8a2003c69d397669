import type { ScenarioChange } from '@yotei/scheduling/scenarios';
import { useEffect, useMemo, useState } from 'react';
import { newestWins } from '../engine/newest-wins.js';
import { useLoadedEngine } from '../engine/use-scenario-answers.js';
import type { Question, QuestionResults } from './question.model.js';

export type Asked =
  | { readonly kind: 'computing' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'answered'; readonly question: Question; readonly result: QuestionResults[keyof QuestionResults] };

/** The answer to a question about the scenario, from an engine of its own: it may take a second or two. */
export function useQuestion(baseFile: unknown, changes: readonly ScenarioChange[], question: Question): Asked {
  const engine = useLoadedEngine(baseFile);
  const [asked, setAsked] = useState<Asked>({ kind: 'computing' });
  const ask = useMemo(
    () =>
      engine &&
      newestWins((one: { readonly changes: readonly ScenarioChange[]; readonly question: Question }) =>
        engine.ask<QuestionResults[keyof QuestionResults]>({ kind: 'question', ...one }),
      ),
    [engine],
  );
  const key = JSON.stringify(question);
  useEffect(() => {
    setAsked({ kind: 'computing' });
    let gone = false;
    void ask?.({ changes, question }).then(
      (turn) => {
        if (!gone && turn.kind === 'answered') setAsked({ kind: 'answered', question, result: turn.answer });
      },
      (error: unknown) => gone || setAsked({ kind: 'failed', message: error instanceof Error ? error.message : '' }),
    );
    return () => {
      gone = true;
    };
  }, [ask, changes, key]);
  return asked;
}
