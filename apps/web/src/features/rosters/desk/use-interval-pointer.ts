import { useMemo, type MouseEvent } from 'react';
import { coverageOfQueue, gapIn, minuteAt } from '../board/index.js';
import { useDesk } from './desk-context.js';

/** Pointing at the gap row or the chart lights the interval up everywhere; a click asks why it is short. */
export function useIntervalPointer() {
  const { session, view, acts, queueId } = useDesk();
  return useMemo(() => {
    const spanAt = (event: MouseEvent<HTMLElement>) => {
      const { axis, left } = view.getState();
      const x = event.clientX - event.currentTarget.getBoundingClientRect().left + left;
      const start = Math.floor(minuteAt(axis, x) / axis.columnMinutes) * axis.columnMinutes;
      return { start, end: start + axis.columnMinutes };
    };
    return {
      onPointerMove: (event: MouseEvent<HTMLElement>) => {
        const span = spanAt(event);
        if (session.state.lit?.start !== span.start) session.set({ lit: span });
      },
      onPointerLeave: () => session.set({ lit: null }),
      onClick: (event: MouseEvent<HTMLElement>) => {
        const { start, end } = spanAt(event);
        const { model } = session.state;
        const coverage = coverageOfQueue(session.state.coverage, queueId);
        let worst = Math.floor(start / model.slotMinutes);
        const gap = (slot: number) => gapIn(coverage, slot);
        for (let slot = worst; slot * model.slotMinutes < end; slot++) if (gap(slot) < gap(worst)) worst = slot;
        acts.openWhyShort(worst);
      },
    };
  }, [session, view, acts, queueId]);
}
