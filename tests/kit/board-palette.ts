import type { ActivityColour, BoardPalette } from '../../apps/web/src/features/rosters/board/index.js';

const light = (fill: string, edge: string, hatch = false): ActivityColour => ({ fill, edge, hatch });

/** The light colours of the design, for painters under test. */
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

  must: '#B3261E',
  short: '#D86A1E',

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
