import { useEffect, useRef, useState, type RefObject } from 'react';
import { createLivePlot, type LivePlot, type LivePlotOptions } from '../../../ui/live-plot.js';
import { onThemeChange } from '../../../ui/theme.js';
import type { ChartRange } from '../../../ui/plot-parts.js';
import { listenForEdits } from './edit-gestures.js';
import type { GestureContext } from './gesture-context.js';
import { listenForWindow } from './window-gestures.js';

const USUAL_WIDTH = 800;

/** Makes the plot anew for new lines or colours only; windows and edits move inside the one that is there. */
export function useLivePlot(
  host: RefObject<HTMLDivElement | null>,
  options: Omit<LivePlotOptions, 'window'>,
  context: RefObject<GestureContext>,
): LivePlot | null {
  const [plot, setPlot] = useState<LivePlot | null>(null);
  const [themeChanges, setThemeChanges] = useState(0);
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => onThemeChange(() => setThemeChanges((count) => count + 1)), []);
  useEffect(() => {
    const made = createLivePlot(host.current!, { ...latest.current, window: context.current.window });
    setPlot(made);
    if (!made) return undefined;
    const gestures = { plot: made, context: () => context.current };
    const stop = [listenForEdits(gestures), listenForWindow(gestures)];
    return () => {
      stop.forEach((one) => one());
      made.destroy();
    };
  }, [host, context, options.series, options.startAt, options.stepMinutes, options.marks, themeChanges]);
  return plot;
}

export function useWindow(plot: LivePlot | null, window: ChartRange): void {
  useEffect(() => plot?.setWindow(window), [plot, window]);
}

/** Width of an element in pixels, kept up to date; a usual one until it is known. */
export function useWidth(host: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(USUAL_WIDTH);
  useEffect(() => {
    const read = () => setWidth(host.current?.clientWidth || USUAL_WIDTH);
    read();
    const observer = new ResizeObserver(read);
    observer.observe(host.current!);
    return () => observer.disconnect();
  }, [host]);
  return width;
}
