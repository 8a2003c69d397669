import { dayOf, formatShift, type BoardModel, type BoardShift, type Proposal } from '../../board/index.js';
import { enterCells, type CellEntry } from '../../board/gestures/enter-cells.gesture.js';
import { entryWords } from '../../board/entry-shift.js';

interface FillOptions {
  /** `agents`: each column takes its topmost shift; `days`: each row takes its first. */
  readonly along: 'agents' | 'days';
  readonly rowOf: (agent: number) => number;
  readonly newId: () => string;
}

/** The selected shifts made like the first of their column (fill down) or row (fill right). Locked ones stay. */
export function fillSelection(model: BoardModel, shifts: readonly BoardShift[], options: FillOptions): Proposal {
  const lane = (shift: BoardShift) => (options.along === 'agents' ? dayOf(model, shift.start) : shift.agent);
  const place = (shift: BoardShift) => (options.along === 'agents' ? options.rowOf(shift.agent) : shift.start);
  const first = new Map<number, BoardShift>();
  for (const shift of shifts) {
    const head = first.get(lane(shift));
    if (!head || place(shift) < place(head)) first.set(lane(shift), shift);
  }
  const cells = shifts.flatMap((shift): CellEntry[] => {
    const head = first.get(lane(shift))!;
    if (head.id === shift.id) return [];
    return [{ agent: shift.agent, day: dayOf(model, shift.start), text: formatShift(model, head) }];
  });
  return enterCells(model, cells, {
    verb: 'fill',
    words: entryWords(model, []),
    templatesOf: () => [],
    fill: false,
    newId: options.newId,
  }).proposal;
}
