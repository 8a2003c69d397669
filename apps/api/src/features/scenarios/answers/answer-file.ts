import type { ScenarioAnswer } from '@yotei/scheduling/scenarios';

/** An answer as JSON: null for what is not known. Series by interval only where asked for: a browser computes them itself. */
export function answerFile(answer: ScenarioAnswer, { withSeries }: { readonly withSeries: boolean }): unknown {
  if (withSeries) return plain(answer);
  return plain({ ...answer, queues: answer.queues.map(({ series: _series, ...queue }) => queue) });
}

function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>, plain);
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}
