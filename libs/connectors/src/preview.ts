import { MINUTE_MILLIS } from '@yotei/time';
import { INTERVAL_SOURCES } from './catalogue.js';
import type { ColumnMap, ImportSource } from './import-source.js';
import { readInstant } from './table/cell-values.js';
import { delimiterOf, type Delimiter } from './table/delimiter.js';
import { parseCells } from './table/rows.js';

const SAMPLE_ROWS = 20;

/** What the head of a file tells before it is loaded. */
export interface SourcePreview {
  readonly sourceId: string;
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  /** Field -> column, for the fields whose column was recognised. */
  readonly columnMap: ColumnMap;
  /** Shortest step between the sample's starts, minutes; null when it cannot be told. */
  readonly intervalMinutes: number | null;
  readonly sampleRows: readonly (readonly string[])[];
  /** Plain sentences; a file with problems can still be loaded once its columns are chosen. */
  readonly problems: readonly string[];
}

const bare = (name: string) => name.toLowerCase().replace(/[\s_\-()]/g, '');

/** Field -> column for each field whose name stands in the header. */
export function recogniseColumns(source: ImportSource, header: readonly string[]): ColumnMap {
  const map: Record<string, string> = {};
  for (const field of source.fields) {
    const column = header.find((name) => bare(name) === bare(field.id) || field.names.includes(bare(name)));
    if (column !== undefined && !Object.values(map).includes(column)) map[field.id] = column;
  }
  return map;
}

function missingFields(source: ImportSource, map: ColumnMap): string[] {
  return source.fields.filter((field) => field.required && !map[field.id]).map((field) => field.id);
}

function stepMinutes(starts: readonly string[]): number | null {
  const ats = starts.flatMap((text) => {
    const found = readInstant(text, { columnMap: {}, zone: 'UTC', ambiguous: 'earlier' });
    return found.kind === 'value' ? [found.value] : [];
  });
  const sorted = [...new Set(ats)].sort((a, b) => a - b);
  const steps = sorted.slice(1).map((at, i) => (at - sorted[i]!) / MINUTE_MILLIS);
  const least = Math.min(...steps);
  return Number.isFinite(least) && Number.isInteger(least) && 1440 % least === 0 ? least : null;
}

/**
 * Recognises a file by its first lines (some kilobytes; a cut last line is left out). The source with the fewest
 * required columns missing is taken, the first of the catalogue among equals. An empty text names itself a problem.
 */
export function previewSource(headText: string, options: { sourceId?: string; isWhole?: boolean } = {}): SourcePreview {
  const text = headText.replace(/^\uFEFF/, '');
  const whole = options.isWhole ? text : text.slice(0, text.lastIndexOf('\n') + 1) || text;
  const delimiter = delimiterOf(whole.split(/\r?\n/, 1)[0] ?? '');
  const [header = [], ...rows] = parseCells(whole, delimiter).map((cells) => cells.map((cell) => cell.trim()));
  const candidates = INTERVAL_SOURCES.filter((source) => !options.sourceId || source.id === options.sourceId);
  const ranked = candidates
    .map((source) => ({ source, columnMap: recogniseColumns(source, header) }))
    .sort((a, b) => missingFields(a.source, a.columnMap).length - missingFields(b.source, b.columnMap).length);
  const { source, columnMap } = ranked[0]!;
  const problems = missingFields(source, columnMap).map((field) => `no column was recognised for ${field}; choose one`);
  if (header.length === 0) problems.unshift('the file is empty');
  else if (rows.length === 0) problems.unshift('the file has a header but no rows');
  const startColumn = source.hasIntervals ? header.indexOf(columnMap['start'] ?? '') : -1;
  return {
    sourceId: source.id,
    delimiter,
    header,
    columnMap,
    intervalMinutes: startColumn < 0 ? null : stepMinutes(rows.map((row) => row[startColumn] ?? '')),
    sampleRows: rows.slice(0, SAMPLE_ROWS),
    problems,
  };
}
