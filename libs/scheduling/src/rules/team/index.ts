export { findTeamRule, TEAM_RULES } from './catalogue.js';
export { activeTeamRules, judgeTeamRule, type ActiveTeamRule } from './evaluate-team.js';
export { clockTime, teamScope, teamView, type TeamScope } from './team-view.js';
export { teamRuleFaults } from './team-rule-faults.js';
export type * from './team-rule.js';
export { stretchFindings } from './duty-count.js';
export { teamValue } from './team-parts.js';
