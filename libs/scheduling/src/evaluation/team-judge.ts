import type { RosterProblem, Shift } from '../roster/index.js';
import { activeTeamRules, judgeTeamRule, type ActiveTeamRule, type TeamBreach } from '../rules/index.js';
import { COST_UNIT } from './coverage-state.js';

/** What rules across agents say about the whole roster. */
export interface TeamVerdict {
  /** In the order of the settings, then by instant. */
  readonly breaches: readonly TeamBreach[];
  readonly hardBreaches: number;
  /** Cost of breaches of rules set to `prefer`, in millionths. */
  readonly micros: number;
}

interface Judged {
  readonly rule: ActiveTeamRule;
  breaches: readonly TeamBreach[] | null;
}

const NO_BREACH: TeamVerdict = { breaches: [], hardBreaches: 0, micros: 0 };

/** The rules across agents kept judged while shifts come and go: only settings that look at the agent are asked again. */
export class TeamJudge {
  private readonly judged: readonly Judged[];
  private known: TeamVerdict | null = null;

  constructor(
    problem: RosterProblem,
    private readonly shiftsOf: (agentId: string) => readonly Shift[],
  ) {
    this.judged = activeTeamRules(problem).map((rule) => ({ rule, breaches: null }));
    if (this.judged.length === 0) this.known = NO_BREACH;
  }

  /** To be called after the agent's shifts changed. */
  changed(agentId: string): void {
    for (const one of this.judged) {
      if (!one.rule.agentIds.has(agentId)) continue;
      one.breaches = null;
      this.known = null;
    }
  }

  verdict(): TeamVerdict {
    this.known ??= this.judge();
    return this.known;
  }

  private judge(): TeamVerdict {
    let [hardBreaches, micros] = [0, 0];
    const breaches = this.judged.flatMap((one) => {
      one.breaches ??= judgeTeamRule(one.rule, this.shiftsOf);
      const { level, weight = 1 } = one.rule.setting;
      if (level === 'must') hardBreaches += one.breaches.length;
      else for (const { amount } of one.breaches) micros += Math.round(amount * weight * COST_UNIT);
      return one.breaches;
    });
    return { breaches, hardBreaches, micros };
  }
}
