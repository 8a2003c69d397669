import type { ScenarioBase } from '@yotei/scheduling/scenarios';

/** The base as JSON: series as arrays, NaN as null. */
export function scenarioBaseToFile(base: ScenarioBase): unknown {
  return plain(base);
}

function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isNaN(value) ? null : value;
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>, plain);
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}
