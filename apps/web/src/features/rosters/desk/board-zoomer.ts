import type { StoreApi } from 'zustand';
import { axisWidth, xOf, type BoardZoom } from '../board/index.js';
import { leftOfDay } from './board-place.js';
import type { ViewState } from './desk-context.js';
import type { DeskSession } from './desk-session.js';
import { axisFor } from './use-view.js';

/** Time without another step after which the address tells the zoom. */
const REST_MILLIS = 300;

interface ZoomerPorts {
  readonly session: DeskSession;
  readonly view: StoreApi<ViewState>;
  readonly displayZone: () => string;
  /** The day that a change of zoom keeps. */
  readonly day: () => number;
  /** Puts the zoom into the address. */
  readonly write: (zoom: BoardZoom) => void;
}

/**
 * Changes the zoom: in the view at once, with the place that goes with it, so that the next frame shows it; in the address,
 * which the whole page listens to, when the hand rests.
 */
export class BoardZoomer {
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly ports: ZoomerPorts,
    private inAddress: BoardZoom,
  ) {}

  readonly to = (zoom: BoardZoom): void => {
    this.show(zoom);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      if (this.inAddress === zoom) return;
      this.inAddress = zoom;
      this.ports.write(zoom);
    }, REST_MILLIS);
  };

  /** The address tells another zoom than it was given: a link, a saved view, a step back. */
  follow(zoom: BoardZoom): void {
    if (zoom === this.inAddress) return;
    clearTimeout(this.waiting);
    this.inAddress = zoom;
    this.show(zoom);
  }

  stop(): void {
    clearTimeout(this.waiting);
  }

  private show(zoom: BoardZoom): void {
    const { session, view, displayZone, day } = this.ports;
    const { zoom: now, width, anchor } = view.getState();
    if (zoom === now) return;
    const axis = axisFor({ model: session.state.model, zoom, width, displayZone: displayZone() });
    const wanted = anchor ? xOf(axis, anchor.minute) - anchor.x : leftOfDay(session.state, { axis, zoom }, day());
    const left = Math.max(0, Math.min(wanted, axisWidth(axis) - width));
    view.setState({ zoom, axis, left, placed: axis, anchor: null });
  }
}
