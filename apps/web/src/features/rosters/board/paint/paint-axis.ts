import { axisTicks, minuteAt, xOf, type BoardAxis } from '../axis.js';
import type { BoardPalette } from '../palette.js';
import { BOARD_FONT, type Surface, type Viewport } from './surface.js';

export interface AxisPicture {
  readonly axis: BoardAxis;
  readonly viewport: Viewport;
  readonly palette: BoardPalette;
  /** `Wed 4 Nov` of a day, written where the day begins. */
  readonly dayLabel: (day: number) => string;
}

/** Hour labels, a mark where the clock jumps, and the day's name where it begins. */
export function paintAxis(surface: Surface, { axis, viewport, palette, dayLabel }: AxisPicture): void {
  surface.fillStyle = palette.surface;
  surface.fillRect(0, 0, viewport.width, viewport.height);
  surface.textBaseline = 'middle';
  surface.textAlign = 'left';
  const middle = Math.round(viewport.height / 2) + 0.5;
  let takenUntil = Number.NEGATIVE_INFINITY;
  for (const tick of axisTicks(
    axis,
    minuteAt(axis, viewport.left) - 60,
    minuteAt(axis, viewport.left + viewport.width),
  )) {
    const x = tick.x - viewport.left;
    surface.fillStyle = palette.hourLine;
    surface.fillRect(x, viewport.height - 5, 1, 5);
    const day = tick.day ? axis.days.findIndex((candidate) => candidate.start === tick.minute) : -1;
    if (day < 0 && x < takenUntil) continue;
    surface.font = `${day >= 0 ? '600 ' : ''}12px ${BOARD_FONT}`;
    surface.fillStyle = day >= 0 ? palette.text : palette.textQuiet;
    const label = day >= 0 && axis.days.length > 1 ? shortened(dayLabel(day), axis, day) : tick.label;
    if (day >= 0) takenUntil = x + roughWidth(label);
    surface.fillText(tick.repeated ? `${label} ②` : tick.afterGap ? `↷ ${label}` : label, x + 4, middle);
  }
  const end = xOf(axis, axis.lengthMinutes) - viewport.left;
  if (end < viewport.width) {
    surface.fillStyle = palette.groupRow;
    surface.fillRect(end, 0, viewport.width - end, viewport.height);
  }
}

/** The day's name, or only its date where the day is narrower than its name. */
function shortened(label: string, axis: BoardAxis, day: number): string {
  const { on, start, length } = axis.days[day]!;
  const room = xOf(axis, start + length) - xOf(axis, start);
  return roughWidth(label) <= room ? label : String(Number(on.slice(8)));
}

/** Width of a bold 12-pixel label, a little too wide: kana and kanji take twice a latin letter. */
function roughWidth(label: string): number {
  return [...label].reduce((width, letter) => width + (letter > '\u2e80' ? 13 : 7.5), 8);
}
