import { readIntervalActuals } from './interval-actuals.js';

const NOW = Date.UTC(2026, 10, 18, 12);
const read = (...intervals: unknown[]) =>
  readIntervalActuals({ source: 'acd', intervals }, { now: NOW, oldest: Date.UTC(2025, 10, 1) });
const startAt = '2026-11-18T20:00:00+09:00';

describe('interval actuals', () => {
  it('are read with what is known; the rest is unknown, not nothing', () => {
    expect(read({ queue: 'Voice', startAt, offered: 12, answered: 0, handleSeconds: 3600.5 })).toEqual({
      kind: 'batch',
      source: 'acd',
      rejects: [],
      intervals: [
        {
          index: 0,
          queue: 'Voice',
          startAt: Date.UTC(2026, 10, 18, 11),
          offeredCount: 12,
          answeredCount: 0,
          answeredWithinCount: null,
          abandonedCount: null,
          abandonedWithinCount: null,
          waitSeconds: null,
          shortAbandonedCount: null,
          handleSeconds: 3600.5,
          backlogCount: null,
        },
      ],
    });
  });

  it.each([
    [{ startAt, offered: 1 }, 'missing-value'],
    [{ queue: 'Voice', startAt }, 'missing-value'],
    [{ queue: 'Voice', startAt: '2026-11-18T20:00', offered: 1 }, 'not-a-time'],
    [{ queue: 'Voice', startAt: NOW + 7_200_000, offered: 1 }, 'in-future'],
    [{ queue: 'Voice', startAt: 0, offered: 1 }, 'too-old'],
    [{ queue: 'Voice', startAt, offered: -1 }, 'not-a-number'],
    [{ queue: 'Voice', startAt, offered: '12' }, 'not-a-number'],
    [{ queue: 'V'.repeat(201), startAt, offered: 1 }, 'too-long'],
    [7, 'not-an-object'],
  ])('%j is left out: %s', (entry, code) =>
    expect(read(entry)).toMatchObject({ intervals: [], rejects: [{ index: 0, code }] }),
  );
});
