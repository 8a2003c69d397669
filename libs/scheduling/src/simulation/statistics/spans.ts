import type { SimulatedCentre } from '../simulated-centre.js';

/** Spans with results of their own: every interval, then every period, then the whole horizon. */
export class Spans {
  readonly count: number;
  readonly intervals: number;
  /** Length of each in seconds. */
  readonly seconds: Float64Array;
  private readonly sums: readonly { readonly first: number; readonly end: number }[];

  constructor(centre: SimulatedCentre) {
    const periods = centre.periods ?? [];
    this.intervals = centre.intervalCount;
    this.sums = [
      ...periods.map(({ firstInterval, endInterval }) => ({ first: firstInterval, end: endInterval })),
      { first: 0, end: this.intervals },
    ];
    this.count = this.intervals + this.sums.length;
    const lengths = [
      ...Array.from({ length: this.intervals }, () => 1),
      ...this.sums.map(({ first, end }) => end - first),
    ];
    this.seconds = Float64Array.from(lengths, (intervals) => intervals * centre.intervalSeconds);
  }

  /** Fills the rows of periods and of the whole from those of the intervals; rows are `width` wide. */
  addUp(rows: Float64Array, width: number): void {
    this.sums.forEach(({ first, end }, i) => {
      const at = (this.intervals + i) * width;
      rows.fill(0, at, at + width);
      for (let interval = first; interval < end; interval++) {
        for (let field = 0; field < width; field++) rows[at + field]! += rows[interval * width + field]!;
      }
    });
  }

  /** Gives each span its part of a list. */
  arrange<T>(of: (span: number) => T): { intervals: T[]; periods: T[]; whole: T } {
    const all = Array.from({ length: this.count }, (_, span) => of(span));
    return {
      intervals: all.slice(0, this.intervals),
      periods: all.slice(this.intervals, -1),
      whole: all[this.count - 1]!,
    };
  }
}
