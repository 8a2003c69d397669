import { addDays } from '@yotei/time';
import type { HistoryDecision, QueueHistory } from '@yotei/forecast';
import type { CommandContext } from '../frame/command.js';
import { badInput } from '../frame/problem-list.js';
import { loadHistory, type HistoryOptions, type LoadedHistory } from './history-options.js';
import { forecastSources } from './horizons/forecast-sources.js';
import { loadDecisions } from './unusual-history.js';

export interface BacktestPastOptions {
  readonly decisions?: string;
  readonly lineage?: string;
}

/** What a backtest goes back over: the same past as `forecast` with the same files would learn from. */
export interface BacktestPast extends LoadedHistory {
  decisionsOf(queue: string): readonly HistoryDecision[];
}

/** The histories with their lineage; days borrowed from another queue are compared too, which is said. */
export async function loadPasts(
  options: HistoryOptions & BacktestPastOptions,
  context: CommandContext,
): Promise<BacktestPast> {
  const loaded = await loadHistory(options, context);
  const decisionsOf = await loadDecisions({ ...options, unusual: undefined });
  if (options.lineage === undefined) return { ...loaded, decisionsOf };
  const lastOn = [...loaded.histories.values()].map(({ days }) => days.at(-1)?.on ?? '').sort();
  const sources = await forecastSources({
    options: { ...options, by: 'interval', trend: 'damped' },
    histories: loaded.histories,
    fromOn: addDays(lastOn.at(-1) || '1970-01-01', 1),
  });
  const histories = new Map<string, QueueHistory>();
  for (const queue of sources.queues) {
    const past = sources.pastOf(queue);
    if (past.kind === 'refused') throw badInput({ file: options.lineage, message: past.message });
    histories.set(queue, past.history);
    const borrowed = past.borrowed.reduce((sum, { days }) => sum + days, 0);
    if (borrowed > 0)
      context.note(
        `queue '${queue}': ${borrowed} days are made from another queue’s; they are learned from and compared, --from leaves them out`,
      );
  }
  return { ...loaded, histories, decisionsOf };
}
