import fc from 'fast-check';
import { boardFixture } from '../../../../../../tests/kit/board-fixture.js';
import { cellsOf, formatShift, formatTable } from './clipboard.js';
import { entryWords, layEntry } from './entry-shift.js';
import { enterCells } from './gestures/enter-cells.gesture.js';
import { placedOf } from './tiling.js';
import { readEntry } from './typed-entry.js';

const model = boardFixture({ agentCount: 12, seed: 5 });
const words = entryWords(model, []);
const shifts = model.shifts.flat();
let serial = 0;
const options = {
  verb: 'paste' as const,
  words,
  templatesOf: () => [],
  fill: false,
  newId: () => `new-${serial++}`,
};

describe('typed entry, for any text', () => {
  it('reads back every shift as it is written', () => {
    fc.assert(
      fc.property(fc.nat(shifts.length - 1), (index) => {
        const shift = shifts[index]!;
        const entry = readEntry(formatShift(model, shift), words);
        if (entry.kind !== 'shift') throw new Error(JSON.stringify(entry));
        const day = model.days.findIndex((one) => shift.start < one.start + one.length);
        const laid = layEntry(model, entry.shift, { day, templates: [], fill: false });
        expect(laid).toEqual({
          start: shift.start,
          length: shift.length,
          templateId: null,
          placed: placedOf(shift, model.baseType),
        });
      }),
    );
  });

  it('never throws, and names a part of the text when it cannot read it', () => {
    const pieces = fc.constantFrom(
      '9',
      '17',
      '-',
      ' ',
      'lunch',
      '昼',
      '12',
      '+45',
      ';',
      '時',
      ':',
      '30',
      'zz',
      '〜',
      'm',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const entry = readEntry(text, words);
        if (entry.kind === 'unreadable') expect(text.normalize('NFKC').toLowerCase()).toContain(entry.at);
        if (entry.kind !== 'shift') return;
        const { fromMinute, untilMinute, activities } = entry.shift;
        expect(fromMinute).toBeGreaterThanOrEqual(0);
        expect(fromMinute).toBeLessThan(1440);
        expect(untilMinute - fromMinute).toBeGreaterThan(0);
        expect(untilMinute - fromMinute).toBeLessThanOrEqual(1440);
        for (const { atMinute, lengthMinutes } of activities) {
          expect(atMinute).toBeGreaterThanOrEqual(fromMinute);
          expect(atMinute + (lengthMinutes ?? 1)).toBeLessThanOrEqual(untilMinute);
        }
      }),
    );
  });

  it('pastes a copied table of any size over other agents as the same work', () => {
    const days = [0, 1, 2, 3, 4, 5, 6];
    fc.assert(
      fc.property(fc.nat(5), fc.nat(5), (from, to) => {
        const text = formatTable(model, { agents: [from], days });
        const agent = 6 + to;
        const cells = cellsOf(text)[0]!.map((cell, day) => ({ agent, day, text: cell === '' ? 'off' : cell }));
        const { proposal, problems } = enterCells(model, cells, options);
        expect(problems).toEqual([]);
        const after = new Map(model.shifts[agent]!.map((shift) => [shift.id, shift]));
        for (const edit of proposal.edits) {
          if (edit.before) after.delete(edit.before.id);
          if (edit.after) after.set(edit.after.id, edit.after);
        }
        const work = [...after.values()].sort((a, b) => a.start - b.start).map(({ activities }) => activities);
        expect(work).toEqual(model.shifts[from]!.map(({ activities }) => activities));
      }),
    );
  });
});
