import type { ForecastEdit } from '../demand.model.js';
import { stepsOf } from './steps.js';

const at = (minute: number) => `2026-11-20T10:${String(minute).padStart(2, '0')}:00.000Z`;
const edit = (id: string, made: number, undoneAt?: number): ForecastEdit =>
  ({
    id,
    authorId: 'me',
    createdAt: at(made),
    changedAt: at(undoneAt ?? made),
    undone: undoneAt !== undefined,
  }) as ForecastEdit;
const ids = (edits: readonly ForecastEdit[]) => edits.map(({ id }) => id);

describe('undo and redo of edits', () => {
  it('take back the newest gesture whole, and only what I made', () => {
    const { undo, redo } = stepsOf(
      [edit('a', 1), edit('b', 2), edit('c', 2), { ...edit('d', 3), authorId: 'x' }],
      'me',
    );
    expect(ids(undo)).toEqual(['b', 'c']);
    expect(redo).toEqual([]);
  });

  it('bring back what was undone last, one after the other', () => {
    const both = [edit('a', 1, 5), edit('b', 2, 4)];
    expect(ids(stepsOf(both, 'me').redo)).toEqual(['a']);
    expect(ids(stepsOf([{ ...edit('a', 1), changedAt: at(6) }, both[1]!], 'me').redo)).toEqual(['b']);
  });

  it('forget what was undone before a new edit', () => {
    expect(stepsOf([edit('a', 1, 2), edit('b', 3)], 'me').redo).toEqual([]);
  });
});
