import type { Spread, SpreadMeasure } from '../simulation.js';

export const SPREAD_MEASURES = [
  'serviceLevelFraction',
  'asaSeconds',
  'abandonmentFraction',
  'occupancyFraction',
] as const satisfies readonly SpreadMeasure[];

const LEVELS = { p05: 0.05, p10: 0.1, p50: 0.5, p90: 0.9, p95: 0.95 } as const;

/** Quantile of ascending values by straight lines between order statistics; NaN when there are none. */
function quantile(sorted: Float32Array, level: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = level * (sorted.length - 1);
  const low = Math.floor(place);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low]! + (place - low) * (sorted[high]! - sorted[low]!);
}

function spreadOf(values: Float32Array): Spread {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const at = (level: number) => quantile(sorted, level);
  return { p05: at(LEVELS.p05), p10: at(LEVELS.p10), p50: at(LEVELS.p50), p90: at(LEVELS.p90), p95: at(LEVELS.p95) };
}

/** The values of some measures, span by span and replication by replication. */
export class Spreads {
  private readonly values: Float32Array;

  constructor(
    spans: number,
    private readonly replications: number,
  ) {
    this.values = new Float32Array(spans * SPREAD_MEASURES.length * replications);
  }

  /** Values in the order of {@link SPREAD_MEASURES}. */
  set(span: number, replication: number, values: readonly number[]): void {
    values.forEach((value, i) => {
      this.values[(span * SPREAD_MEASURES.length + i) * this.replications + replication] = value;
    });
  }

  /** The first `completed` replications of one measure. */
  of(span: number, measure: SpreadMeasure, completed: number): Float32Array {
    const from = (span * SPREAD_MEASURES.length + SPREAD_MEASURES.indexOf(measure)) * this.replications;
    return this.values.slice(from, from + completed);
  }

  spreads(span: number, completed: number): Readonly<Record<SpreadMeasure, Spread>> {
    return this.byMeasure((measure) => spreadOf(this.of(span, measure, completed)));
  }

  replicationsOf(span: number, completed: number): Readonly<Record<SpreadMeasure, Float32Array>> {
    return this.byMeasure((measure) => this.of(span, measure, completed));
  }

  private byMeasure<T>(of: (measure: SpreadMeasure) => T): Readonly<Record<SpreadMeasure, T>> {
    return Object.fromEntries(SPREAD_MEASURES.map((measure) => [measure, of(measure)])) as Record<SpreadMeasure, T>;
  }
}
