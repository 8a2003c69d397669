import { useEffect, useState } from 'react';
import { useLoadedEngine } from '../engine/use-scenario-answers.js';
import type { AnswerOutcome } from '../engine/engine-messages.js';
import type { ScenarioItem } from '../tree/scenario-tree.model.js';
import type { ComparedColumn } from './comparison.model.js';

interface Known {
  /** Version of the scenario the outcome is of. */
  readonly version: number;
  readonly outcome: AnswerOutcome;
}

/** Answers of the scenarios side by side, one after the other, beside the engine the sliders use. */
export function useCompared(baseFile: unknown, items: readonly ScenarioItem[]): readonly ComparedColumn[] {
  const engine = useLoadedEngine(items.length > 0 ? baseFile : undefined);
  const [known, setKnown] = useState<ReadonlyMap<string, Known>>(new Map());
  useEffect(() => setKnown(new Map()), [baseFile]);
  useEffect(() => {
    if (!engine) return undefined;
    let gone = false;
    for (const { id, version, changes } of items) {
      if (known.get(id)?.version === version) continue;
      void engine.ask<AnswerOutcome>({ kind: 'answer', changes }).then(
        (outcome) => gone || setKnown((before) => new Map(before).set(id, { version, outcome })),
        () => undefined,
      );
    }
    return () => {
      gone = true;
    };
  }, [engine, items.map(({ id, version }) => `${id}:${version}`).join()]);
  return items.map(({ id, name, version }) => {
    const found = known.get(id);
    const outcome = found?.version === version ? found.outcome : undefined;
    return {
      id,
      title: name,
      state: outcome === undefined ? 'computing' : outcome.kind === 'faulty' ? 'faulty' : 'answered',
      answer: outcome?.kind === 'answered' ? outcome.answer : undefined,
    };
  });
}
