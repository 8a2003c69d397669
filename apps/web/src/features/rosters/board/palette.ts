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
  readonly accentSoft: string;
  readonly must: string;
  readonly short: string;
  readonly over: string;
  readonly toRoster: string;
  readonly scheduled: string;
  readonly scheduledFill: string;
  readonly activities: Readonly<Record<string, ActivityColour>>;
  readonly shortScale: readonly GapColour[];
  readonly overScale: readonly GapColour[];
}

const light = (fill: string, edge: string, hatch = false): ActivityColour => ({ fill, edge, hatch });
const dark = (fill: string, hatch = false): ActivityColour => ({ fill, edge: null, hatch });

export const LIGHT_PALETTE: BoardPalette = {
  surface: '#FFFFFF',
  row: '#FFFFFF',
  groupRow: '#ECEFF3',
  line: '#ECEFF3',
  hourLine: '#D3D9E0',
  text: '#14181F',
  textQuiet: '#5C6675',
  ink: '#14181F',
  outline: '#14181F',
  accent: '#1D5FC4',
  accentSoft: '#DCE9FC',
  must: '#B3261E',
  short: '#D86A1E',
  over: '#A5C6E6',
  toRoster: '#14181F',
  scheduled: '#1D5FC4',
  scheduledFill: '#E8EFFA',
  activities: {
    contact: light('#75A4ED', '#4475BF'),
    break: light('#FCE67D', '#9C7A12'),
    lunch: light('#CDCDCD', '#85888C'),
    training: light('#71D69F', '#25875A'),
    meeting: light('#C0E6FE', '#3E86AE'),
    coaching: light('#99B855', '#65811F'),
    'back-office': light('#8F78AD', '#6B5490'),
    absence: light('#D0869D', '#AE5570', true),
    overtime: light('#75A4ED', '#4475BF', true),
  },
  shortScale: [
    { fill: '#FBE0C8', ink: '#14181F' },
    { fill: '#F2A65E', ink: '#14181F' },
    { fill: '#D86A1E', ink: '#14181F' },
    { fill: '#9C3D06', ink: '#FFFFFF' },
  ],
  overScale: [
    { fill: '#DCE8F5', ink: '#14181F' },
    { fill: '#A5C6E6', ink: '#14181F' },
    { fill: '#5E93C9', ink: '#14181F' },
  ],
};

export const DARK_PALETTE: BoardPalette = {
  surface: '#171C23',
  row: '#171C23',
  groupRow: '#212832',
  line: '#212832',
  hourLine: '#333D4A',
  text: '#E9EDF2',
  textQuiet: '#95A1AF',
  ink: '#0B0E12',
  outline: '#E9EDF2',
  accent: '#7FB0FF',
  accentSoft: '#1C3558',
  must: '#FF8F86',
  short: '#D9792F',
  over: '#26466B',
  toRoster: '#E9EDF2',
  scheduled: '#7FB0FF',
  scheduledFill: '#1B2A3C',
  activities: {
    contact: dark('#6D98E0'),
    break: dark('#E0C36B'),
    lunch: dark('#8F9194'),
    training: dark('#50C397'),
    meeting: dark('#A3CFE0'),
    coaching: dark('#76A411'),
    'back-office': dark('#8872A5'),
    absence: dark('#C16161', true),
    overtime: dark('#6D98E0', true),
  },
  shortScale: [
    { fill: '#3E2A1A', ink: '#E9EDF2' },
    { fill: '#7F4416', ink: '#E9EDF2' },
    { fill: '#D9792F', ink: '#0B0E12' },
    { fill: '#FFB877', ink: '#0B0E12' },
  ],
  overScale: [
    { fill: '#1B2A3C', ink: '#E9EDF2' },
    { fill: '#26466B', ink: '#E9EDF2' },
    { fill: '#3A6BA3', ink: '#E9EDF2' },
  ],
};

/** Colour of an activity code; one this version does not know is drawn as a meeting, never left out. */
export function activityColour(palette: BoardPalette, code: string): ActivityColour {
  return palette.activities[code] ?? palette.activities['meeting']!;
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
