import { KPI_VARIABLES } from '../formula/index.js';

/** The sum of one fact over some time, and of how many of its parts with contacts nobody knows it. */
export interface FactSum {
  readonly sum: number;
  /** Above 0 the sum is of a part only, so nothing is computed from it. */
  readonly lacking: number;
}

/** Facts of some time and some queues or people; a fact that is not in it is not known, which is not zero. */
export type FactSums = ReadonlyMap<string, FactSum>;

/** One record of a source: what a queue, a team or nobody in particular did in an interval or on a day. */
export interface FactRow {
  /** Place among the keys of the cut, such as queues. */
  readonly key: number;
  /** Place among the spans of the period. */
  readonly span: number;
  /** Who told it, for what stands at the end: the last record of each is added to those of the others. */
  readonly teller: string;
  /** Grows with time within a teller. */
  readonly order: number;
  readonly facts: Readonly<Record<string, number | null>>;
  /** Whether contacts came: where none did, a fact that is not told is 0 and lacks nothing. */
  readonly hasContacts: boolean;
}

/** How facts add up beside the names of the catalogue: those of imports. */
export type Adding = (name: string) => 'sum' | 'last' | 'made';

const KNOWN = new Map(KPI_VARIABLES.map(({ name, adds }) => [name, adds]));
export const addingOfCatalogue: Adding = (name) => KNOWN.get(name) ?? 'sum';

interface Last {
  readonly order: number;
  readonly value: number;
}

/** Adds up the rows of one cell of a table, or of several: weighing is left to the formulas, which divide sums. */
export class FactGatherer {
  private readonly sums = new Map<string, { sum: number; lacking: number }>();
  private readonly lasts = new Map<string, Map<string, Last>>();

  constructor(private readonly adding: Adding = addingOfCatalogue) {}

  add({ facts, teller, order, hasContacts }: FactRow): void {
    for (const [name, value] of Object.entries(facts)) {
      if (this.adding(name) === 'last') this.stand(name, value, { teller, order });
      else this.sum(name, value, hasContacts);
    }
  }

  /** What has been added so far. */
  result(): FactSums {
    const found = new Map<string, FactSum>(this.sums);
    for (const [name, tellers] of this.lasts) {
      let sum = 0;
      for (const { value } of tellers.values()) sum += value;
      found.set(name, { sum, lacking: 0 });
    }
    return found;
  }

  private sum(name: string, value: number | null, hasContacts: boolean): void {
    let found = this.sums.get(name);
    if (!found) this.sums.set(name, (found = { sum: 0, lacking: 0 }));
    if (value !== null) found.sum += value;
    else if (hasContacts) found.lacking += 1;
  }

  private stand(name: string, value: number | null, { teller, order }: Pick<FactRow, 'teller' | 'order'>): void {
    if (value === null) return;
    let tellers = this.lasts.get(name);
    if (!tellers) this.lasts.set(name, (tellers = new Map<string, Last>()));
    const before = tellers.get(teller);
    if (!before || before.order <= order) tellers.set(teller, { order, value });
  }
}

/** Facts of a cell by key and span, both as places; null where no row fell. */
export interface FactTable {
  readonly keys: number;
  readonly spans: number;
  at(key: number, span: number): FactSums;
  /** All spans of a key together. */
  whole(key: number): FactSums;
}

/**
 * After the name of an imported mean: the fact of how many each is the mean of. The fact itself is then mean times weight,
 * so that days add up, and formulas see their quotient. No name of a formula has a blank.
 */
export const WEIGHT = ' weight';

const NOTHING: FactSums = new Map();

/** Rows into a table of `keys` times `spans` cells, each added up for itself, and each key over all spans. */
export function tableOfFacts(
  rows: Iterable<FactRow>,
  size: { readonly keys: number; readonly spans: number; readonly adding?: Adding },
): FactTable {
  const cells = new Map<number, FactGatherer>();
  const wholes = new Map<number, FactGatherer>();
  const into = (map: Map<number, FactGatherer>, place: number): FactGatherer => {
    let found = map.get(place);
    if (!found) map.set(place, (found = new FactGatherer(size.adding)));
    return found;
  };
  for (const row of rows) {
    into(cells, row.key * size.spans + row.span).add(row);
    into(wholes, row.key).add(row);
  }
  return {
    keys: size.keys,
    spans: size.spans,
    at: (key, span) => cells.get(key * size.spans + span)?.result() ?? NOTHING,
    whole: (key) => wholes.get(key)?.result() ?? NOTHING,
  };
}

/** Values formulas may use: known sums, what is made of them, and the length of the span. */
export function valuesOfFacts(facts: FactSums, spanSeconds: number): Readonly<Record<string, number>> {
  const values: Record<string, number> = { spanSeconds };
  for (const [name, { sum, lacking }] of facts) {
    if (lacking > 0 || name.endsWith(WEIGHT)) continue;
    const weight = facts.get(name + WEIGHT);
    if (!weight) values[name] = sum;
    else if (weight.sum > 0) values[name] = sum / weight.sum;
  }
  const ratio = (name: string, [top, below]: readonly [number | undefined, number | undefined]): void => {
    if (top !== undefined && below !== undefined && below > 0) values[name] = top / below;
  };
  ratio('handleSeconds', [values['totalHandleSeconds'], values['answered']]);
  ratio('requiredAgents', [values['requiredSeconds'], spanSeconds]);
  ratio('agentsToRoster', [values['toRosterSeconds'], spanSeconds]);
  ratio('scheduledAgents', [values['scheduledSeconds'], spanSeconds]);
  const { handlingSeconds, idleSeconds } = values;
  if (handlingSeconds !== undefined && idleSeconds !== undefined)
    values['availableSeconds'] = handlingSeconds + idleSeconds;
  return values;
}
