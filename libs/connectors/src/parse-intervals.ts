import { findSource } from './catalogue.js';
import type { IntervalRecord, ReadOptions, Reject, RowReader } from './import-source.js';
import type { TextEncodingName } from './table/decode.js';
import { rowBatches, type Row } from './table/rows.js';

const BATCH_RECORDS = 5_000;

export interface ParseOptions extends ReadOptions {
  readonly sourceId: string;
  /** Told from the first bytes when absent. */
  readonly encoding?: TextEncodingName;
}

/** Some of a file's rows. Over all batches, `readCount` = rows accepted (alone or gathered) + rejects. */
export interface IntervalBatch {
  readonly records: readonly IntervalRecord[];
  readonly rejects: readonly Reject[];
  readonly readCount: number;
}

class Batcher {
  private records: IntervalRecord[] = [];
  private rejects: Reject[] = [];
  private readCount = 0;

  constructor(
    private readonly reader: RowReader,
    private readonly columns: ReadonlyMap<string, number>,
  ) {}

  add({ record, cells, raw }: Row): void {
    this.readCount += 1;
    if (!cells) {
      this.rejects.push({ record, column: '', code: 'broken-row', raw, message: 'a quote is opened and never closed' });
      return;
    }
    const value = (field: string) => cells[this.columns.get(field) ?? -1]?.trim() ?? '';
    const result = this.reader.read(value, record);
    if (result.kind === 'record') this.records.push(result.record);
    else if (result.kind === 'reject') this.rejects.push(result.reject);
  }

  /** Adds what the reader gathered over the whole file, telling after each whether the batch is full. */
  *finish(): Generator<void> {
    for (const record of this.reader.finish()) {
      this.records.push(record);
      yield;
    }
  }

  get isFull(): boolean {
    return this.records.length + this.rejects.length >= BATCH_RECORDS;
  }

  take(): IntervalBatch {
    const batch = { records: this.records, rejects: this.rejects, readCount: this.readCount };
    this.records = [];
    this.rejects = [];
    this.readCount = 0;
    return batch;
  }
}

function batcherOf(header: Row, options: ParseOptions): Batcher {
  const names = (header.cells ?? []).map((cell) => cell.trim());
  const columns = new Map<string, number>();
  for (const [field, column] of Object.entries(options.columnMap)) {
    const index = names.indexOf(column);
    if (index < 0) throw new Error(`column (${column}) must stand in the header; it holds ${names.join(', ')}`);
    columns.set(field, index);
  }
  return new Batcher(findSource(options.sourceId).reader(options), columns);
}

/**
 * The intervals of a file, in batches of at most about 5,000, with the rows left out and why. Batches hold the same
 * rows however the stream is cut. A row's interval that comes again is given again: the last one stands.
 * Throws for a column that the header does not hold.
 */
export async function* parseIntervals(
  chunks: AsyncIterable<Uint8Array | string>,
  options: ParseOptions,
): AsyncGenerator<IntervalBatch> {
  let batcher: Batcher | null = null;
  for await (const rows of rowBatches(chunks, options.encoding)) {
    for (const row of rows) {
      if (!batcher) {
        batcher = batcherOf(row, options);
        continue;
      }
      batcher.add(row);
      if (batcher.isFull) yield batcher.take();
    }
  }
  if (!batcher) return;
  for (const _ of batcher.finish()) {
    if (batcher.isFull) yield batcher.take();
  }
  yield batcher.take();
}
