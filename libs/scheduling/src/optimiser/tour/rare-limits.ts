import type { RareAmounts } from '../problem/rare-amounts.js';

/** Days of a tour that may hold too much of an amount that seldom binds: those of `from` to `until - 1`. */
export interface RareSpan {
  readonly dayFrom: Int32Array;
  readonly from: number;
  readonly until: number;
}

/**
 * Limits that seldom bind, kept by barring: where chosen days hold too much of an amount, choices that add to it are barred
 * (worth infinitely little) on the days that lose least by it. What is left is legal, but another way of giving in might have
 * cost less.
 */
export class RareLimits {
  private totals = new Int32Array(0);
  /** 1 where the amount was too high before. */
  private again = new Uint8Array(0);
  private rare!: RareAmounts;

  /** Begins with what the days outside the span hold; choices of the span that alone would be too many are barred. */
  begin(rare: RareAmounts, choice: Int32Array, { dayFrom, from, until }: RareSpan, values: Float64Array): void {
    this.rare = rare;
    const { choiceFrom, place, added, most } = rare;
    if (this.totals.length < most.length) {
      this.totals = new Int32Array(most.length);
      this.again = new Uint8Array(most.length);
    }
    const { totals } = this;
    totals.fill(0, 0, most.length);
    this.again.fill(0, 0, most.length);
    const days = dayFrom.length - 1;
    for (let day = 0; day < days; day++) if (day < from || day >= until) this.count(choice[day]!, 1);
    for (let each = dayFrom[from]!; each < dayFrom[until]!; each++)
      for (let at = choiceFrom[each]!; at < choiceFrom[each + 1]!; at++)
        if (totals[place[at]!]! + added[at]! > most[place[at]!]!) values[each] = Number.POSITIVE_INFINITY;
  }

  /** Bars choices where those of the span's days hold too much; false when they hold nowhere too much. */
  bar(chosen: Int32Array, span: RareSpan, values: Float64Array): boolean {
    const { totals, rare } = this;
    for (let day = span.from; day < span.until; day++) this.count(chosen[day]!, 1);
    const over = [...rare.most.keys()].filter((place) => totals[place]! > rare.most[place]!);
    for (const place of over) this.barPlace(place, chosen, span, values);
    for (let day = span.from; day < span.until; day++) this.count(chosen[day]!, -1);
    return over.length > 0;
  }

  private count(choice: number, sign: number): void {
    if (choice < 0) return;
    const { choiceFrom, place, added } = this.rare;
    for (let at = choiceFrom[choice]!; at < choiceFrom[choice + 1]!; at++)
      this.totals[place[at]!]! += sign * added[at]!;
  }

  /** The days that lose least give the kind up; when that is not enough, all days but those that may stay. */
  private barPlace(place: number, chosen: Int32Array, { dayFrom, from, until }: RareSpan, values: Float64Array): void {
    const worked: { readonly day: number; readonly added: number; readonly value: number }[] = [];
    for (let day = from; day < until; day++) {
      const added = chosen[day]! < 0 ? 0 : this.addedTo(place, chosen[day]!);
      if (added > 0) worked.push({ day, added, value: values[chosen[day]!]! });
    }
    worked.sort((a, b) => b.value - a.value || a.day - b.day);
    let excess = this.totals[place]! - this.rare.most[place]!;
    const giving = new Set<number>();
    for (const { day, added } of worked) {
      if (excess <= 0) break;
      giving.add(day);
      excess -= added;
    }
    const staying = new Set(worked.flatMap(({ day }) => (giving.has(day) ? [] : [day])));
    for (let day = from; day < until; day++) {
      if (this.again[place] === 1 ? staying.has(day) : !giving.has(day)) continue;
      for (let choice = dayFrom[day]!; choice < dayFrom[day + 1]!; choice++)
        if (this.addedTo(place, choice) > 0) values[choice] = Number.POSITIVE_INFINITY;
    }
    this.again[place] = 1;
  }

  private addedTo(place: number, choice: number): number {
    const { rare } = this;
    for (let at = rare.choiceFrom[choice]!; at < rare.choiceFrom[choice + 1]!; at++)
      if (rare.place[at] === place) return rare.added[at]!;
    return 0;
  }
}
