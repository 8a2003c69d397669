export * from './import-source.js';
export { INTERVAL_SOURCES, findSource } from './catalogue.js';
export { previewSource, recogniseColumns, type SourcePreview } from './preview.js';
export { parseIntervals, type IntervalBatch, type ParseOptions } from './parse-intervals.js';
export { encodingOf, type TextEncodingName } from './table/decode.js';
export * from './states/state-preset.js';
export { STATE_PRESETS, findStatePreset } from './states/catalogue.js';
export {
  MOST_EVENTS_PER_BATCH,
  readStateEvents,
  type EventReject,
  type EventRejectCode,
  type MalformedBatch,
  type StateBatch,
  type StateEvent,
} from './states/state-events.js';
