import type { RandomSource } from '../random-source.js';
import type { DutyPiece } from './duty-piece.js';

/** A shift an agent could work, as keepers price it. */
export interface ChoicePlace {
  readonly day: number;
  readonly from: number;
  readonly until: number;
  readonly startMinute: number;
}

/**
 * Keeps one rule across agents counted while shifts come and go, and says what each further shift would cost. Penalties
 * are additive over days and slots, so the price of a week is the sum of those of its shifts.
 */
export interface TeamKeeper {
  /** Present cost of the rule's breaches. */
  readonly penalty: number;
  /** Whether the agent's shifts matter to the rule. */
  concerns(agent: number): boolean;
  /** An agent's shift came (1) or went (-1). */
  change(agent: number, piece: DutyPiece, by: 1 | -1): void;
  /** To be called before {@link price}: sums up what the agent's shifts would cost now. */
  prepare(agent: number): void;
  /** Rise of the penalty when the agent prepared works the shift. */
  price(place: ChoicePlace): number;
  /** Where the rule asks for contact work: worth of it in each slot, to be added to the gain; else null. */
  readonly slotWorth: Float64Array | null;
  /** Day of the horizon on which the rule is broken now, at random among them; -1 when it is kept. */
  brokenDay(random: RandomSource): number;
}
