export { independentGroups, type AgentGroup } from './agent-groups.js';
export { joinParts, joinRosters, type JoinedRoster } from './join-rosters.js';
export { partProblem, type RosterPart } from './roster-part.js';
export { splitProblem, type ProblemSplit, type SplitBy, type SplitLoss } from './split-problem.js';
