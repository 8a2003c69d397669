import { useEffect, type RefObject } from 'react';
import { BOARD_ZOOMS, minuteAt } from '../board/index.js';
import { useDesk } from './desk-context.js';
import { NAME_WIDTH } from './use-view.js';

/** Wheel travel that makes a step; a touchpad's pinch sends many small ones. */
const STEP_TRAVEL = 40;

/** Ctrl and the wheel (or a pinch) zoom; what is under the pointer stays there. */
export function useWheelZoom(scroller: RefObject<HTMLElement | null>): void {
  const { view, acts } = useDesk();
  const { zoomTo } = acts;
  useEffect(() => {
    const element = scroller.current!;
    let travel = 0;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      travel += event.deltaY;
      if (Math.abs(travel) < STEP_TRAVEL) return;
      const { zoom, axis, left } = view.getState();
      const next = BOARD_ZOOMS[BOARD_ZOOMS.indexOf(zoom) + Math.sign(travel)];
      travel = 0;
      if (!next) return;
      const x = event.clientX - element.getBoundingClientRect().left - NAME_WIDTH;
      view.setState({ anchor: { minute: minuteAt(axis, left + x), x } });
      zoomTo(next);
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [view, scroller, zoomTo]);
}
