import { useEffect, useRef } from 'react';
import { onThemeChange } from '../../../ui/theme.js';
import type { BoardPalette, Surface } from '../board/index.js';
import { useDesk, type ViewState } from './desk-context.js';
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

/** Keeps the canvas as large as its box in device pixels and repaints it at most once a frame. */
class CanvasPainter {
  private frame = 0;
  private palette: BoardPalette | null = null;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly draw: () => Draw,
  ) {}

  readonly request = (): void => {
    if (this.frame === 0) this.frame = requestAnimationFrame(this.paint);
  };

  readonly themeChanged = (): void => {
    this.palette = null;
    this.request();
  };

  stop(): void {
    cancelAnimationFrame(this.frame);
  }

  private readonly paint = (): void => {
    this.frame = 0;
    const ratio = window.devicePixelRatio || 1;
    const { clientWidth: width, clientHeight: height } = this.canvas;
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

/** A decorative canvas that repaints when the desk, the view, the size or the theme changes. Nothing exists only on it. */
export function CanvasLayer({
  className,
  draw,
  follows,
}: {
  readonly className: string;
  readonly draw: Draw;
  readonly follows: Follows;
}) {
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
    const stops = [session.store.subscribe(own.request), view.subscribe(moved), onThemeChange(own.themeChanged)];
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(own.request);
    observer?.observe(canvas);
    void document.fonts?.ready.then(own.request);
    own.request();
    return () => {
      stops.forEach((stop) => stop());
      observer?.disconnect();
      own.stop();
    };
  }, [session, view, follows]);
  useEffect(() => painter.current?.request(), [draw]);
  return <canvas ref={ref} className={className} aria-hidden />;
}
