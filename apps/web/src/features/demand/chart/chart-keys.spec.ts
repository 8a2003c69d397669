import { chartKey, type Caret, type KeyTarget } from './chart-keys.js';
import type { Selection } from '../layers/draft.js';

const HOUR = 3_600_000;
const grid = { startAt: 0, stepMinutes: 30, count: 14 * 48 };
const bounds = { fromAt: 0, untilAt: 14 * 24 * HOUR };

function chart(mayEdit = true) {
  const did: string[] = [];
  let state = { selection: null as Selection | null, window: { fromAt: 0, untilAt: 24 * HOUR } };
  let caret: Caret | null = null;
  const press = (key: string, held: { shift?: boolean; ctrl?: boolean } = {}) => {
    const target: KeyTarget = {
      ...{ series: null, measure: 'contacts', grid, mayEdit, tool: 'point', bounds, ...state },
      onWindow: (window) => (state = { ...state, window }),
      onSelect: (selection) => (state = { ...state, selection }),
      onLayer: () => undefined,
      onHover: () => undefined,
      onPreview: () => undefined,
      onNudge: (percent) => void did.push(`nudge ${percent}`),
      onCommit: () => void did.push('commit'),
      onCancel: () => void did.push('cancel'),
    };
    const event = { key, shiftKey: held.shift ?? false, ctrlKey: held.ctrl ?? false, metaKey: false };
    const next = chartKey(event, target, caret);
    caret = next ?? caret;
    return next !== null;
  };
  return { press, did, state: () => state };
}

describe('the keys of the chart', () => {
  it('move by intervals, days and weeks, and take the window along', () => {
    const { press, state } = chart();
    press('ArrowRight');
    expect(state().selection).toMatchObject({ fromAt: HOUR / 2, untilAt: HOUR });
    press('ArrowRight', { ctrl: true });
    expect(state().selection).toMatchObject({ fromAt: 24.5 * HOUR, untilAt: 25 * HOUR });
    expect(state().window.untilAt).toBeGreaterThan(24.5 * HOUR);
    press('End');
    expect(state().selection!.untilAt).toBe(bounds.untilAt);
  });

  it('extend a range with Shift, in both directions', () => {
    const { press, state } = chart();
    press('ArrowRight');
    press('ArrowRight', { shift: true });
    press('ArrowRight', { shift: true });
    expect(state().selection).toMatchObject({ fromAt: HOUR / 2, untilAt: 2 * HOUR });
    press('ArrowLeft', { shift: true });
    expect(state().selection).toMatchObject({ fromAt: HOUR / 2, untilAt: 1.5 * HOUR });
  });

  it('nudge what is selected by 1 and 5 percent, keep and give up', () => {
    const { press, did } = chart();
    expect(press('ArrowUp')).toBe(false); // nothing is selected
    press('ArrowRight');
    press('ArrowUp');
    press('ArrowDown', { shift: true });
    press('Enter');
    press('Escape');
    expect(did).toEqual(['nudge 1', 'nudge -5', 'commit', 'cancel']);
  });

  it('edit nothing for those who may only read, and leave other keys to the page', () => {
    const { press, did } = chart(false);
    press('ArrowRight');
    expect(press('ArrowUp')).toBe(false);
    expect(press('a')).toBe(false);
    expect(did).toEqual([]);
  });

  it('zoom about the selection', () => {
    const { press, state } = chart();
    press('ArrowRight');
    press('+');
    expect(state().window.untilAt - state().window.fromAt).toBe(12 * HOUR);
  });
});
