import { redo, startHistory, step, undo } from './edit-history.js';

describe('the history of edits', () => {
  it('takes back and does again, in order', () => {
    const two = step(step(startHistory('base'), 'one'), 'two');
    expect(undo(two).now).toBe('one');
    expect(undo(undo(two)).now).toBe('base');
    expect(redo(undo(two))).toEqual(two);
    expect(undo(undo(undo(two)))).toEqual(undo(undo(two)));
    expect(redo(two)).toBe(two);
  });

  it('forgets what was taken back once something else is done', () => {
    const other = step(undo(step(startHistory('base'), 'one')), 'other');
    expect(redo(other).now).toBe('other');
    expect(undo(other).now).toBe('base');
  });
});
