import { createStore } from 'zustand/vanilla';
import { boardFixture, fixtureDemand } from '../../../../../../tests/kit/board-fixture.js';
import { layoutRows, minuteAt, type BoardZoom } from '../board/index.js';
import { BoardZoomer } from './board-zoomer.js';
import type { ViewState } from './desk-context.js';
import type { ScheduleInfo } from './desk-mapper.js';
import type { DeskSession } from './desk-session.js';
import { initialState } from './desk-state.js';
import { axisFor } from './use-view.js';

const WIDTH = 900;

function open(first: BoardZoom = 'day') {
  const model = boardFixture({ agentCount: 2 });
  const demand = fixtureDemand(model, 1);
  const session = { state: initialState({ info: {} as ScheduleInfo, model, demand }) } as DeskSession;
  const displayZone = model.zone;
  const view = createStore<ViewState>(() => ({
    axis: axisFor({ model, zoom: first, width: WIDTH, displayZone }),
    layout: layoutRows([], { agent: 30, group: 26 }),
    zoom: first,
    ...{ left: 0, top: 0, width: WIDTH, height: 400, scrolling: false, rests: 0 },
    ...{ placed: null, pointer: null, anchor: null, lasso: null },
  }));
  const written: BoardZoom[] = [];
  const write = (zoom: BoardZoom) => written.push(zoom);
  const zoomer = new BoardZoomer({ session, view, displayZone: () => displayZone, day: () => 2, write }, first);
  return { model, view, zoomer, written };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a change of zoom', () => {
  it('is in the view at once, with its day at the left, and in the address when the hand rests', () => {
    const { model, view, zoomer, written } = open();
    zoomer.to('three-days');
    zoomer.to('week');
    zoomer.to('three-days');
    const { zoom, axis, left, placed } = view.getState();
    expect(zoom).toBe('three-days');
    expect(placed).toBe(axis);
    expect(minuteAt(axis, left)).toBeCloseTo(model.days[2]!.start, 0);
    expect(written).toEqual([]);
    jest.runOnlyPendingTimers();
    expect(written).toEqual(['three-days']);
  });

  it('keeps what is under the wheel where it is, and stays on the board', () => {
    const { view, zoomer } = open();
    view.setState({ anchor: { minute: 4000, x: 300 } });
    zoomer.to('hour');
    const { axis, left, anchor } = view.getState();
    expect(minuteAt(axis, left + 300)).toBeCloseTo(4000, 0);
    expect(anchor).toBeNull();
    view.setState({ anchor: { minute: 10, x: 800 } });
    zoomer.to('day');
    expect(view.getState().left).toBe(0);
  });

  it('follows an address that someone else changed, and not what it wrote itself', () => {
    const { view, zoomer, written } = open();
    zoomer.to('week');
    jest.runOnlyPendingTimers();
    zoomer.to('month');
    zoomer.follow('week');
    expect(view.getState().zoom).toBe('month');
    zoomer.follow('hour');
    expect(view.getState().zoom).toBe('hour');
    jest.runOnlyPendingTimers();
    expect(written).toEqual(['week']);
  });
});
