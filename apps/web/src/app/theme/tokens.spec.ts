import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  contrast,
  difference,
  labDifference,
  parseHex,
  seenBy,
  type Sight,
} from '../../../../../tests/kit/web/colour-science.js';

type Theme = 'light' | 'dark';
const css = readFileSync(join(__dirname, 'tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name!, { light: parseHex(light!), dark: parseHex(dark!) }] as const,
  ),
);
const colour = (name: string, theme: Theme) => {
  const found = tokens.get(name);
  if (!found) throw new Error(`token (${name}) must stand in tokens.css`);
  return found[theme];
};
const THEMES: readonly Theme[] = ['light', 'dark'];
const SURFACES = ['bg', 'surface-1', 'surface-2'];
const ACTIVITIES = ['contact', 'break', 'lunch', 'training', 'meeting', 'coaching', 'back-office', 'absence'];

/** Text on ground: at least 4.5:1 (WCAG 1.4.3), the main text 7:1. */
const TEXT: readonly (readonly [string, string, number])[] = [
  ...SURFACES.map((ground) => ['text-1', ground, 7] as const),
  ...SURFACES.map((ground) => ['text-2', ground, 4.5] as const),
  ...SURFACES.map((ground) => ['text-3', ground, 4.5] as const),
  ['text-1', 'selected-bg', 7],
  ['text-2', 'selected-bg', 4.5],
  ['accent', 'surface-1', 4.5],
  ['accent', 'bg', 4.5],
  ['accent', 'selected-bg', 4.5],
  ['on-accent', 'accent', 4.5],
  ...['must', 'prefer', 'good'].flatMap((name) => [
    [name, `${name}-bg`, 4.5] as const,
    [name, 'surface-1', 4.5] as const,
  ]),
  ['tooltip-text', 'tooltip-bg', 7],
  ...ACTIVITIES.map((name) => ['segment-ink', `activity-${name}`, 4.6] as const),
  ...[1, 2, 3, 4].map((step) => [`gap-short-${step}-text`, `gap-short-${step}`, 4.5] as const),
  ...[1, 2, 3].map((step) => [`gap-over-${step}-text`, `gap-over-${step}`, 4.5] as const),
  // Edges of inputs and of what must be seen without its text: 3:1 (WCAG 1.4.11).
  ['border-strong', 'surface-1', 3],
  ['border-strong', 'bg', 3],
];

describe.each(THEMES)('tokens in the %s theme', (theme) => {
  it.each(TEXT)('%s on %s has a contrast of at least %d', (ink, ground, least) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(least);
  });

  it.each<Sight>(['normal', 'protan', 'deutan', 'tritan'])('activities differ by at least 10 for %s sight', (sight) => {
    const seen = ACTIVITIES.map((name) => seenBy(sight, colour(`activity-${name}`, theme)));
    const distances = seen.flatMap((a, i) =>
      seen
        .slice(i + 1)
        .map((b, j) => ({ pair: `${ACTIVITIES[i]} ${ACTIVITIES[i + 1 + j]}`, distance: difference(a, b) })),
    );
    expect(distances.filter(({ distance }) => distance < 10)).toEqual([]);
  });
});

describe('the light theme', () => {
  it.each(ACTIVITIES)('gives %s an edge of at least 3:1 on white', (name) => {
    expect(contrast(colour(`activity-${name}-edge`, 'light'), [255, 255, 255])).toBeGreaterThanOrEqual(3);
  });
});

describe('the colour difference used here', () => {
  // Pairs 1, 7 and 25 of the test data of Sharma, Wu, Dalal (2005), table 1.
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  ] as const)('agrees with the published value of %j and %j', (a, b, expected) => {
    expect(labDifference(a, b)).toBeCloseTo(expected, 4);
  });
});
