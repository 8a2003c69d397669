import type { RandomSource } from '../random-source.js';
import type { DutyPiece } from './duty-piece.js';
import type { ChoicePlace, TeamKeeper } from './team-keeper.js';

export interface SameStartTerms {
  readonly members: Uint8Array;
  readonly days: Uint8Array;
  /** Cost of one agent who starts at another time than most. */
  readonly price: number;
}

/** Those of the agents who work on a day start together. */
export class SameStartKeeper implements TeamKeeper {
  penalty = 0;
  readonly slotWorth = null;
  /** Agents by start, for each day of the horizon. */
  private readonly starts: readonly Map<number, number>[];

  constructor(private readonly terms: SameStartTerms) {
    this.starts = Array.from(terms.days, () => new Map<number, number>());
  }

  concerns(agent: number): boolean {
    return this.terms.members[agent] === 1;
  }

  change(_agent: number, { day, startMinute }: DutyPiece, by: 1 | -1): void {
    const starts = this.terms.days[day] === 1 ? this.starts[day] : undefined;
    if (!starts) return;
    this.penalty -= this.costOf(starts);
    const count = (starts.get(startMinute) ?? 0) + by;
    if (count > 0) starts.set(startMinute, count);
    else starts.delete(startMinute);
    this.penalty += this.costOf(starts);
  }

  prepare(): void {
    // Prices are read off the counts.
  }

  /** One more who starts with most costs nothing; anybody else costs one. */
  price({ day, startMinute }: ChoicePlace): number {
    if (this.terms.days[day] === 0) return 0;
    const starts = this.starts[day]!;
    const most = Math.max(0, ...starts.values());
    return (starts.get(startMinute) ?? 0) === most ? 0 : this.terms.price;
  }

  brokenDay(random: RandomSource): number {
    const days = this.starts.length;
    for (let i = 0, day = random.below(days); i < days; i++, day = (day + 1) % days)
      if (this.starts[day]!.size > 1) return day;
    return -1;
  }

  private costOf(starts: ReadonlyMap<number, number>): number {
    let [working, most] = [0, 0];
    for (const count of starts.values()) {
      working += count;
      most = Math.max(most, count);
    }
    return this.terms.price * (working - most);
  }
}
