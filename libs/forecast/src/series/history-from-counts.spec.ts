import { instantOfLocal } from '@yotei/time';
import { historyFromCounts, type CountColumns, type GatherOptions } from './history-from-counts.js';

type Row = readonly [on: string, minute: number, contacts: number, handleSeconds?: number];

function gather(rows: readonly Row[], options: Partial<GatherOptions> = {}) {
  const zone = options.zone ?? 'UTC';
  const at = Float64Array.from(rows, ([on, minute]) => instantOfLocal(on, minute, zone));
  const columns: CountColumns = {
    count: rows.length,
    at,
    contacts: Float64Array.from(rows, ([, , contacts]) => contacts),
    handleSeconds: Float64Array.from(rows, ([, , , seconds]) => seconds ?? Number.NaN),
  };
  return historyFromCounts(columns, { zone, stepMinutes: 60, rowMinutes: 30, absentIsZero: false, ...options });
}

const MONDAY = '2026-01-05';
const known = (values: Float64Array): [number, number][] =>
  [...values].flatMap((value, index) => (Number.isNaN(value) ? [] : [[index, value] as [number, number]]));

describe('a history gathered from counts', () => {
  it('sums shorter intervals, and takes an hour of which half is there as missing', () => {
    const { history, unusedRows } = gather([
      [MONDAY, 480, 3],
      [MONDAY, 510, 4],
      [MONDAY, 540, 9],
    ]);
    expect(known(history.days[0]!.contacts)).toEqual([[8, 7]]);
    expect(unusedRows).toBe(1);
  });

  it('misses nothing outside the hours given, and uses nothing there', () => {
    const isOpen = (weekday: number, minute: number) => weekday === 1 && minute >= 510 && minute < 600;
    const rows: Row[] = [
      [MONDAY, 480, 3],
      [MONDAY, 510, 4],
      [MONDAY, 540, 5],
      [MONDAY, 570, 6],
    ];
    // 08:00-08:30 is closed, so the hour from 08:00 is whole with 4
    expect(known(gather(rows, { isOpen }).history.days[0]!.contacts)).toEqual([
      [8, 4],
      [9, 11],
    ]);
  });

  it('tells a missing count from an absent row when absent rows are zero', () => {
    const rows: Row[] = [
      [MONDAY, 480, 3],
      [MONDAY, 540, Number.NaN],
      [MONDAY, 660, 5],
    ];
    expect(known(gather(rows, { absentIsZero: true }).history.days[0]!.contacts)).toEqual([
      [8, 3],
      [10, 0],
      [11, 5],
    ]);
  });

  it('learns the hours of single contacts from the days so far, so that a later day changes nothing before it', () => {
    const early: Row[] = [
      [MONDAY, 500, 1],
      [MONDAY, 615, 1],
    ];
    const later: Row[] = [...early, ['2026-01-12', 60, 1], ['2026-01-12', 1380, 1]];
    const alone = gather(early, { rowMinutes: null }).history.days[0];
    expect(known(alone!.contacts)).toEqual([
      [8, 1],
      [9, 0],
      [10, 1],
    ]);
    expect(gather(later, { rowMinutes: null }).history.days[0]).toEqual(alone);
  });

  it('scales handle time to all contacts of the interval, those of unknown length too', () => {
    const rows: Row[] = [
      [MONDAY, 480, 1, 100],
      [MONDAY, 481, 1, 200],
      [MONDAY, 482, 1],
      [MONDAY, 483, 1],
    ];
    // mean 150 s of the two known ones, for 4 contacts
    expect(gather(rows, { rowMinutes: null }).history.days[0]!.handleSeconds![8]).toBe(600);
  });

  it('makes whole days of any length, in order, and leaves out one with far fewer rows than its weekday had', () => {
    const day = (on: string, rows: number): Row[] =>
      Array.from({ length: rows }, (_, index) => [on, 60 * index, 2] as Row);
    const berlin = { zone: 'Europe/Berlin', stepMinutes: 1440, rowMinutes: 60 };
    // 2026-03-29 has 23 hours: 02:00 does not exist
    const rows = [...day('2026-03-22', 24), ...day('2026-03-29', 24).filter(([, minute]) => minute !== 120)];
    const { history, unusedRows } = gather([...rows, ...day('2026-04-05', 12)], berlin);
    expect(history).toMatchObject({ zone: 'UTC', stepMinutes: 1440 });
    expect(history.days.map(({ on, contacts }) => [on, contacts[0]])).toEqual([
      ['2026-03-22', 48],
      ['2026-03-29', 46],
    ]);
    expect(unusedRows).toBe(12);
  });
});
