import { parseIntervals, type IntervalRecord, type ParseOptions, type Reject } from '../../index.js';

async function* once(text: string | Uint8Array) {
  yield text;
}

async function readAll(text: string | Uint8Array, options: Partial<ParseOptions> = {}) {
  const records: IntervalRecord[] = [];
  const rejects: Reject[] = [];
  let readCount = 0;
  const columnMap = { start: 'start', queue: 'queue', offered: 'offered' };
  for await (const batch of parseIntervals(once(text), {
    sourceId: 'interval-csv',
    columnMap,
    zone: 'Europe/Berlin',
    intervalMinutes: 15,
    ...options,
  })) {
    records.push(...batch.records);
    rejects.push(...batch.rejects);
    readCount += batch.readCount;
  }
  return { records, rejects, readCount };
}

describe('interval-csv', () => {
  it('reads local times in the zone and instants with an offset as they stand', async () => {
    const { records, rejects } = await readAll(
      'start,queue,offered\n2025-01-08 09:00,sales,12\n2025-01-08T09:15:00Z,sales,3\n',
    );
    expect(rejects).toEqual([]);
    expect(records.map((r) => [r.startAt, r.offeredCount])).toEqual([
      [Date.UTC(2025, 0, 8, 8, 0), 12], // 09:00 in Berlin is 08:00 UTC
      [Date.UTC(2025, 0, 8, 9, 15), 3],
    ]);
  });

  it('names record, column, reason and raw text of a row it leaves out, and goes on', async () => {
    const { records, rejects, readCount } = await readAll(
      'start,queue,offered\n,sales,1\n2025-01-08 09:00,sales,many\n2025-01-08 09:00,sales,-2\n2025-01-08 09:07,sales,2\n2025-02-30 09:00,sales,2\n2025-01-08 09:00,sales,2\n',
    );
    expect(records).toHaveLength(1);
    expect(readCount).toBe(6);
    expect(rejects.map(({ record, column, code, raw }) => [record, column, code, raw])).toEqual([
      [2, 'start', 'missing-value', ''],
      [3, 'offered', 'not-a-number', 'many'],
      [4, 'offered', 'negative-number', '-2'],
      [5, 'start', 'not-on-interval', '2025-01-08 09:07'],
      [6, 'start', 'not-a-time', '2025-02-30 09:00'],
    ]);
  });

  it('reports the hour a clock change skips and the one it repeats, unless told which is meant', async () => {
    const text = 'start,queue,offered\n2025-03-30 02:30,q,1\n2025-10-26 02:30,q,1\n';
    const { rejects } = await readAll(text);
    expect(rejects.map((r) => r.code)).toEqual(['nonexistent-local-time', 'ambiguous-local-time']);
    expect((await readAll(text, { ambiguous: 'earlier' })).records[0]!.startAt).toBe(Date.UTC(2025, 9, 26, 0, 30));
    expect((await readAll(text, { ambiguous: 'later' })).records[0]!.startAt).toBe(Date.UTC(2025, 9, 26, 1, 30));
  });

  it('turns a mean handle time into a total over the answered contacts', async () => {
    const columnMap = { start: 't', offered: 'n', answered: 'a', handle_seconds: 'aht' };
    const { records } = await readAll('t;n;a;aht\n2025-01-08 09:00;12;10;200\n', { columnMap, defaultQueue: 'sales' });
    expect(records[0]).toMatchObject({ queue: 'sales', handleSeconds: 2000, answeredCount: 10 }); // 10 x 200
  });

  it('takes the total where a file tells total and mean', async () => {
    const columnMap = { start: 't', offered: 'n', handle_seconds: 'aht', total_handle_seconds: 'sum' };
    const { records } = await readAll('t,n,aht,sum\n2025-01-08 09:00,12,200,2345\n', { columnMap });
    expect(records[0]).toMatchObject({ handleSeconds: 2345 });
  });

  it('reads Japanese spreadsheets in Shift_JIS with Japanese headers', async () => {
    // "日時,件数\n2025/1/8 9:00,5\n" in Shift_JIS
    const bytes = Uint8Array.from([
      0x93,
      0xfa,
      0x8e,
      0x9e,
      0x2c,
      0x8c,
      0x8f,
      0x90,
      0x94,
      0x0a,
      ...Buffer.from('2025/1/8 9:00,5\n'),
    ]);
    const { records } = await readAll(bytes, { columnMap: { start: '日時', offered: '件数' }, zone: 'Asia/Tokyo' });
    expect(records).toMatchObject([{ startAt: Date.UTC(2025, 0, 8, 0, 0), offeredCount: 5 }]);
  });

  it('refuses a column that the header does not hold, naming what it holds', async () => {
    await expect(readAll('start,offered\n', { columnMap: { start: 'begin' } })).rejects.toThrow(
      'column (begin) must stand in the header; it holds start, offered',
    );
  });
});
