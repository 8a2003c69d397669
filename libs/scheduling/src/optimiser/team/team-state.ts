import { indexProblem } from '../../roster/index.js';
import type { PreparedProblem } from '../problem/prepare.js';
import { DAYS } from '../problem/tour-space.js';
import type { RandomSource } from '../random-source.js';
import type { Tour } from '../tour/tour.js';
import { choicePricesOf } from './choice-prices.js';
import { pieceOfShift, type DutyPiece } from './duty-piece.js';
import { keepersOf } from './keepers-of.js';
import type { TeamKeeper } from './team-keeper.js';

/** Where the rules across agents are broken: a day of the horizon and whose shifts matter. */
export interface BrokenPlace {
  readonly day: number;
  readonly concerns: (agent: number) => boolean;
}

/**
 * The rules across agents beside a roster under construction: their penalty now, and for each choice of a unit what it
 * would add. A relaxation knows nothing of them, so bounds stay valid: no roster that keeps them costs less.
 */
export class TeamState {
  private readonly keepers: readonly TeamKeeper[];
  private readonly keepersOfAgent: readonly (readonly TeamKeeper[])[];
  private prices = new Float64Array(0);
  private readonly worth: Float64Array;

  /** Null where the problem has no such rules: nothing is to be kept then. */
  static of(prepared: PreparedProblem): TeamState | null {
    return prepared.problem.teamRules?.length ? new TeamState(prepared) : null;
  }

  private constructor(private readonly prepared: PreparedProblem) {
    const { problem, frame } = prepared;
    this.keepers = keepersOf(prepared);
    this.keepersOfAgent = problem.agents.map((_, agent) => this.keepers.filter((keeper) => keeper.concerns(agent)));
    this.worth = new Float64Array(frame.paddedSlots);
    const { historyByAgent } = indexProblem(problem);
    problem.agents.forEach((agent, index) => {
      for (const shift of historyByAgent.get(agent.id) ?? [])
        this.change(index, pieceOfShift(problem, frame, agent, shift), 1);
    });
    const indexOf = new Map(problem.agents.map(({ id }, index) => [id, index]));
    for (const shift of prepared.given) {
      const index = indexOf.get(shift.agentId)!;
      this.change(index, pieceOfShift(problem, frame, problem.agents[index]!, shift), 1);
    }
  }

  get penalty(): number {
    return this.keepers.reduce((sum, keeper) => sum + keeper.penalty, 0);
  }

  /** The unit's tour came into the roster (1) or went out of it (-1). Given shifts are there always. */
  apply(unit: number, tour: Tour, by: 1 | -1): void {
    const { spaces, frame, patterns } = this.prepared;
    const space = spaces[unit]!;
    if (this.keepersOfAgent[space.agent]!.length === 0) return;
    let served = 0;
    for (let day = 0; day < space.days; day++) {
      const choice = tour.choice[day]!;
      const pattern = choice < 0 ? undefined : patterns[space.pattern[choice]!];
      if (!pattern) continue;
      const start = space.startSlot[choice]! - frame.pad;
      const from = Math.max(0, start);
      const until = Math.max(from, Math.min(frame.slotCount, start + pattern.lengthSlots));
      // A tour lists its slots day after day.
      const contactSlots: number[] = [];
      for (; served < tour.slotCount && tour.slots[served]! < until; served++) contactSlots.push(tour.slots[served]!);
      const piece = {
        day: space.week * DAYS + day,
        from,
        until,
        startMinute: space.startMinute[choice]!,
        contactSlots,
      };
      this.change(space.agent, piece, by);
    }
  }

  /** What each choice of the unit, which is not in the roster, would add; null when no rule looks at its agent. */
  choicePrices(unit: number): Float64Array | null {
    const { spaces, frame, patterns } = this.prepared;
    const space = spaces[unit]!;
    const keepers = this.keepersOfAgent[space.agent]!;
    if (keepers.length === 0) return null;
    for (const keeper of keepers) keeper.prepare(space.agent);
    const count = space.pattern.length;
    if (this.prices.length < count) this.prices = new Float64Array(count);
    choicePricesOf(keepers, { space, frame, patterns }, this.prices);
    return this.prices;
  }

  /** The gain with the worth of contact work that rules ask for; the gain itself where none does. After {@link choicePrices}. */
  withSlotWorth(unit: number, gain: Float64Array): Float64Array {
    const { spaces, frame } = this.prepared;
    const asking = this.keepersOfAgent[spaces[unit]!.agent]!.filter(({ slotWorth }) => slotWorth !== null);
    if (asking.length === 0) return gain;
    this.worth.set(gain);
    for (const { slotWorth } of asking)
      for (let slot = 0; slot < frame.slotCount; slot++) this.worth[slot + frame.pad]! += slotWorth![slot]!;
    return this.worth;
  }

  /** A place where some rule is broken now, at random; null when all are kept. */
  brokenPlace(random: RandomSource): BrokenPlace | null {
    const broken = this.keepers.filter(({ penalty }) => penalty > 1e-9);
    if (broken.length === 0) return null;
    const keeper = broken[random.below(broken.length)]!;
    const day = keeper.brokenDay(random);
    return day < 0 ? null : { day, concerns: (agent) => keeper.concerns(agent) };
  }

  /** Whether any rule looks at the agent. */
  isConcerned(agent: number): boolean {
    return this.keepersOfAgent[agent]!.length > 0;
  }

  private change(agent: number, piece: DutyPiece, by: 1 | -1): void {
    for (const keeper of this.keepersOfAgent[agent]!) keeper.change(agent, piece, by);
  }
}
