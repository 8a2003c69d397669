import { Draws, exponential } from './draws.js';

// Looked up once: globals are slow to reach in the inner loop where they are not the engine’s own (test sandboxes).
const { max } = Math;
const NEVER = Number.POSITIVE_INFINITY;

/**
 * Arrivals of one queue: a Poisson stream whose rate is constant inside each interval, begun anew at every boundary
 * (exact, because what is left of an exponential gap is exponential). A gap is a unit of expected contacts, so the k-th
 * contact has the same draw whatever the rates are.
 */
export class Arrivals {
  /** When the next contact comes; Infinity after the last. */
  nextAt = 0;
  private interval = 0;
  private rates: Float64Array;
  private readonly gaps: Draws;

  constructor(
    private readonly meanRates: Float64Array,
    private readonly intervalSeconds: number,
    name: { readonly seed: number; readonly stream: number },
  ) {
    this.rates = meanRates;
    this.gaps = new Draws(exponential(1), name);
  }

  /** Interval of the next contact as a place of the tallies. */
  get place(): number {
    return this.interval + 1;
  }

  /** Begins a replication; `factors` multiply the rates, one each interval. */
  restart(replication: number, startsAt: number, factors: Float64Array | null): void {
    this.gaps.restart(replication);
    this.rates = factors ? this.meanRates.map((rate, i) => rate * factors[i]!) : this.meanRates;
    this.interval = startsAt < 0 ? -1 : 0;
    this.nextAt = startsAt;
    this.advance();
  }

  /** Moves on to the contact after the present one. */
  advance(): void {
    let expected = this.gaps.take();
    let at = this.nextAt;
    for (; this.interval < this.rates.length; this.interval++) {
      const rate = this.rates[max(0, this.interval)]!;
      const end = (this.interval + 1) * this.intervalSeconds;
      const next = at + expected / rate;
      if (next < end) {
        this.nextAt = next;
        return;
      }
      expected = max(0, expected - (end - at) * rate);
      at = end;
    }
    this.nextAt = NEVER;
  }
}
