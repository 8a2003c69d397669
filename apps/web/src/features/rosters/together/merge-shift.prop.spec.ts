import fc from 'fast-check';
import { boardFixture } from '../../../../../../tests/kit/board-fixture.js';
import { isTiled, placedOf, sameWork, tile, type BoardShift } from '../board/index.js';
import { mergedEdits, mergeShift } from './merge-shift.js';

const model = boardFixture({ agentCount: 1 });
const base = model.shifts[0]![0]!;
const { baseType } = model;
const lunch = placedOf(base, baseType).find(({ type }) => model.activityTypes[type]!.code === 'lunch')!;
const others = placedOf(base, baseType).filter(({ start }) => start !== lunch.start);

/** The shift with its lunch moved by some minutes. */
const lunchMoved = (by: number): BoardShift => ({
  ...base,
  activities: tile(
    base,
    [...others, { ...lunch, start: lunch.start + by }].sort((a, b) => a.start - b.start),
    baseType,
  ),
});
const longer = (by: number): BoardShift => {
  const span = { start: base.start, length: base.length + by };
  return { ...base, ...span, activities: tile(span, placedOf(base, baseType), baseType) };
};

describe('two edits of one shift laid over each other', () => {
  it('takes my lunch and their later end', () => {
    const merged = mergeShift(base, { mine: lunchMoved(15), theirs: { ...longer(60), version: 4 } }, baseType)!;
    expect(merged).toMatchObject({ start: base.start, length: base.length + 60, version: 4 });
    expect(placedOf(merged, baseType)).toContainEqual({ ...lunch, start: lunch.start + 15 });
  });

  it('is refused when both moved the same lunch, or moved the end to different times', () => {
    expect(mergeShift(base, { mine: lunchMoved(15), theirs: lunchMoved(30) }, baseType)).toBeNull();
    expect(mergeShift(base, { mine: longer(30), theirs: longer(60) }, baseType)).toBeNull();
  });

  it('is not offered for a shift they removed', () => {
    const gone = { ...model, shifts: [[]] };
    expect(mergedEdits(gone, [{ before: base, after: lunchMoved(15) }])).toBeNull();
  });

  it('is whole, gives the same whoever came first, and leaves one edit alone as it is', () => {
    const edit = fc.oneof(
      fc.integer({ min: -2, max: 2 }).map((n) => lunchMoved(n * 5)),
      fc.integer({ min: 0, max: 3 }).map((n) => longer(n * 15)),
      fc.boolean().map((locked) => ({ ...base, locked })),
    );
    fc.assert(
      fc.property(edit, edit, (mine, theirs) => {
        const merged = mergeShift(base, { mine, theirs }, baseType);
        const other = mergeShift(base, { mine: theirs, theirs: mine }, baseType);
        expect(merged === null).toBe(other === null);
        if (!merged || !other) return;
        expect(isTiled(merged)).toBe(true);
        expect(sameWork(merged, other)).toBe(true);
        expect(sameWork(mergeShift(base, { mine, theirs: base }, baseType), mine)).toBe(true);
      }),
    );
  });
});
