export * from './import-source.js';
export { INTERVAL_SOURCES, findSource } from './catalogue.js';
export { previewSource, recogniseColumns, type SourcePreview } from './preview.js';
export { parseIntervals, type IntervalBatch, type ParseOptions } from './parse-intervals.js';
export { encodingOf, type TextEncodingName } from './table/decode.js';
export * from './states/state-preset.js';
export { STATE_PRESETS, findStatePreset } from './states/catalogue.js';
export {
  readStateEvents,
  type EventReject,
  type EventRejectCode,
  type StateBatch,
  type StateEvent,
} from './wire/state-events.js';
export {
  readIntervalActuals,
  type ActualReject,
  type ActualsBatch,
  type IntervalActual,
} from './wire/interval-actuals.js';
export { MOST_ENTRIES_PER_BATCH, type MalformedBatch } from './wire/wire-values.js';
export { withSilences, type Silence, type StateSpanRow } from './states/silences.js';
export { stateSeconds, type StateChange } from './states/state-seconds.js';
export {
  readMeasureFacts,
  type FactEntryReject,
  type FactEntryRejectCode,
  type FactsBatch,
  type WireFact,
} from './wire/measure-facts.js';
export {
  previewFactTable,
  readFactTable,
  type FactColumn,
  type FactReject,
  type FactTableOptions,
  type FactTableRead,
  type TableFact,
} from './facts/fact-table.js';
