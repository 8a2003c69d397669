export type { ConflictMember } from './explain/conflict-members.js';
export type { InfeasibleAgent } from './explain/infeasible.js';
export * from './optimise.js';
export { assistRoster, optimiseRoster, optimiseWithRules } from './optimise-roster.js';
export { shortHourPrice } from './short-hour-price.js';
export { planningFaults } from './planning-faults.js';
export {
  assistOverPorts,
  startTeam,
  teamPorts,
  type AssistInput,
  type ReceiveFrom,
  type TeamMeans,
  type TeamPort,
  type TeamSettings,
} from './threads/port-team.js';
export {
  hasLeft,
  leaveTeam,
  teamMemory,
  threadTeam,
  type TeamChannel,
  type ThreadTeam,
} from './threads/thread-team.js';
export {
  replaceBreaks,
  type MovedBreaks,
  type ReplaceBreaksOptions,
  type ReplacedBreaks,
} from './breaks/replace-breaks.js';
export * from './split/index.js';
