import type { RosterProblem, Shift } from '../roster/index.js';
import type { PreparedProblem } from '../optimiser/problem/prepare.js';
import type { SlotFrame } from '../optimiser/problem/slot-frame.js';
import type { TourSpace } from '../optimiser/problem/tour-space.js';
import { choicePricesOf } from '../optimiser/team/choice-prices.js';
import { pieceOfShift } from '../optimiser/team/duty-piece.js';
import { keepersOf } from '../optimiser/team/keepers-of.js';
import type { TeamKeeper } from '../optimiser/team/team-keeper.js';

/** One agent's exchange of shifts. */
export interface TeamExchange {
  readonly agent: number;
  readonly leaving: readonly Shift[];
}

/** What an exchange does to the rules across agents. */
export interface TeamChange {
  /** Change of the cost of preferred rules. */
  readonly cost: number;
  /** Whether a must rule is broken further than before. */
  readonly breaksMust: boolean;
}

const NOISE = 1e-6;

/** The rules across agents beside a whole roster, from which one agent's shifts can be taken out and put back. */
export class StandingTeam {
  private readonly must: readonly TeamKeeper[];
  private readonly preferred: readonly TeamKeeper[];

  /** Null where the problem has no such rules. */
  static of(problem: RosterProblem, frame: SlotFrame, shifts: readonly Shift[]): StandingTeam | null {
    return problem.teamRules?.length ? new StandingTeam(problem, frame, shifts) : null;
  }

  private constructor(
    private readonly problem: RosterProblem,
    private readonly frame: SlotFrame,
    shifts: readonly Shift[],
  ) {
    const ofLevel = (level: 'must' | 'prefer'): TeamKeeper[] => {
      const teamRules = problem.teamRules!.filter((setting) => setting.level === level);
      return keepersOf({ problem: { ...problem, teamRules }, frame });
    };
    this.must = ofLevel('must');
    this.preferred = ofLevel('prefer');
    const indexOf = new Map(problem.agents.map(({ id }, index) => [id, index]));
    for (const shift of [...problem.history, ...shifts]) {
      const agent = indexOf.get(shift.agentId);
      if (agent !== undefined) this.move(agent, [shift], 1);
    }
  }

  /**
   * What each choice of the space costs by these rules without the shifts that leave, and the gain with the worth of
   * contact work they ask for; null when no rule looks at the agent.
   */
  pricesWithout(
    { agent, leaving }: TeamExchange,
    place: Pick<PreparedProblem, 'patterns'> & { readonly space: TourSpace },
    gain: Float64Array,
  ): { readonly prices: Float64Array; readonly gain: Float64Array } | null {
    const keepers = this.concerned(agent);
    if (keepers.length === 0) return null;
    this.move(agent, leaving, -1);
    for (const keeper of keepers) keeper.prepare(agent);
    const prices = new Float64Array(place.space.pattern.length);
    choicePricesOf(keepers, { ...place, frame: this.frame }, prices);
    const worth = gain.slice();
    for (const { slotWorth } of keepers)
      slotWorth?.forEach((each, slot) => {
        worth[slot + this.frame.pad]! += each;
      });
    this.move(agent, leaving, 1);
    return { prices, gain: worth };
  }

  /** What becomes of the rules when the agent works `coming` instead of the shifts that leave. */
  changeOf({ agent, leaving }: TeamExchange, coming: readonly Shift[]): TeamChange {
    const [must, cost] = [penaltyOf(this.must), penaltyOf(this.preferred)];
    this.move(agent, leaving, -1);
    this.move(agent, coming, 1);
    const after = { breaksMust: penaltyOf(this.must) > must + NOISE, cost: penaltyOf(this.preferred) - cost };
    this.move(agent, coming, -1);
    this.move(agent, leaving, 1);
    return after;
  }

  private concerned(agent: number): TeamKeeper[] {
    return [...this.must, ...this.preferred].filter((keeper) => keeper.concerns(agent));
  }

  private move(agent: number, shifts: readonly Shift[], by: 1 | -1): void {
    const keepers = this.concerned(agent);
    if (keepers.length === 0) return;
    for (const shift of shifts) {
      const piece = pieceOfShift(this.problem, this.frame, this.problem.agents[agent]!, shift);
      for (const keeper of keepers) keeper.change(agent, piece, by);
    }
  }
}

const penaltyOf = (keepers: readonly TeamKeeper[]): number => keepers.reduce((sum, { penalty }) => sum + penalty, 0);
