import { parseIntervals, type IntervalRecord, type Reject } from '../../index.js';

async function* once(text: string) {
  yield text;
}

const columnMap = {
  arrived_at: 'created_at',
  queue: 'queue',
  answered_at: 'answered_at',
  abandoned_at: 'abandoned_at',
  handle_seconds: 'handle',
};

async function readAll(text: string) {
  const records: IntervalRecord[] = [];
  const rejects: Reject[] = [];
  let readCount = 0;
  for await (const batch of parseIntervals(once(text), {
    sourceId: 'contact-csv',
    columnMap,
    zone: 'Asia/Tokyo',
    intervalMinutes: 30,
  })) {
    records.push(...batch.records);
    rejects.push(...batch.rejects);
    readCount += batch.readCount;
  }
  return { records, rejects, readCount };
}

describe('contact-csv', () => {
  it('gathers contacts into intervals of their queue, counting answers within 20 s', async () => {
    const { records } = await readAll(
      [
        'created_at,queue,answered_at,abandoned_at,handle',
        '2026-11-04 09:01:00,ja,2026-11-04 09:01:20,,180',
        '2026-11-04 09:29:59,ja,2026-11-04 09:30:25,,120',
        '2026-11-04 09:10:00,ja,,2026-11-04 09:11:00,',
        '2026-11-04 09:30:00,ja,2026-11-04 09:30:01,,60',
        '',
      ].join('\n'),
    );
    expect(records).toMatchObject([
      // 20 s counts as within, 26 s does not; 180 + 120 s
      {
        startAt: Date.UTC(2026, 10, 4, 0, 0),
        offeredCount: 3,
        answeredCount: 2,
        answeredWithinCount: 1,
        abandonedCount: 1,
        handleSeconds: 300,
      },
      {
        startAt: Date.UTC(2026, 10, 4, 0, 30),
        offeredCount: 1,
        answeredCount: 1,
        answeredWithinCount: 1,
        abandonedCount: 0,
        handleSeconds: 60,
      },
    ]);
  });

  it('leaves out a contact without arrival and says where', async () => {
    const { records, rejects, readCount } = await readAll('created_at,queue,answered_at,abandoned_at,handle\n,ja,,,\n');
    expect(records).toEqual([]);
    expect(readCount).toBe(1);
    expect(rejects).toMatchObject([{ record: 2, column: 'created_at', code: 'missing-value', raw: '' }]);
  });
});
