import type { ShiftEdit } from '../edits.js';
import type { GestureTarget } from '../gestures/gesture.js';
import type { BoardMinute } from '../model.js';
import type { BoardPalette } from '../palette.js';
import type { ClosedTimes } from './paint-closed.js';
import type { PixelRect } from './paint-hatch.js';
import type { BoardScene } from './segments.js';
import type { Surface } from './surface.js';

export interface ClippedText {
  readonly text: string;
  readonly ink: string;
  readonly align: 'left' | 'centre';
  /** Colour laid under the text where the ground is hatched. */
  readonly plate?: string;
}

/** Words the painter writes; the screen hands them in, already in the reader's language. */
export interface BoardLabels {
  readonly title: (type: number) => string;
  readonly letter: (type: number) => string;
  readonly absence: (reason: string) => string;
  /** Width in pixels at the segment's font size; cached by the caller. */
  readonly widthOf: (text: string) => number;
  readonly paintClipped: (surface: Surface, rect: PixelRect, text: ClippedText) => void;
}

/** What is drawn over the segments. */
export interface BoardMarks {
  readonly selected: readonly GestureTarget[];
  /** Agent index to the board minutes where a must rule is broken. */
  readonly mustAt: Pick<ReadonlyMap<number, readonly BoardMinute[]>, 'get'>;
  /** Edits under the pointer, not yet sent: the old places are drawn dashed. */
  readonly pending: readonly ShiftEdit[];
  /** Half-open span lit up through all rows: the interval pointed at. */
  readonly lit: { readonly start: BoardMinute; readonly end: BoardMinute } | null;
  readonly nowMinute: BoardMinute | null;
  /** Row of the keyboard or pointer, tinted. */
  readonly currentAgent: number | null;
  /** Drawn last, over everything: another roster beside the board's. */
  readonly over?: ((surface: Surface, picture: BoardPicture) => void) | undefined;
}

/** All that one painting of the body needs. */
export interface BoardPicture extends BoardScene {
  readonly palette: BoardPalette;
  readonly labels: BoardLabels;
  readonly marks: BoardMarks;
  readonly closed?: ClosedTimes | undefined;
}
