import { DateTime } from 'luxon';
import { localMinuteOfDay } from './index.js';

const HOUR = 3_600_000;
const COUNT = 200_000;

function millisOf(work: (at: number) => number): number {
  const startedAt = performance.now();
  let sum = 0;
  for (let i = 0; i < COUNT; i += 1) sum += work(Date.UTC(2026, 0, 1) + (i % 8760) * HOUR);
  if (!Number.isFinite(sum)) throw new Error('the benchmark computed nothing');
  return performance.now() - startedAt;
}

/** Wall-clock minute of an instant, against the same answer by luxon alone. */
export async function bench() {
  const ours = millisOf((at) => localMinuteOfDay(at, 'Europe/Dublin'));
  const peer = millisOf((at) => {
    const local = DateTime.fromMillis(at, { zone: 'Europe/Dublin' });
    return local.hour * 60 + local.minute;
  });
  return [
    {
      name: 'local minute of day',
      value: (COUNT / ours) * 1000,
      unit: 'a second',
      ratio: peer / ours,
      against: 'luxon alone',
    },
  ];
}
