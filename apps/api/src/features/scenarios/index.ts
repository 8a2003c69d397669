export type { ScenarioRange } from './base/base-range.js';
export { ScenariosService, type NewScenario } from './scenarios.service.js';
export { ScenarioBaseService, type BaseResult, type BuiltBase } from './base/scenario-base.service.js';
