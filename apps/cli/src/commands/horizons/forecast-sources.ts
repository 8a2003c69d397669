import type { LocalDate, ZoneId } from '@yotei/time';
import {
  composeHistory,
  type ComposedHistory,
  type QueueHistory,
  type QueueLineage,
  type TypedCurve,
} from '@yotei/forecast';
import { badInput } from '../../frame/problem-list.js';
import { readCurves, type CurvesByQueue } from '../../io/curve-file.js';
import { readLineage } from '../../io/lineage-file.js';
import type { HorizonOptions } from './horizon-options.js';

/** What each queue is forecast from: its past as its lineage makes it, and the curve typed for it. */
export interface ForecastSources {
  readonly queues: readonly string[];
  curveOf(queue: string): TypedCurve | null;
  /** The past, or in words why its lineage gives none. */
  pastOf(queue: string): ComposedHistory | { readonly kind: 'refused'; readonly message: string };
}

interface SourceInput {
  readonly options: HorizonOptions & { readonly zone: ZoneId; readonly interval: number };
  readonly histories: ReadonlyMap<string, QueueHistory>;
  readonly fromOn: LocalDate;
}

/** Reads `--curve`, `--like` and `--lineage`; the queues are those of the history and those that only these name. */
export async function forecastSources({ options, histories, fromOn }: SourceInput): Promise<ForecastSources> {
  const stepMinutes = options.interval / 60;
  const levelSpread = options.curveSpread;
  const curves: CurvesByQueue = options.curve
    ? await readCurves(options.curve, { stepMinutes, ...(levelSpread === undefined ? {} : { levelSpread }) })
    : new Map();
  const lineage = await lineageOf(options, fromOn);
  const named = [...lineage.map(({ queue }) => queue), ...[...curves.keys()].filter((queue) => queue !== '')];
  const queues = [...new Set([...histories.keys(), ...named])].sort();
  const nobody: QueueHistory = { zone: options.zone, stepMinutes, days: [] };
  return {
    queues: queues.length > 0 ? queues : [''],
    curveOf: (queue) => curves.get(queue) ?? curves.get('') ?? null,
    pastOf: (queue) => {
      if (!lineage.some((line) => line.queue === queue || line.from === queue))
        return { kind: 'composed', history: histories.get(queue) ?? nobody, borrowed: [], levelSpread: 0 };
      const composed = composeHistory({ histories, queue, lineage, beforeOn: fromOn });
      return composed.kind === 'composed' ? composed : { kind: 'refused', message: refusalOf(composed) };
    },
  };
}

async function lineageOf(options: HorizonOptions, sinceOn: LocalDate): Promise<readonly QueueLineage[]> {
  const lines = options.lineage === undefined ? [] : await readLineage(options.lineage);
  const like = (options.like ?? []).map((line) => ({ ...line, kind: 'like' as const, sinceOn }));
  const selfish = like.find(({ queue, from }) => queue === from);
  if (selfish)
    throw badInput({ field: '--like', message: `'${selfish.queue}' cannot be like itself; name another queue` });
  return [...lines, ...like];
}

function refusalOf(refused: Exclude<ReturnType<typeof composeHistory>, ComposedHistory>): string {
  return refused.kind === 'unknown-queue'
    ? `there is no history of queue '${refused.from}' to take over`
    : `the share of '${refused.queue}' in '${refused.from}' cannot be learned, no day has both; write it down`;
}
