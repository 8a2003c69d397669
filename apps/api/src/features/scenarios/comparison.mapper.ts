import { changesInWords, comparisonInWords, type ScenarioAnswer, type ScenarioBase } from '@yotei/scheduling/scenarios';
import { InvalidInput, NotFound, type LocalText } from '../../platform/graphql/shared.graphql-types.js';
import { answerFile } from './answers/answer-file.js';
import type { ComparedColumn, Comparison } from './answers/comparison.service.js';
import type { ScenarioResultRecord } from './answers/scenario-results.repository.js';
import {
  ScenarioComparison,
  type ScenarioColumn,
  type ScenarioComparisonResult,
  type ScenarioRun,
  type ScenarioRunKind,
} from './comparison.graphql-types.js';
import { baseMissingOf, gapOf } from './scenario-base.mapper.js';
import { scenarioOf } from './scenarios.mapper.js';

export interface ComparisonView {
  readonly withSeries: boolean;
  /** Names of queues in both languages, by id. */
  readonly names: ReadonlyMap<string, LocalText>;
}

export function comparisonOf(comparison: Comparison, view: ComparisonView): typeof ScenarioComparisonResult {
  switch (comparison.kind) {
    case 'base-missing':
      return baseMissingOf(comparison.gaps);
    case 'invalid':
      return InvalidInput.of(comparison.path, comparison.message);
    case 'not-found':
      return NotFound.of(comparison.what);
    case 'compared': {
      const { built, base, columns } = comparison;
      return Object.assign(new ScenarioComparison(), {
        ...built.range,
        base: answerFile(base, view),
        gaps: built.gaps.map(gapOf),
        columns: columns.map((column) => columnOf(column, { ...view, start: built.base, base })),
      });
    }
  }
}

interface ColumnView extends ComparisonView {
  readonly start: ScenarioBase;
  readonly base: ScenarioAnswer;
}

function columnOf({ scenario, answer, faults, inputHash, runs }: ComparedColumn, view: ColumnView): ScenarioColumn {
  return {
    scenario: scenarioOf(scenario),
    answer: answer && answerFile(answer, view),
    faults: faults.map(({ message, ...fault }) => ({ ...fault, text: { ...message } })),
    words: both((language) => changesInWords(scenario.changes, titled(view.start, view.names, language), language)),
    sentences: answer
      ? both((language) => {
          const compared = [
            { title: '', answer: titledAnswer(view.base, view.names, language) },
            { title: scenario.name, answer: titledAnswer(answer, view.names, language) },
          ];
          return comparisonInWords(compared, language)[0] ?? [];
        })
      : [],
    inputHash,
    runs: runs.map((run) => runOf(run, { version: scenario.version, inputHash })),
  };
}

function runOf(run: ScenarioResultRecord, now: { readonly version: number; readonly inputHash: string }): ScenarioRun {
  const { id, kind, version, codeVersion, createdAt, jobId } = run;
  // The shifts themselves are for the board, and too many for a table.
  const { plan, ...figures } = run.answer as { readonly plan?: unknown };
  return {
    ...{ id, version, codeVersion, createdAt, jobId },
    kind: kind as ScenarioRunKind,
    isCurrent: version === now.version && run.inputHash === now.inputHash,
    figures,
    canOpen: plan !== undefined,
  };
}

/** Lines in both languages, put together one by one. */
function both(of: (language: 'en' | 'ja') => readonly string[]): LocalText[] {
  const ja = of('ja');
  return of('en').map((en, i) => ({ en, ja: ja[i] ?? en }));
}

type Names = ReadonlyMap<string, LocalText>;

const titled = (base: ScenarioBase, names: Names, language: 'en' | 'ja'): ScenarioBase => ({
  ...base,
  queues: base.queues.map((queue) => ({ ...queue, title: names.get(queue.id)?.[language] ?? queue.title })),
});

const titledAnswer = (answer: ScenarioAnswer, names: Names, language: 'en' | 'ja'): ScenarioAnswer => ({
  ...answer,
  queues: answer.queues.map((queue) => ({ ...queue, title: names.get(queue.queueId)?.[language] ?? queue.title })),
});
