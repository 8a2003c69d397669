import type { ForecastDay, SimilarQueue } from '@yotei/forecast';
import { localDaysGrid } from '@yotei/time';
import { seriesOf } from '../demand.mapper.js';
import type { PreviewResult, QueueBeginning as Beginning } from './queue-beginnings.service.js';
import { BeginningPreview, QueueBeginning } from './young-queues.graphql-types.js';

export function beginningOf(found: Beginning, similar: readonly SimilarQueue[]): QueueBeginning {
  const { queue, historyDays, curve, lineage } = found;
  return Object.assign(new QueueBeginning(), {
    queueId: queue.id,
    historyDays,
    curve: curve && {
      stepMinutes: curve.stepMinutes,
      weekdays: curve.weekdays.map((contacts) => ({ contacts: [...contacts] })),
      averageHandleSeconds: curve.averageHandleSeconds,
      levelSpread: curve.levelSpread,
      author: curve.author,
      changedAt: curve.changedAt,
    },
    lineage: lineage.map(({ id, kind, fromQueueId, share, sinceOn, reason, author }) => ({
      id,
      kind,
      fromQueueId,
      share,
      sinceOn,
      reason,
      author,
    })),
    similar: similar.map(({ queue: queueId, overlap, levelRatio }) => ({ queueId, overlap, levelRatio })),
  });
}

export function previewOf({ queue, forecast }: Extract<PreviewResult, { kind: 'preview' }>): BeginningPreview {
  const { days } = forecast;
  const grid = localDaysGrid(days[0]!.on, days.length, queue.zone, queue.intervalMinutes);
  const joined = (of: (day: ForecastDay) => Float64Array) =>
    seriesOf(grid, Float64Array.from(days.flatMap((day) => [...of(day)])));
  const borrowed = forecast.reasons.filter((reason) => reason.kind === 'borrowed-days');
  return Object.assign(new BeginningPreview(), {
    contacts: joined(({ contacts }) => contacts),
    p10: joined(({ p10 }) => p10),
    p90: joined(({ p90 }) => p90),
    borrowedDays: borrowed.reduce((sum, { days: count }) => sum + count, 0),
    share: borrowed[0]?.share ?? null,
  });
}
