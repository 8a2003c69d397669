import { render, screen } from '@testing-library/react';
import { LazyRunParts } from './lazy-run-parts.js';
import { partLines } from './part-lines.js';

const progress = {
  phase: 'search',
  parts: [
    { part: '1', agents: 60, fraction: 0.5, gapHours: 3.25 },
    { part: '2', agents: 40, fraction: 0, gapHours: null },
  ],
};

describe('the parts of a roster run', () => {
  it('are shown with what each still lacks', async () => {
    render(<LazyRunParts progress={progress} />);
    const list = await screen.findByRole('region', { name: 'Parts' });
    expect(list.textContent).toContain('Part 1: 60 agents');
    expect(list.textContent).toContain('within 3.3 h');
    expect(list.textContent).toContain('Part 2: 40 agents');
    expect(list.textContent).toContain('not begun');
    expect(screen.getAllByRole('progressbar', { name: /^Part [12]$/ })).toHaveLength(2);
  });

  it('are nothing for a run in one piece, or a document of another form', () => {
    for (const other of [null, {}, { parts: 3 }, { parts: [{ part: 1 }, null] }]) expect(partLines(other)).toEqual([]);
    const { container } = render(<LazyRunParts progress={{ phase: 'search' }} />);
    expect(container.innerHTML).toBe('');
  });
});
