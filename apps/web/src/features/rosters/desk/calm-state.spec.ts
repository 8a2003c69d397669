import { createStore } from 'zustand/vanilla';
import { boardFixture, fixtureDemand } from '../../../../../../tests/kit/board-fixture.js';
import { moveShifts, type BoardModel, type Proposal } from '../board/index.js';
import { calmStore } from './calm-state.js';
import { initialState, isJudged, pendingOf, type DeskState } from './desk-state.js';
import type { ScheduleInfo } from './desk-mapper.js';

const noBreach = () => [];

function open() {
  const model = boardFixture({ agentCount: 2 });
  const info = { id: 'schedule' } as ScheduleInfo;
  const store = createStore<DeskState>(() => initialState({ info, model, demand: fixtureDemand(model, 1) }));
  const propose = (minutes: number) =>
    store.setState({ pending: pendingOf(store.getState(), moved(store.getState().model, minutes), noBreach) });
  return { store, propose, calm: calmStore(store) };
}

function moved(model: BoardModel, minutes: number): Proposal {
  const { id } = model.shifts[0]![0]!;
  return moveShifts(model, [{ agent: 0, shiftId: id, activity: null }], { deltaMinutes: minutes });
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('what lies beside the board', () => {
  it('follows at once while no hand moves', () => {
    const { store, calm } = open();
    store.setState({ judged: true });
    expect(calm.getState()).toBe(store.getState());
  });

  it('shows the first edit of a drag at once, those after it now and then, and the last one always', () => {
    const { store, propose, calm } = open();
    propose(15);
    expect(calm.getState().pending).toBe(store.getState().pending);
    const first = store.getState().pending;
    propose(30);
    propose(45);
    expect(calm.getState().pending).toBe(first);
    jest.runOnlyPendingTimers();
    expect(calm.getState()).toBe(store.getState());
  });

  it('is exact as soon as the edit is sent or dropped, and nothing comes after', () => {
    const { store, propose, calm } = open();
    propose(15);
    propose(30);
    store.setState({ pending: null });
    expect(calm.getState()).toBe(store.getState());
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('an edit that is pending already', () => {
  it('is not judged again within a step of the snap, but is when the step or the board is another', () => {
    const { store, propose } = open();
    propose(15);
    const { model } = store.getState();
    expect(isJudged(store.getState(), moved(model, 15))).toBe(true);
    expect(isJudged(store.getState(), moved(model, 30))).toBe(false);
    store.setState({ model: { ...model, shifts: model.shifts.slice() } });
    expect(isJudged(store.getState(), moved(model, 15))).toBe(false);
  });
});
