export * from './contact-record.js';
export { planningParameters, type PlanningParameters } from './planning-parameters.js';
export { type Estimate, type NotEnoughData, type Scarce } from './estimate.js';
export { type HandleTimeReport } from './handle-time/handle-time.js';
export { type Trend, type TrendCell } from './handle-time/trend.js';
export { type PatienceReport } from './patience/patience.js';
export { type PatienceValues } from './patience/patience-values.js';
export { type HazardBand } from './patience/hazard.js';
export { type SurvivalPoint } from './patience/survival-curve.js';
export { type OverdispersionReport } from './arrivals/overdispersion.js';
export { AgentPresence } from './activity/agent-presence.js';
export { turnaroundOf, type TurnaroundReport } from './activity/turnaround.js';
export { type ActivityHour, type ActivityReport } from './activity/activity.js';
export { type FittedDistribution } from './distributions/fit-distribution.js';
export { type DurationFamilyId } from './distributions/duration-families.js';
export {
  ContactCalibration,
  calibrateContacts,
  DEFAULT_CALIBRATION,
  type CalibrationOptions,
  type CalibrationReport,
} from './contact-calibration.js';
