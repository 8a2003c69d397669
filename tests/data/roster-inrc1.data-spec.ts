import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithData, SHARED_DATA } from '../kit/shared-data.js';
import { parseInrc1, type Inrc1Instance } from '../peers/inrc1/instance.js';
import { scoreInrc1 } from '../peers/inrc1/score.js';

const folder = join(SHARED_DATA, 'inrc1');
const instanceOf = (name: string): Inrc1Instance => parseInrc1(readFileSync(join(folder, `${name}.txt`), 'utf8'));
const idle = ({ employees, days }: Inrc1Instance) => employees.map(() => new Array<string | null>(days).fill(null));

/** Parts of one employee who works these days of sprint01 and all others rest; less what resting alone costs. */
function partsOf(work: Readonly<Record<number, string>>, employee = 0) {
  const instance = instanceOf('sprint01');
  const roster = idle(instance);
  for (const [day, shift] of Object.entries(work)) roster[employee]![Number(day)] = shift;
  const base = scoreInrc1(instance, idle(instance)).parts;
  const { parts } = scoreInrc1(instance, roster);
  return Object.fromEntries(
    Object.entries(parts).flatMap(([part, cost]) => (cost === base[part] ? [] : [[part, cost - base[part]!]])),
  );
}

describeWithData('inrc1', 'rosters of the first nurse rostering competition', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))('%s is read whole', (file) => {
    const { id, days, employees, shifts, cover, requests } = parseInrc1(readFileSync(join(folder, file), 'utf8'));
    const isSprint = file.startsWith('sprint');
    expect([id, days, shifts.length, employees.length]).toEqual([file.replace('.txt', ''), 28, 4, isSprint ? 10 : 31]);
    expect(requests.length).toBeGreaterThan(0);
    expect(Math.min(...cover.map((asked) => asked.get('E')!))).toBeGreaterThan(0);
  });

  it('cost nothing but what is not worked when everybody rests', () => {
    const { parts, breaches } = scoreInrc1(instanceOf('sprint01'), idle(instanceOf('sprint01')));
    // Least assignments 9, 6, 4 and 8 of 4, 2, 2 and 2 employees; 28 days off, 7 (5, 7, 20) allowed in a row.
    expect(parts).toMatchObject({
      assignments: 4 * 9 + 2 * 6 + 2 * 4 + 2 * 8,
      freeRows: 4 * 21 + 2 * 23 + 2 * 21 + 2 * 8,
    });
    expect(breaches).toHaveLength(28 * 4);
  });

  it('count a night before a weekend off where the contract does', () => {
    const instance = instanceOf('sprint_late01');
    const roster = idle(instance);
    roster[0]![7] = 'N'; // a Friday
    expect(scoreInrc1(instance, roster).parts['nightsBeforeFreeWeekends']).toBe(1);
    roster[0]![9] = 'E';
    expect(scoreInrc1(instance, roster).parts['nightsBeforeFreeWeekends']).toBe(0);
  });

  // Day 0 is Friday 1 January 2010; employee 0 is full time, at least two days and at most eight in a row, 9 to 16 in all.
  it.each([
    ['one day alone, a Tuesday', { 4: 'E' }, { assignments: -1, workRows: 1, freeRows: -21 + 16 }],
    // The other Saturday is wished free, as is the Friday: employee 0 wishes days 0, 1, 3, 4, 6, 7, 14, 15, 24, 26 free.
    [
      'half a weekend',
      { 8: 'E' },
      { assignments: -1, workRows: 1, freeRows: -21 + 1 + 12, completeWeekends: 1, identicalWeekends: 1, patterns: 1 },
    ],
    [
      'a weekend of two kinds',
      { 8: 'E', 9: 'N' },
      { assignments: -2, freeRows: -21 + 1 + 11, identicalWeekends: 2, patterns: 1 },
    ],
    ['late before day', { 11: 'L', 12: 'D' }, { assignments: -2, freeRows: -21 + 4 + 8, patterns: 1 }],
  ])('count %s', (_name, work, expected) => {
    const { requests: _requests, ...parts } = partsOf(work);
    expect(parts).toEqual(expected);
  });
});
