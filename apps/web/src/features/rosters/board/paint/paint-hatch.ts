import type { Surface } from './surface.js';

export interface PixelRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const HATCH_STEP = 7;

/** Diagonal hatch inside the rectangle, the second cue of absence, overtime and shortage. */
export function paintHatch(surface: Surface, rect: PixelRect, colour: string): void {
  if (rect.width <= 0 || rect.height <= 0) return;
  surface.save();
  surface.beginPath();
  surface.rect(rect.x, rect.y, rect.width, rect.height);
  surface.clip();
  surface.strokeStyle = colour;
  surface.lineWidth = 1.5;
  surface.beginPath();
  // Anchored to the board's pixels, not to the rectangle, so that hatches of neighbours meet.
  const first = Math.floor((rect.x + rect.y) / HATCH_STEP) * HATCH_STEP;
  for (let sum = first; sum <= rect.x + rect.width + rect.y + rect.height; sum += HATCH_STEP) {
    surface.moveTo(sum - rect.y, rect.y);
    surface.lineTo(sum - rect.y - rect.height, rect.y + rect.height);
  }
  surface.stroke();
  surface.restore();
}
