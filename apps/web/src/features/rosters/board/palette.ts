import type { BoardActivityType } from './model.js';

/** Colours of one activity: fill, 1-px edge (none in the dark theme), and the second cue. */
export interface ActivityColour {
  readonly fill: string;
  readonly edge: string | null;
  readonly hatch: boolean;
}

/** Gap scale, weakest first, each with the ink its number is written in. */
export interface GapColour {
  readonly fill: string;
  readonly ink: string;
}

export interface BoardPalette {
  readonly surface: string;
  readonly row: string;
  readonly groupRow: string;
  readonly line: string;
  readonly hourLine: string;
  readonly text: string;
  readonly textQuiet: string;
  readonly ink: string;
  readonly outline: string;
  readonly accent: string;
  readonly must: string;
  readonly short: string;
  readonly toRoster: string;
  readonly scheduled: string;
  readonly scheduledFill: string;
  readonly activities: Readonly<Record<string, ActivityColour>>;
  readonly shortScale: readonly GapColour[];
  readonly overScale: readonly GapColour[];
}

/** Colour of a kind of activity: its token's, else its code's; one this version does not know is drawn as a meeting. */
export function activityColour(
  palette: BoardPalette,
  { code, colourToken }: Pick<BoardActivityType, 'code' | 'colourToken'>,
): ActivityColour {
  return palette.activities[colourToken ?? code] ?? palette.activities[code] ?? palette.activities['meeting']!;
}

const SHORT_STEPS = [-1, -3, -6];
const OVER_STEPS = [2, 5];

/**
 * Colour of a gap in whole agents, or null for none (0 or closed). Steps -1, -2..3, -4..6, -7 and worse; +1..2,
 * +3..5, +6 and more; above 200 agents they grow with the queue, so that a cell means the same share.
 */
export function gapColour(palette: BoardPalette, gap: number, agentCount: number): GapColour | null {
  const scale = Math.max(1, agentCount / 200);
  if (Number.isNaN(gap) || gap === 0) return null;
  if (gap < 0) {
    const step = SHORT_STEPS.findIndex((limit) => gap >= limit * scale);
    return palette.shortScale[step < 0 ? 3 : step]!;
  }
  const step = OVER_STEPS.findIndex((limit) => gap <= limit * scale);
  return palette.overScale[step < 0 ? 2 : step]!;
}
