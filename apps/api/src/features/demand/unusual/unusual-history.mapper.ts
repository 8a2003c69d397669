import type { HistoryPicture as Picture, HistoryProposal } from '@yotei/forecast';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import type { JsonValue } from '../../../platform/jobs/job-definition.js';
import { nullable } from '../fact-series.js';
import {
  HistoryDecided,
  HistoryDecidedMeanwhile,
  type DecideHistoryResult,
  type HistoryAction,
  type HistoryPicture,
  type UnusualHistory,
  type UnusualKind,
  type UnusualStretch,
} from './unusual-history.graphql-types.js';
import type { UnusualHistoryView, UnusualOutcome } from './unusual-history.service.js';

function pictureOf({ startAt, fromOn, stepMinutes, actual, expected }: Picture): HistoryPicture {
  return { startAt, fromOn, stepMinutes, actual: nullable(actual, 1), expected: nullable(expected, 1) };
}

function stretchOf(proposal: HistoryProposal, picture: Picture): UnusualStretch {
  return {
    id: proposal.id,
    kind: proposal.kind as UnusualKind,
    fromAt: proposal.fromAt,
    untilAt: proposal.untilAt,
    fromOn: proposal.fromOn,
    untilOn: proposal.untilOn,
    expected: proposal.expected,
    actual: proposal.actual,
    score: proposal.score,
    reason: proposal.reason as unknown as JsonValue,
    suggested: proposal.suggested as HistoryAction,
    picture: pictureOf(picture),
  };
}

export function unusualHistoryOf(view: UnusualHistoryView): UnusualHistory {
  return {
    queueId: view.queue.id,
    historyDays: view.historyDays,
    changesSinceForecast: view.changesSinceForecast,
    stretches: view.proposals.map((proposal) => stretchOf(proposal, proposal.picture)),
    decided: view.decided.map((decision) => ({
      id: decision.id,
      action: decision.action as HistoryAction,
      stretch: stretchOf(decision.proposal, decision.picture),
      author: decision.author,
      createdAt: decision.createdAt,
      isStale: decision.isStale,
    })),
  };
}

export function decideResultOf(outcome: UnusualOutcome): typeof DecideHistoryResult {
  switch (outcome.kind) {
    case 'changed':
      return Object.assign(new HistoryDecided(), { unusual: unusualHistoryOf(outcome.view) });
    case 'edited-meanwhile': {
      const message = 'somebody decided, or the data were corrected first';
      return Object.assign(new HistoryDecidedMeanwhile(), { message, unusual: unusualHistoryOf(outcome.view) });
    }
    case 'invalid':
      return InvalidInput.of(outcome.path, outcome.message);
    case 'not-found':
      return NotFound.of(outcome.what);
  }
}
