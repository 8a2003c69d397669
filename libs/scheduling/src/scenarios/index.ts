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
