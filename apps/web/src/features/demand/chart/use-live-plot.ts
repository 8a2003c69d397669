import { useEffect, useRef, useState, type RefObject } from 'react';
import { createLivePlot, type LivePlot, type LivePlotOptions } from '../../../ui/live-plot.js';
import { onThemeChange } from '../../../ui/theme.js';
import type { ChartRange } from '../../../ui/plot-parts.js';
import { listenForEdits } from './edit-gestures.js';
import type { GestureContext } from './gesture-context.js';
import { listenForWindow } from './window-gestures.js';

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
