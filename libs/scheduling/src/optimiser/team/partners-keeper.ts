import type { RandomSource } from '../random-source.js';
import type { DutyPiece } from './duty-piece.js';
import type { ChoicePlace, TeamKeeper } from './team-keeper.js';

export interface PartnersTerms {
  readonly members: Uint8Array;
  readonly partners: Uint8Array;
  readonly days: Uint8Array;
  readonly slotCount: number;
  /** Cost of one slot that a member works without a partner. */
  readonly price: number;
  readonly dayOfSlot: Int32Array;
}

/** Members work only while another partner is on duty. */
export class PartnersKeeper implements TeamKeeper {
  penalty = 0;
  readonly slotWorth = null;
  private readonly partnerCount: Int32Array;
  /** Members on duty who are no partners, and those who are: these must not count for themselves. */
  private readonly plain: Int32Array;
  private readonly both: Int32Array;
  /** Running sums of the rise for the agent prepared: on days judged, and on others. */
  private readonly judgedSums: Float64Array;
  private readonly otherSums: Float64Array;

  constructor(private readonly terms: PartnersTerms) {
    const slots = terms.slotCount;
    this.partnerCount = new Int32Array(slots);
    this.plain = new Int32Array(slots);
    this.both = new Int32Array(slots);
    this.judgedSums = new Float64Array(slots + 1);
    this.otherSums = new Float64Array(slots + 1);
  }

  concerns(agent: number): boolean {
    return this.terms.members[agent] === 1 || this.terms.partners[agent] === 1;
  }

  change(agent: number, piece: DutyPiece, by: 1 | -1): void {
    const { days, members } = this.terms;
    const judged = members[agent] === 1 && piece.day >= 0 && days[piece.day] === 1;
    const isPartner = this.terms.partners[agent] === 1;
    for (let slot = piece.from; slot < piece.until; slot++) {
      this.penalty -= this.costOf(this.partnerCount[slot]!, this.plain[slot]!, this.both[slot]!);
      if (isPartner) this.partnerCount[slot]! += by;
      if (judged) (isPartner ? this.both : this.plain)[slot]! += by;
      this.penalty += this.costOf(this.partnerCount[slot]!, this.plain[slot]!, this.both[slot]!);
    }
  }

  prepare(agent: number): void {
    const isMember = this.terms.members[agent] === 1;
    const partner = Number(this.terms.partners[agent] === 1);
    const { judgedSums, otherSums } = this;
    for (let slot = 0; slot < this.plain.length; slot++) {
      const [count, plain, both] = [this.partnerCount[slot]!, this.plain[slot]!, this.both[slot]!];
      const now = this.costOf(count, plain, both);
      const member = Number(isMember);
      const judged = this.costOf(count + partner, plain + member * (1 - partner), both + member * partner) - now;
      judgedSums[slot + 1] = judgedSums[slot]! + judged;
      otherSums[slot + 1] = otherSums[slot]! + this.costOf(count + partner, plain, both) - now;
    }
  }

  price({ day, from, until }: ChoicePlace): number {
    const sums = this.terms.days[day] === 1 ? this.judgedSums : this.otherSums;
    return until <= from ? 0 : sums[until]! - sums[from]!;
  }

  brokenDay(random: RandomSource): number {
    const slots = this.plain.length;
    for (let i = 0, slot = random.below(slots); i < slots; i++, slot = (slot + 1) % slots)
      if (this.costOf(this.partnerCount[slot]!, this.plain[slot]!, this.both[slot]!) > 0)
        return this.terms.dayOfSlot[slot]!;
    return -1;
  }

  private costOf(partners: number, plain: number, both: number): number {
    const alone = (partners === 0 ? plain : 0) + (partners === 1 && both === 1 ? 1 : 0);
    return this.terms.price * alone;
  }
}
