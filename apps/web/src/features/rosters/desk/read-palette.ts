import { resolveTokens } from '../../../ui/theme.js';
import type { ActivityColour, BoardPalette } from '../board/index.js';

const CODES = ['contact', 'break', 'lunch', 'training', 'meeting', 'coaching', 'back-office', 'absence'] as const;
const HATCHED = new Set<string>(['absence', 'overtime']);

const NAMES = [
  '--surface-1',
  '--surface-2',
  '--border',
  '--text-1',
  '--text-3',
  '--segment-ink',
  '--accent',
  '--selected-bg',
  '--must',
  ...CODES.flatMap((code) => [`--activity-${code}`, `--activity-${code}-edge`]),
  ...[1, 2, 3, 4].flatMap((step) => [`--gap-short-${step}`, `--gap-short-${step}-text`]),
  ...[1, 2, 3].flatMap((step) => [`--gap-over-${step}`, `--gap-over-${step}-text`]),
];

/** The board's colours as the theme's tokens have them now; read again when the theme changes. */
export function readPalette(): BoardPalette {
  const tokens = resolveTokens<string>(NAMES);
  const of = (name: string) => tokens[name] ?? 'transparent';
  const activity = (code: string, hatched = HATCHED.has(code)): ActivityColour => {
    const [fill, edge] = [of(`--activity-${code}`), of(`--activity-${code}-edge`)];
    return { fill, edge: edge === fill ? null : edge, hatch: hatched };
  };
  const scale = (kind: string, steps: readonly number[]) =>
    steps.map((step) => ({ fill: of(`--gap-${kind}-${step}`), ink: of(`--gap-${kind}-${step}-text`) }));
  return {
    surface: of('--surface-1'),
    row: of('--surface-1'),
    groupRow: of('--surface-2'),
    line: of('--surface-2'),
    hourLine: of('--border'),
    text: of('--text-1'),
    textQuiet: of('--text-3'),
    ink: of('--segment-ink'),
    outline: of('--text-1'),
    accent: of('--accent'),
    must: of('--must'),
    short: of('--gap-short-3'),
    toRoster: of('--text-1'),
    scheduled: of('--accent'),
    scheduledFill: of('--selected-bg'),
    activities: {
      ...Object.fromEntries(CODES.map((code) => [code, activity(code)])),
      overtime: activity('contact', true),
    },
    shortScale: scale('short', [1, 2, 3, 4]),
    overScale: scale('over', [1, 2, 3]),
  };
}
