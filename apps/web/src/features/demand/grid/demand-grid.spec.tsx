import '../../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fullAnswers } from '../../../../../../tests/kit/web/fixtures.js';
import { fakeServer, renderApp } from '../../../../../../tests/kit/web/render-app.js';

const changed = { __typename: 'ForecastLayersChanged', revision: 2, layers: [] };

/** jsdom lays nothing out: the room the grid has is given by hand. */
const room = { clientHeight: 600, clientWidth: 1000 };
let spies: jest.SpyInstance[] = [];
beforeAll(() => {
  spies = (['clientHeight', 'clientWidth'] as const).map((side) =>
    jest.spyOn(Element.prototype, side, 'get').mockReturnValue(room[side]),
  );
});
afterAll(() => spies.forEach((spy) => spy.mockRestore()));

async function openGrid() {
  const sent = fakeServer({ ...fullAnswers(), AddForecastLayers: { addForecastLayers: changed } });
  renderApp('/demand?queue=q1&from=2026-11-02&view=grid');
  const grid = await screen.findByRole('grid', { name: 'Forecast by interval and day' });
  grid.focus();
  const cell = (row: number, column: number) =>
    grid.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)!.textContent;
  const keep = async () => {
    await userEvent.type(screen.getByLabelText('Reason'), 'Known{Enter}');
    await waitFor(() => expect(sent.some(({ operation }) => operation === 'AddForecastLayers')).toBe(true));
    return (
      sent.find(({ operation }) => operation === 'AddForecastLayers')!.variables['input'] as { layers: unknown[] }
    ).layers;
  };
  const paste = (text: string) => {
    const event = createEvent.paste(grid, { clipboardData: { getData: () => text } });
    fireEvent(grid, event);
  };
  return { grid, cell, keep, paste };
}

describe('typing a forecast', () => {
  it('takes numbers with the arrow keys, shows them at once and keeps them as one edit by interval', async () => {
    const { cell, keep } = await openGrid();
    await userEvent.keyboard('{ArrowDown}77{Enter}88{Enter}');
    expect([cell(1, 0), cell(2, 0)]).toEqual(['77', '88']);
    const [layer, ...others] = await keep();
    // The first row after the totals is 08:00 of Monday 2 November in Tokyo.
    expect(layer).toMatchObject({ operation: 'VALUES', values: [77, 88], fromAt: '2026-11-01T23:00:00.000Z' });
    expect(others).toEqual([]);
  });

  it('keeps the shape of a day whose total is typed, and scales a selection by percent', async () => {
    const { cell, keep } = await openGrid();
    await userEvent.keyboard('2000{Enter}');
    expect(cell(0, 0)).toBe('2,000');
    await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowDown}{/Shift}');
    const before = Number(cell(1, 1));
    await userEvent.keyboard('+10%{Enter}');
    expect(Number(cell(1, 1))).toBeCloseTo(before * 1.1, 1);
    await userEvent.keyboard('5{Escape}');
    expect(Number(cell(1, 1))).toBeCloseTo(before * 1.1, 1);
    expect(await keep()).toMatchObject([{ operation: 'TOTAL', value: 2000 }, { operation: 'VALUES' }]);
  });

  it('takes a block of a spreadsheet, fills down, and says cell by cell what it could not take', async () => {
    const { grid, cell, paste } = await openGrid();
    await userEvent.keyboard('{ArrowDown}');
    paste('11\t21\nmany\t22\n');
    expect([cell(1, 0), cell(1, 1), cell(2, 1)]).toEqual(['11', '21', '22']);
    expect(screen.getByRole('alert')).toHaveTextContent('1 cell was not taken:Mon 2 Nov 08:30: write 120, +10% or −5');
    expect(
      within(grid)
        .getAllByRole('gridcell')
        .filter((one) => one.ariaInvalid === 'true' || one.getAttribute('aria-invalid') === 'true'),
    ).toHaveLength(1);
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}');
    expect([cell(2, 0), cell(3, 0)]).toEqual(['11', '11']);
    expect(screen.queryByRole('alert')).toBeNull();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(screen.queryByRole('form', { name: 'Keep the draft' })).toBeNull();
  });
});
