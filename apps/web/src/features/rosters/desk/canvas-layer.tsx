import { useEffect, useRef } from 'react';
import { onThemeChange } from '../../../ui/theme.js';
import type { BoardPalette, Surface } from '../board/index.js';
import { boardFrame } from './board-frame.js';
import { calmStore } from './calm-state.js';
import { useDesk, type ViewState } from './desk-context.js';
import type { DeskState } from './desk-state.js';
import { readPalette } from './read-palette.js';

export interface CanvasSize {
  readonly width: number;
  readonly height: number;
}

/**
 * What of the view a canvas shows: the rows move with every scroll, what lies over or under them only sideways, the
 * week strip not at all.
 */
export type Follows = 'scroll' | 'sideways' | 'nothing';

function hasMoved(follows: Follows, now: ViewState, before: ViewState): boolean {
  if (follows === 'nothing') return false;
  const sideways = now.left !== before.left || now.axis !== before.axis || now.width !== before.width;
  return sideways || (follows === 'scroll' && (now.top !== before.top || now.layout !== before.layout));
}

export type Draw = (surface: Surface, size: CanvasSize, palette: BoardPalette) => void;

/** What of the desk a canvas shows, compared one by one: it is painted again when one of them is another. */
export type Shows = (state: DeskState) => readonly unknown[];

function hasChanged(shows: Shows, now: DeskState, before: DeskState): boolean {
  const [parts, old] = [shows(now), shows(before)];
  return parts.some((part, index) => part !== old[index]);
}

/** Keeps the canvas as large as its box in device pixels and repaints it at most once a frame. */
class CanvasPainter {
  private palette: BoardPalette | null = null;
  /** Asked of the page only when it changes: in the middle of a frame the answer costs a layout. */
  private size: CanvasSize | null = null;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly draw: () => Draw,
  ) {}

  readonly request = (): void => boardFrame.paint(this.paint);

  readonly sizeChanged = (): void => {
    this.size = this.boxSize();
    this.request();
  };

  private boxSize(): CanvasSize {
    return { width: this.canvas.clientWidth, height: this.canvas.clientHeight };
  }

  readonly themeChanged = (): void => {
    this.palette = null;
    this.request();
  };

  stop(): void {
    boardFrame.forget(this.paint);
  }

  private readonly paint = (): void => {
    const ratio = window.devicePixelRatio || 1;
    const { width, height } = (this.size ??= this.boxSize());
    if (width === 0 || height === 0) return;
    const [deviceWidth, deviceHeight] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.canvas.width !== deviceWidth || this.canvas.height !== deviceHeight) {
      this.canvas.width = deviceWidth;
      this.canvas.height = deviceHeight;
    }
    const context = this.canvas.getContext('2d', { alpha: false });
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.palette ??= readPalette();
    this.draw()(context, { width, height }, this.palette);
  };
}

interface CanvasLayerProps {
  readonly className: string;
  readonly draw: Draw;
  readonly follows: Follows;
  readonly shows: Shows;
  /** Follows the desk's calm state: not under the hand. */
  readonly calm?: boolean;
}

/** A decorative canvas that repaints when what it shows, the view, the size or the theme changes. Nothing exists only on it. */
export function CanvasLayer({ className, draw, follows, shows, calm = false }: CanvasLayerProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const latest = useRef(draw);
  latest.current = draw;
  const { session, view } = useDesk();
  const painter = useRef<CanvasPainter | null>(null);
  useEffect(() => {
    const canvas = ref.current!;
    const own = new CanvasPainter(canvas, () => latest.current);
    painter.current = own;
    const moved = (now: ViewState, before: ViewState) => hasMoved(follows, now, before) && own.request();
    const changed = (now: DeskState, before: DeskState) => hasChanged(shows, now, before) && own.request();
    const store = calm ? calmStore(session.store) : session.store;
    const stops = [store.subscribe(changed), view.subscribe(moved), onThemeChange(own.themeChanged)];
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(own.sizeChanged);
    observer?.observe(canvas);
    void document.fonts?.ready.then(own.request);
    own.request();
    return () => {
      stops.forEach((stop) => stop());
      observer?.disconnect();
      own.stop();
    };
  }, [session, view, follows, shows, calm]);
  useEffect(() => painter.current?.request(), [draw]);
  return <canvas ref={ref} className={className} aria-hidden />;
}
