/** What is counted of a queue by interval; each is a KPI variable of the same name. */
export const KPI_FACT_NAMES = ['offered', 'answered', 'answeredInTime', 'abandoned', 'totalHandleSeconds'] as const;
export type KpiFactName = (typeof KPI_FACT_NAMES)[number];

/** The sum of one fact over some time, and how many intervals with contacts do not tell it. */
export interface KpiFactSum {
  readonly sum: number;
  readonly lackingIntervals: number;
}

/** What is known of one queue, or of several together, over some time. */
export interface KpiFacts {
  /** Intervals with any fact; 0 = nothing is known, which is not zero contacts. */
  readonly intervalCount: number;
  /** Length of the time asked for, whatever part of it has facts. */
  readonly spanSeconds: number;
  readonly facts: Readonly<Record<KpiFactName, KpiFactSum>>;
}

function factsOf(sumOf: (name: KpiFactName) => KpiFactSum): KpiFacts['facts'] {
  return Object.fromEntries(KPI_FACT_NAMES.map((name) => [name, sumOf(name)])) as KpiFacts['facts'];
}

/** Facts of a time without any. */
export function noKpiFacts(spanSeconds: number): KpiFacts {
  return { intervalCount: 0, spanSeconds, facts: factsOf(() => ({ sum: 0, lackingIntervals: 0 })) };
}

/**
 * Facts of several queues, or of several weeks, as one. The span is the one given: that of queues side by side is that
 * of each, that of weeks after each other their sum.
 */
export function togetherKpiFacts(parts: readonly KpiFacts[], spanSeconds: number): KpiFacts {
  const total = (of: (part: KpiFacts) => number): number => parts.reduce((sum, part) => sum + of(part), 0);
  return {
    intervalCount: total(({ intervalCount }) => intervalCount),
    spanSeconds,
    facts: factsOf((name) => ({
      sum: total(({ facts }) => facts[name].sum),
      lackingIntervals: total(({ facts }) => facts[name].lackingIntervals),
    })),
  };
}

/**
 * Values of the KPI variables that are known; the others are left out. A fact that even one interval with contacts does
 * not tell is left out as well: its sum would stand for fewer contacts than the other sums. `handleSeconds` is total
 * handle time over answered contacts, unknown where nothing was answered.
 */
export function kpiValues({ intervalCount, spanSeconds, facts }: KpiFacts): Readonly<Record<string, number>> {
  if (intervalCount === 0) return { spanSeconds };
  const known = KPI_FACT_NAMES.filter((name) => facts[name].lackingIntervals === 0);
  const values: Record<string, number> = { spanSeconds };
  for (const name of known) values[name] = facts[name].sum;
  const { answered, totalHandleSeconds } = values;
  if (answered !== undefined && answered > 0 && totalHandleSeconds !== undefined)
    values['handleSeconds'] = totalHandleSeconds / answered;
  return values;
}
