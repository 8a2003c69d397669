import type { AgentSelector } from './agent-selector.js';
import type { RuleLevel, RuleParameters } from './roster-problem.js';

/**
 * A rule across agents switched on: whom it is about and when. What it asks is the catalogue's (`rules/team`): for
 * example `minimum-on-duty` with `{ agents: 1 }` and senior agents of a team.
 */
export interface TeamRuleSetting {
  /** Of this setting; one rule may be set several times. */
  readonly id: string;
  readonly title?: string;
  readonly ruleId: string;
  readonly level: RuleLevel;
  readonly parameters?: RuleParameters;
  /** Cost of one unit of the breach amount when `prefer`. */
  readonly weight?: number;
  readonly who: AgentSelector;
  /** For rules that join two sets of agents, such as `pairing`: the other set. */
  readonly partners?: AgentSelector;
  /** ISO weekdays (1 = Monday) judged; absent = all. */
  readonly weekdays?: readonly number[];
  /**
   * Wall-clock minutes of the problem's zone, `untilMinute` past 1440 over midnight. Absent: the whole day, or for
   * `minimum-on-duty` the slots in which some queue asks for agents.
   */
  readonly fromMinute?: number;
  readonly untilMinute?: number;
}
