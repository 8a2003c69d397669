import type { RandomSource } from '../random-source.js';
import type { DutyPiece } from './duty-piece.js';
import type { ChoicePlace, TeamKeeper } from './team-keeper.js';

export interface OnDutyTerms {
  /** 1 for agents counted. */
  readonly members: Uint8Array;
  /** 1 for slots judged. */
  readonly open: Uint8Array;
  readonly least: number;
  readonly most: number;
  readonly contactOnly: boolean;
  /** Cost of one agent missing or too many in one slot. */
  readonly price: number;
  /** Day of the horizon of each slot. */
  readonly dayOfSlot: Int32Array;
}

/** So many agents on duty in each slot judged, at least or at most. */
export class OnDutyKeeper implements TeamKeeper {
  penalty = 0;
  readonly slotWorth: Float64Array | null;
  private readonly count: Int32Array;
  private readonly sums: Float64Array;

  constructor(private readonly terms: OnDutyTerms) {
    const slots = terms.open.length;
    this.count = new Int32Array(slots);
    this.sums = new Float64Array(slots + 1);
    this.slotWorth = terms.contactOnly ? new Float64Array(slots) : null;
    for (let slot = 0; slot < slots; slot++) this.penalty += this.costOf(slot, 0);
  }

  concerns(agent: number): boolean {
    return this.terms.members[agent] === 1;
  }

  change(_agent: number, piece: DutyPiece, by: 1 | -1): void {
    if (this.terms.contactOnly && piece.contactSlots) for (const slot of piece.contactSlots) this.move(slot, by);
    else for (let slot = piece.from; slot < piece.until; slot++) this.move(slot, by);
  }

  prepare(): void {
    const { slotWorth, sums } = this;
    for (let slot = 0; slot < this.count.length; slot++) {
      const rise = this.costOf(slot, this.count[slot]! + 1) - this.costOf(slot, this.count[slot]!);
      if (slotWorth) slotWorth[slot] = -rise;
      else sums[slot + 1] = sums[slot]! + rise;
    }
  }

  price({ from, until }: ChoicePlace): number {
    return this.slotWorth || until <= from ? 0 : this.sums[until]! - this.sums[from]!;
  }

  brokenDay(random: RandomSource): number {
    const { dayOfSlot } = this.terms;
    const slots = this.count.length;
    for (let i = 0, slot = random.below(Math.max(1, slots)); i < slots; i++, slot = (slot + 1) % slots)
      if (this.costOf(slot, this.count[slot]!) > 0) return dayOfSlot[slot]!;
    return -1;
  }

  private move(slot: number, by: 1 | -1): void {
    const before = this.costOf(slot, this.count[slot]!);
    this.count[slot]! += by;
    this.penalty += this.costOf(slot, this.count[slot]!) - before;
  }

  private costOf(slot: number, count: number): number {
    const { open, least, most, price } = this.terms;
    return open[slot] === 0 ? 0 : price * Math.max(0, least - count, count - most);
  }
}
