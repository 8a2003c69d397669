export * from './import-source.js';
export { INTERVAL_SOURCES, findSource } from './catalogue.js';
export { previewSource, recogniseColumns, type SourcePreview } from './preview.js';
export { parseIntervals, type IntervalBatch, type ParseOptions } from './parse-intervals.js';
export { encodingOf, type TextEncodingName } from './table/decode.js';
