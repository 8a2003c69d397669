import { createEvaluator, type AgentShifts, type Evaluation, type RosterEvaluator } from '../evaluation/index.js';
import { groupByAgent, type Roster, type Shift } from '../roster/index.js';
import { shiftsOfAgent } from './explain/roster-of.js';
import type { PreparedProblem } from './problem/prepare.js';
import { copyTour, emptyTour, type Tour } from './tour/tour.js';

/** Agents judged between two polls: a tenth of a millisecond each when warm, half of one in the first second. */
const AGENTS_A_SLICE = 16;

/**
 * The best roster as shifts, judged by the whole catalogue of rules, and kept up to date while the run goes on. Judging a
 * thousand agents at once takes half a second, which nobody who has pressed cancel should wait for; judging those whose
 * week changed since the last look does not.
 */
export class JudgedRoster {
  private readonly evaluator: RosterEvaluator;
  private readonly seen: readonly Tour[];
  private readonly given: ReadonlyMap<string, readonly Shift[]>;
  private readonly judged: Uint8Array;

  constructor(private readonly prepared: PreparedProblem) {
    this.evaluator = createEvaluator(prepared.problem, { shifts: [] });
    this.seen = prepared.spaces.map(() => emptyTour(prepared.tourSize));
    this.given = groupByAgent(prepared.given);
    this.judged = new Uint8Array(prepared.problem.agents.length);
  }

  /** Judges the agents whose tours changed. `shouldLeave` is asked every few agents; the rest is then left to the next call. */
  follow(tours: readonly Tour[], shouldLeave: () => boolean = () => false): void {
    const changed: AgentShifts[] = [];
    for (let agent = 0; agent < this.judged.length; agent++) {
      if (!this.notice(tours, agent)) continue;
      const { id } = this.prepared.problem.agents[agent]!;
      changed.push({ agentId: id, shifts: shiftsOfAgent(this.prepared, tours, agent, this.given.get(id)) });
      if (changed.length < AGENTS_A_SLICE) continue;
      this.evaluator.replaceMany(changed.splice(0));
      if (shouldLeave()) return;
    }
    this.evaluator.replaceMany(changed);
  }

  evaluation(): Evaluation {
    return this.evaluator.evaluation();
  }

  roster(): Roster {
    return { shifts: this.prepared.problem.agents.flatMap(({ id }) => this.evaluator.shiftsOf(id)) };
  }

  /** Whether the agent's tours differ from those judged; they are the judged ones from now on. */
  private notice(tours: readonly Tour[], agent: number): boolean {
    const { unitFrom } = this.prepared;
    let differs = this.judged[agent] === 0;
    this.judged[agent] = 1;
    for (let unit = unitFrom[agent]!; unit < unitFrom[agent + 1]!; unit++) {
      if (sameShifts(tours[unit]!, this.seen[unit]!)) continue;
      copyTour(tours[unit]!, this.seen[unit]!);
      differs = true;
    }
    return differs;
  }
}

function sameShifts(a: Tour, b: Tour): boolean {
  return a.choice.every((choice, day) => choice === b.choice[day]) && a.places.every((at, i) => at === b.places[i]);
}
