/** What is known of a day at an instant, by wall-clock slot. */
export interface DaySoFar {
  /** The first slot that is not over. */
  readonly from: number;
  /** Slots before `from` whose contacts are known and believed: 1, else 0. */
  readonly known: Uint8Array;
  /** Slots that are over and open without a value: late or lost. */
  readonly missing: readonly number[];
  /** Slots that are over and silent where many were forecast: taken as an outage, not as few contacts. */
  readonly silent: readonly number[];
}

/** Log ratios of what came to what was forecast, half a contact on each side to keep quiet hours finite. */
export interface Ratios {
  /** The day so far, the last two hours of it. */
  readonly regressors: Float64Array;
  readonly rest: number;
  readonly came: number;
  readonly said: number;
}

/** Contacts forecast for a silent stretch from which silence is no chance: Poisson gives it in 1 of 20,000 stretches. */
const SILENCE_OF = 10;
/** Fewer than this share of what was forecast is as good as silent, where so many were forecast that chance cannot. */
const ALMOST_SILENT = { fraction: 0.05, forecast: 60 };
const RECENT_MINUTES = 120;

/**
 * Sorts the slots before `from` into known, missing and silent. A stretch of slots without a contact where
 * {@link SILENCE_OF} and more were forecast, or next to nothing of many, is an outage.
 */
export function daySoFar(forecast: Float64Array, actual: Float64Array, from: number): DaySoFar {
  const known = new Uint8Array(forecast.length);
  const missing: number[] = [];
  const silent: number[] = [];
  let stretch: number[] = [];
  let said = 0;
  const close = () => {
    if (said >= SILENCE_OF) for (const slot of stretch) silent.push(slot);
    stretch = [];
    said = 0;
  };
  for (let slot = 0; slot < from; slot++) {
    const expected = forecast[slot]!;
    if (Number.isNaN(expected)) continue;
    const came = actual[slot]!;
    if (Number.isNaN(came)) {
      missing.push(slot);
      continue;
    }
    known[slot] = 1;
    const { fraction, forecast: many } = ALMOST_SILENT;
    if (came === 0 || (expected >= many && came < fraction * expected)) {
      stretch.push(slot);
      said += expected;
    } else close();
  }
  close();
  for (const slot of silent) known[slot] = 0;
  return { from, known, missing, silent };
}

/** Slots that make up the last two hours before the instant. */
export function recentSlots(stepMinutes: number): number {
  return Math.ceil(RECENT_MINUTES / stepMinutes);
}

/** The ratios of a day on the slots that are known today, so that past days are looked at as today can be. */
export function ratiosOf(
  forecast: Float64Array,
  actual: Float64Array,
  { from, known, recent }: Pick<DaySoFar, 'from' | 'known'> & { readonly recent: number },
): Ratios {
  const sums = { came: 0, said: 0, recentCame: 0, recentSaid: 0, restCame: 0, restSaid: 0 };
  actual.forEach((came, slot) => {
    const said = forecast[slot]!;
    if (Number.isNaN(came) || Number.isNaN(said)) return;
    if (slot >= from) {
      sums.restCame += came;
      sums.restSaid += said;
      return;
    }
    if (!known[slot]) return;
    sums.came += came;
    sums.said += said;
    if (slot < from - recent) return;
    sums.recentCame += came;
    sums.recentSaid += said;
  });
  const ratio = (came: number, said: number) => Math.log((came + 0.5) / (said + 0.5));
  const regressors = Float64Array.of(ratio(sums.came, sums.said), ratio(sums.recentCame, sums.recentSaid));
  return { regressors, rest: ratio(sums.restCame, sums.restSaid), came: sums.came, said: sums.said };
}
