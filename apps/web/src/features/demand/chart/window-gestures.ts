import { indexUnder, type Gestures } from './gesture-context.js';
import { panned, zoomed } from './window.js';

/** One notch of a wheel shows a fifth more or less. */
const ZOOM_PER_PIXEL = 0.0018;

function millisPerPixel({ plot, context }: Gestures): number {
  const { fromAt, untilAt } = context().window;
  return (untilAt - fromAt) / Math.max(1, plot.area.clientWidth);
}

/** The wheel zooms about the pointer; sideways, or with Shift, it moves through time. */
function onWheel(gestures: Gestures, event: WheelEvent): void {
  const { window, bounds, onWindow } = gestures.context();
  event.preventDefault();
  const sideways = event.shiftKey ? event.deltaY : event.deltaX;
  if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    onWindow(panned(window, sideways * millisPerPixel(gestures), bounds));
    return;
  }
  const factor = Math.exp(Math.max(-400, Math.min(400, event.deltaY)) * ZOOM_PER_PIXEL);
  onWindow(zoomed(window, { at: gestures.plot.atOf(event.clientX), factor, bounds }));
}

/** Fingers: one moves through time and reads, two zoom. The page still scrolls up and down under one finger. */
function fingers(gestures: Gestures) {
  const { plot, context } = gestures;
  const touches = new Map<number, number>();
  const spread = () => {
    const [a = 0, b = 0] = [...touches.values()];
    return { width: Math.max(1, Math.abs(a - b)), middle: (a + b) / 2 };
  };
  return {
    pointerdown: (event: PointerEvent) => {
      if (event.pointerType !== 'touch') return;
      touches.set(event.pointerId, event.clientX);
      context().onHover(indexUnder(gestures, event.clientX));
    },
    pointermove: (event: PointerEvent) => {
      const from = touches.get(event.pointerId);
      if (from === undefined) return;
      const { window, bounds, onWindow, onHover } = context();
      const before = spread();
      touches.set(event.pointerId, event.clientX);
      if (touches.size === 1) {
        onHover(indexUnder(gestures, event.clientX));
        onWindow(panned(window, (from - event.clientX) * millisPerPixel(gestures), bounds));
      } else {
        const after = spread();
        onWindow(zoomed(window, { at: plot.atOf(after.middle), factor: before.width / after.width, bounds }));
      }
    },
    pointerup: (event: PointerEvent) => void touches.delete(event.pointerId),
    pointercancel: (event: PointerEvent) => void touches.delete(event.pointerId),
  };
}

/** Wheel, pinch and pan. Answers how to stop listening. */
export function listenForWindow(gestures: Gestures): () => void {
  const { area } = gestures.plot;
  const wheel = (event: WheelEvent) => onWheel(gestures, event);
  const touch = fingers(gestures);
  const names = Object.keys(touch) as (keyof typeof touch)[];
  area.style.touchAction = 'pan-y';
  area.addEventListener('wheel', wheel, { passive: false });
  for (const name of names) area.addEventListener(name, touch[name]);
  return () => {
    area.removeEventListener('wheel', wheel);
    for (const name of names) area.removeEventListener(name, touch[name]);
  };
}
