export * from './measure-catalogue.js';
export * from './peer-range.js';
export * from './plan-counts.js';
export * from './planned-hard-minutes.js';
export * from './planned-load.js';
export * from './team-bands.js';
export * from './worked-load.js';
export * from './worked-view.js';
export type {
  MeasureAnswer,
  MeasurePart,
  MeasureUnit,
  MissingGround,
  PeerCounts,
  PersonView,
  ShiftChange,
  ShiftNotice,
  WellbeingMeasure,
  WorkLoad,
} from './wellbeing-measure.js';
