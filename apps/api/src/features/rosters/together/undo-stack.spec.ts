import { undoStackOf } from './undo-stack.js';

const did = (version: number) => ({ version, undoes: null, redoes: null });
const undid = (version: number, undoes: number) => ({ version, undoes, redoes: null });
const redid = (version: number, redoes: number) => ({ version, undoes: null, redoes });

describe('what a planner can undo and redo', () => {
  it('is every step done, the newest first to go', () => {
    expect(undoStackOf([did(2), did(5)])).toEqual({ done: [2, 5], undone: [] });
  });

  it('moves a step taken back to those that can be done again, and home when it is', () => {
    const steps = [did(2), did(3), undid(4, 3)];
    expect(undoStackOf(steps)).toEqual({ done: [2], undone: [3] });
    expect(undoStackOf([...steps, redid(5, 3)])).toEqual({ done: [2, 3], undone: [] });
    expect(undoStackOf([...steps, redid(5, 3), undid(6, 3), undid(7, 2)])).toEqual({ done: [], undone: [3, 2] });
  });

  it('forgets what was taken back once something new is done', () => {
    expect(undoStackOf([did(2), undid(3, 2), did(4)])).toEqual({ done: [4], undone: [] });
  });

  it('passes over walks to steps from before the roster was replaced', () => {
    expect(undoStackOf([undid(9, 4), redid(10, 4), did(11)])).toEqual({ done: [11], undone: [] });
  });
});
