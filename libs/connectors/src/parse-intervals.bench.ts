import { parse } from 'csv-parse/sync';
import { parseIntervals } from './index.js';

const ROWS = 1_000_000;
const BLOCK_ROWS = 2_000;

/** Blocks of a file of a million invented intervals, made as they are read. */
async function* file(rows: number) {
  yield 'start,queue,offered,total_handle_seconds\n';
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    let block = '';
    for (let i = from; i < from + BLOCK_ROWS; i += 1) {
      const at = new Date(Date.UTC(2000, 0, 1) + i * 900_000).toISOString().slice(0, 16).replace('T', ' ');
      block += `${at},queue ${i % 5},${i % 97},${(i % 97) * 180}\n`;
    }
    yield block;
  }
}

/** Rows a second through the whole reader, against the CSV library alone on the same text. */
export async function bench({ quick }: { quick: boolean }) {
  const rows = quick ? ROWS / 10 : ROWS;
  let startedAt = performance.now();
  for await (const text of file(rows)) parse(text);
  const peer = performance.now() - startedAt;
  startedAt = performance.now();
  let read = 0;
  let peak = 0;
  const columnMap = {
    start: 'start',
    queue: 'queue',
    offered: 'offered',
    total_handle_seconds: 'total_handle_seconds',
  };
  for await (const batch of parseIntervals(file(rows), {
    sourceId: 'interval-csv',
    columnMap,
    zone: 'Asia/Tokyo',
    intervalMinutes: 15,
  })) {
    read += batch.readCount;
    peak = Math.max(peak, process.memoryUsage().heapUsed);
  }
  const ours = performance.now() - startedAt;
  if (read !== rows) throw new Error(`${read} of ${rows} rows were read`);
  return [
    {
      name: `${rows} interval rows read`,
      value: (rows / ours) * 1000,
      unit: 'rows/s',
      ratio: ours / peer,
      against: 'time of csv-parse alone',
    },
    { name: 'heap while reading, at most', value: peak / 1024 ** 2, unit: 'MB' },
  ];
}
