import fc from 'fast-check';
import { parseIntervals, type IntervalBatch } from './index.js';

const cell = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '2026-11-04 09:00',
      '2026-11-04 09:15',
      '2026/11/4 9:30',
      '12',
      '7.5',
      'sales',
      '受付',
      '',
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom('"quoted, with comma"', '"a ""quote"" inside"', '"two\nlines"') },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }).map((text) => text.replace(/["\r\n,]/g, ' ')) },
);
const table = fc
  .array(fc.tuple(cell, cell, cell), { maxLength: 30 })
  .map((rows) => ['start,queue,offered', ...rows.map((row) => row.join(','))].join('\n') + '\n');

async function* cut(text: string, sizes: readonly number[]) {
  const bytes = new TextEncoder().encode(text);
  let from = 0;
  for (let i = 0; from < bytes.length; i += 1) {
    const size = sizes[i % sizes.length]!;
    yield bytes.subarray(from, from + size);
    from += size;
  }
}

async function readAll(text: string, sizes: readonly number[]) {
  const columnMap = { start: 'start', queue: 'queue', offered: 'offered' };
  const batches: IntervalBatch[] = [];
  for await (const batch of parseIntervals(cut(text, sizes), {
    sourceId: 'interval-csv',
    columnMap,
    zone: 'Asia/Tokyo',
    intervalMinutes: 15,
    encoding: 'utf-8',
  }))
    batches.push(batch);
  return {
    records: batches.flatMap((b) => b.records),
    rejects: batches.flatMap((b) => b.rejects),
    readCount: batches.reduce((sum, b) => sum + b.readCount, 0),
  };
}

describe('reading a file, whatever it holds', () => {
  it('accepts or rejects every row it reads', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (text) => {
        const { records, rejects, readCount } = await readAll(text, [1000]);
        expect(records.length + rejects.length).toBe(readCount);
      }),
    );
  });

  it('gives the same rows however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
        async (text, sizes) => {
          expect(await readAll(text, sizes)).toEqual(await readAll(text, [1 << 20]));
        },
      ),
    );
  });

  it('loses one row, not the file, to a quote that is never closed', async () => {
    const text = 'start,queue,offered\n2026-11-04 09:00,"open,1\n2026-11-04 09:15,sales,2\n';
    const { records, rejects } = await readAll(text, [7]);
    expect(rejects).toMatchObject([{ record: 2, code: 'broken-row' }]);
    expect(records).toMatchObject([{ queue: 'sales', offeredCount: 2 }]);
  });
});
