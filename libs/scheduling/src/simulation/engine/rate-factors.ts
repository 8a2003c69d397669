import type { RateCv, SimulatedCentre } from '../simulated-centre.js';
import { inInterval } from './compile-centre.js';
import { RandomStream } from './random-stream.js';

const hasAny = (cv: RateCv | undefined): boolean =>
  [cv?.interval, cv?.day, cv?.whole].some((value) => value !== undefined && value !== 0);

/** Multiplies gamma factors of one uncertainty into the intervals' factors. */
function multiplyFactors(factors: Float64Array, cv: RateCv, centre: SimulatedCentre, stream: RandomStream): void {
  const whole = stream.factor(cv.whole ?? 0);
  for (let i = 0; i < factors.length; i++) factors[i]! *= whole * stream.factor(inInterval(cv.interval, i));
  let day = 0;
  for (const period of centre.periods ?? []) {
    if (period.kind !== 'day') continue;
    const factor = stream.factor(inInterval(cv.day, day++));
    for (let i = period.firstInterval; i < period.endInterval; i++) factors[i]! *= factor;
  }
}

/** Factors on every queue's rates in a replication; null = the rates are certain. */
export class RateFactors {
  private readonly uncertain: boolean;

  constructor(
    private readonly centre: SimulatedCentre,
    private readonly name: { readonly seed: number; readonly firstStream: number },
  ) {
    this.uncertain = hasAny(centre.rateCv) || centre.queues.some((queue) => hasAny(queue.rateCv));
  }

  draw(replication: number): readonly Float64Array[] | null {
    if (!this.uncertain) return null;
    const { seed, firstStream } = this.name;
    const { intervalCount, queues, rateCv } = this.centre;
    const alike = new Float64Array(intervalCount).fill(1);
    if (rateCv) {
      multiplyFactors(alike, rateCv, this.centre, new RandomStream({ seed, replication, stream: firstStream }));
    }
    return queues.map((queue, i) => {
      const own = alike.slice();
      const stream = new RandomStream({ seed, replication, stream: firstStream + 1 + i });
      if (queue.rateCv) multiplyFactors(own, queue.rateCv, this.centre, stream);
      return own;
    });
  }
}
