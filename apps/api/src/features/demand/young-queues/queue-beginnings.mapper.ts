import type { QueueLineage, TypedCurve } from '@yotei/forecast';
import type { CurveValues, LineageValues } from './queue-beginnings.repository.js';

export function curveOfValues({ weekdays, ...curve }: CurveValues): TypedCurve {
  return { ...curve, weekdays: weekdays.map((values) => Float64Array.from(values, (value) => value ?? Number.NaN)) };
}

export function lineageOfValues({ queueId, kind, fromQueueId, share, sinceOn }: LineageValues): QueueLineage {
  return { queue: queueId, kind, from: fromQueueId, share, sinceOn };
}
