import { slideSvg, wrapped, type Slide } from './slide-svg.js';

/** Half a letter's size each, as a plain font is. */
const measure = (text: string, size: number) => [...text].length * size * 0.5;

const SLIDE: Slide = {
  title: 'Volume +20 % & 90/10',
  subtitle: '2–8 Nov 2026',
  chartTitle: 'Agents required',
  lines: [
    { label: 'Base', values: [1, 2, Number.NaN, 4] },
    { label: 'Scenario', values: [2, 3, 4, 5] },
  ],
  ticks: [{ index: 0, label: 'Mon' }],
  table: { head: ['Measure', 'Base', 'Scenario'], rows: [{ cells: ['Hours', '10', '12'], best: 1 }] },
  sentences: ['One.', 'Two.', 'Three.'],
  footer: 'Made on 4 Nov 2026',
};

describe('the picture for a slide', () => {
  const svg = slideSvg(SLIDE, measure);
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');

  it('is one well-formed drawing of 1600 by 900 that holds every word', () => {
    expect(parsed.querySelector('parsererror')).toBeNull();
    expect(parsed.documentElement.getAttribute('viewBox')).toBe('0 0 1600 900');
    const words = [...parsed.querySelectorAll('text')].map((one) => one.textContent);
    for (const word of [
      'Volume +20 % & 90/10',
      'Agents required',
      'Base',
      'Hours',
      '12',
      'One.',
      'Two.',
      'Three.',
      'Mon',
    ])
      expect(words).toContain(word);
  });

  it('leaves a gap where a line knows nothing', () => {
    const moves = [...parsed.querySelectorAll('path[fill="none"]')].map(
      (path) => (path.getAttribute('d') ?? '').split('M').length - 1,
    );
    expect(moves).toEqual([2, 1]);
  });

  it('marks the best of a row by weight', () => {
    const best = [...parsed.querySelectorAll('text[font-weight="600"]')].map((one) => one.textContent);
    expect(best).toContain('10');
    expect(best).not.toContain('12');
  });
});

describe('a sentence on a slide', () => {
  it('breaks between words, and never before a stop', () => {
    const lines = wrapped('必要な人数は増えます。費用も増えます。', 50, (text) => [...text].length * 10);
    expect(lines.join('')).toBe('必要な人数は増えます。費用も増えます。');
    expect(lines.every((line) => !/^[、。]/.test(line))).toBe(true);
    expect(wrapped('one two three', 70, (text) => text.length * 10)).toEqual(['one two', 'three']);
  });
});
