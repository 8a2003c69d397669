import type { RandomSource } from '../random-source.js';
import type { DutyPiece } from './duty-piece.js';
import type { ChoicePlace, TeamKeeper } from './team-keeper.js';

export interface WorkingDaysTerms {
  readonly members: Uint8Array;
  /** 1 for days of the horizon judged. */
  readonly days: Uint8Array;
  readonly least: number;
  readonly most: number;
  /** Cost of one agent missing or too many on a day. */
  readonly price: number;
}

/** So many of the agents work on each day judged, at least or at most. */
export class WorkingDaysKeeper implements TeamKeeper {
  penalty = 0;
  readonly slotWorth = null;
  private readonly count: Int32Array;
  /** Shifts of each agent by day, at `agent * days + day`: given shifts may be several. */
  private readonly shifts: Uint8Array;

  constructor(private readonly terms: WorkingDaysTerms) {
    this.count = new Int32Array(terms.days.length);
    this.shifts = new Uint8Array(terms.members.length * terms.days.length);
    for (let day = 0; day < terms.days.length; day++) this.penalty += this.costOf(day, 0);
  }

  concerns(agent: number): boolean {
    return this.terms.members[agent] === 1;
  }

  change(agent: number, { day }: DutyPiece, by: 1 | -1): void {
    const { days } = this.terms;
    if (day < 0 || day >= days.length) return;
    const own = agent * days.length + day;
    this.shifts[own]! += by;
    if (this.shifts[own] !== (by === 1 ? 1 : 0)) return;
    const before = this.costOf(day, this.count[day]!);
    this.count[day]! += by;
    this.penalty += this.costOf(day, this.count[day]!) - before;
  }

  prepare(): void {
    // Prices are read off the counts.
  }

  price({ day }: ChoicePlace): number {
    return this.costOf(day, this.count[day]! + 1) - this.costOf(day, this.count[day]!);
  }

  brokenDay(random: RandomSource): number {
    const days = this.count.length;
    for (let i = 0, day = random.below(days); i < days; i++, day = (day + 1) % days)
      if (this.costOf(day, this.count[day]!) > 0) return day;
    return -1;
  }

  private costOf(day: number, count: number): number {
    const { days, least, most, price } = this.terms;
    return days[day] === 0 ? 0 : price * Math.max(0, least - count, count - most);
  }
}
