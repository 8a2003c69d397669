import { movedRange, rectOf, type CellRange } from './cell-selection.js';
import { filled, fromClipboard, pasted, toClipboard } from './cell-text.js';

const size = { rows: 10, columns: 5, pageRows: 4 };
const at = (row: number, column: number): CellRange => ({ anchor: { row, column }, head: { row, column } });
const key = (name: string, held: Partial<{ shiftKey: boolean; ctrlKey: boolean }> = {}) => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});
const textOf = ({ row, column }: { row: number; column: number }) => `${row}.${column}`;

describe('moving through a grid', () => {
  it('stays inside, jumps with Ctrl, extends with Shift', () => {
    expect(movedRange(at(0, 0), key('ArrowUp'), size)).toEqual(at(0, 0));
    expect(movedRange(at(3, 2), key('PageDown'), size)).toEqual(at(7, 2));
    expect(movedRange(at(3, 2), key('ArrowDown', { ctrlKey: true }), size)).toEqual(at(9, 2));
    const extended = movedRange(at(3, 2), key('ArrowLeft', { shiftKey: true }), size)!;
    expect(rectOf(extended)).toEqual({ top: 3, left: 1, bottom: 3, right: 2 });
    expect(movedRange(at(3, 2), key('a'), size)).toBeNull();
  });
});

describe('the clipboard of a grid', () => {
  const rect = { top: 1, left: 1, bottom: 2, right: 2 };

  it('writes what a spreadsheet reads, and reads it back', () => {
    const text = toClipboard(rect, textOf);
    expect(text).toBe('1.1\t1.2\n2.1\t2.2');
    expect(fromClipboard(`${text.replace('\n', '\r\n')}\r\n`)).toEqual([
      ['1.1', '1.2'],
      ['2.1', '2.2'],
    ]);
  });

  it('fills a selection with one value, repeats a block that fits, cuts one that does not', () => {
    expect(pasted([['7']], rect, size).map(({ text }) => text)).toEqual(['7', '7', '7', '7']);
    expect(pasted([['a'], ['b']], rect, size).map(({ text }) => text)).toEqual(['a', 'a', 'b', 'b']);
    const corner = { top: 9, left: 4, bottom: 9, right: 4 };
    expect(
      pasted(
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        corner,
        size,
      ),
    ).toEqual([{ row: 9, column: 4, text: 'a' }]);
  });

  it('fills down and right from the first row and column', () => {
    expect(filled(rect, 'down', textOf)).toEqual([
      { row: 2, column: 1, text: '1.1' },
      { row: 2, column: 2, text: '1.2' },
    ]);
    expect(filled(rect, 'right', textOf).map(({ text }) => text)).toEqual(['1.1', '2.1']);
    expect(filled({ ...rect, bottom: 1 }, 'down', textOf)).toEqual([]);
  });
});
