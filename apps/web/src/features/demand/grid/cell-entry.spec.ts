import { readEntry } from './cell-entry.js';

describe('what is typed into a cell', () => {
  it.each([
    ['120', 120],
    ['=120', 120],
    ['1,234.5', 1234.5],
    ['１２０', 120],
    ['+5', 45],
    ['-5', 35],
    ['−50', 0],
    ['.5', 0.5],
  ])('%s on 40 is %d', (text, value) => {
    expect(readEntry(text, 40)).toEqual({ kind: 'value', value });
  });

  it('may be a percentage', () => {
    expect(readEntry('+10%', 40)).toEqual({ kind: 'percent', percent: 10, value: 44 });
    expect(readEntry('−25％', 40)).toEqual({ kind: 'percent', percent: -25, value: 30 });
  });

  it('is refused when it cannot be read, and nothing is done for an empty cell', () => {
    for (const text of ['abc', '10%', '12a', '--5', '1e5', '-101%', '='])
      expect(readEntry(text, 40)).toEqual({ kind: 'unreadable' });
    expect(readEntry('  ', 40)).toEqual({ kind: 'nothing' });
  });
});
