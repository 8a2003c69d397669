import { exclusion } from './exclusion.team-rule.js';
import { maximumOff } from './maximum-off.team-rule.js';
import { maximumOnDuty } from './maximum-on-duty.team-rule.js';
import { minimumOnDuty } from './minimum-on-duty.team-rule.js';
import { pairing } from './pairing.team-rule.js';
import { sameStart } from './same-start.team-rule.js';
import type { TeamRule } from './team-rule.js';

/** Every rule across agents. One line a rule. */
export const TEAM_RULES: readonly TeamRule[] = [
  minimumOnDuty,
  maximumOnDuty,
  maximumOff,
  pairing,
  exclusion,
  sameStart,
];

const byId = new Map(TEAM_RULES.map((rule) => [rule.id, rule]));

/** The rule across agents with that id, or undefined. */
export function findTeamRule(id: string): TeamRule | undefined {
  return byId.get(id);
}
