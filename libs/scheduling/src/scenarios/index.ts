export { answerScenario, createScenarioRun } from './answer-scenario.js';
export { applyScenario } from './apply-scenario.js';
export type { AnswerOptions } from './answer-base.js';
export type * from './change-kind.js';
export { CHANGE_KINDS, findChangeKind, SCENARIO_CHANGE_KINDS } from './changes/catalogue.js';
export { agentsOn, paidAgentsOn } from './people.js';
export type * from './scenario-answer.js';
export type * from './scenario-base.js';
export type * from './scenario-change.js';
export {
  SCENARIO_FILE_FORMAT,
  scenarioBaseFromFile,
  scenarioBaseToFile,
  type ReadScenarioBase,
} from './scenario-file.js';
export { changesInWords } from './words/changes-in-words.js';
export { comparisonInWords, type ComparedScenario } from './words/comparison-in-words.js';
export { botBreakEven, type BotBreakEven } from './inverse/bot-break-even.js';
export { dearestHours, type HourOfWeek } from './inverse/dearest-hours.js';
export { heldVolume, type HeldVolume } from './inverse/held-volume.js';
export type { AddedAgents } from './inverse/hours-to-goal.js';
export { oneMoreAgent, type OneMoreAgent } from './inverse/one-more-agent.js';
export {
  pooledRequirement,
  type PooledAnswer,
  type PooledGroup,
  type PooledQueue,
  type PooledRequirement,
} from './inverse/pooled-requirement.js';
export {
  tornado,
  usualAssumptions,
  type Assumption,
  type Tornado,
  type TornadoBar,
  type TornadoMeasure,
} from './inverse/tornado.js';
export { waysToGoal, type WaysToGoal, type WayToGoal } from './inverse/ways-to-goal.js';
