import '../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fullAnswers, requirement } from '../../../../../tests/kit/web/fixtures.js';
import { fakeServer, renderApp } from '../../../../../tests/kit/web/render-app.js';

const PATH = '/requirement?week=2026-11-02&day=2026-11-04';
const openCell = () => screen.findByRole('button', { name: /Japanese voice, 12:00/ });

describe('why this many agents', () => {
  it('opens the calculation of the interval that was pressed, in sentences', async () => {
    const sent = fakeServer(fullAnswers());
    renderApp(PATH);
    await userEvent.click(await openCell());
    const why = await screen.findByRole('complementary');
    expect(await within(why).findByRole('heading', { name: 'Why 14 agents?' })).toBeVisible();
    const steps = within(why).getAllByRole('list')[0]!;
    expect(steps).toHaveTextContent('The forecast expects 58 contacts in these 30 minutes.');
    expect(steps).toHaveTextContent('With 12 agents the goal is missed:');
    expect(steps).toHaveTextContent('Service level 86.2% at least 80% · met');
    expect(steps).toHaveTextContent('Sickness takes 6% of the time: 13.83.');
    expect(steps).toHaveTextContent('In all 6% of the time is lost to unplanned causes: 13 agents become 13.83.');
    expect(sent.find(({ operation }) => operation === 'ExplainRequirement')?.variables).toEqual({
      queueId: 'q1',
      startAt: '2026-11-04T03:00:00.000Z',
    });
  });

  it('compares the models below', async () => {
    fakeServer(fullAnswers());
    renderApp(PATH);
    await userEvent.click(await openCell());
    const table = await screen.findByRole('table', { name: 'What other models say of the same load' });
    expect(within(table).getByRole('row', { name: /Erlang C/ })).toHaveTextContent('1487.1%11 s72%');
  });

  it('gives the sentence for a director, and copies it', async () => {
    // Its setup gives the page a clipboard.
    const user = userEvent.setup();
    fakeServer(fullAnswers());
    renderApp(PATH);
    await user.click(await openCell());
    await user.click(await screen.findByRole('button', { name: 'Copy the sentence' }));
    expect(await navigator.clipboard.readText()).toBe('58 contacts need 13 agents; 14 on the roster.');
    expect(await screen.findByText('Copied')).toBeVisible();
  });

  it('walks the curve by keyboard, one agent more and one fewer, with a table beside it', async () => {
    fakeServer(fullAnswers());
    renderApp(PATH);
    await userEvent.click(await openCell());
    const curve = await screen.findByRole('slider', { name: 'Service level against agents; arrow keys walk' });
    expect(curve).toHaveAttribute('aria-valuenow', '13');
    expect(curve).toHaveAttribute(
      'aria-valuetext',
      '13 agents · service level 86.2% · wait 8.1 s · occupancy 77% · chance 62% · met',
    );
    curve.focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(curve.getAttribute('aria-valuetext')).toMatch(/^12 agents · service level 78.4% .* · missed$/);
    await userEvent.click(screen.getByRole('button', { name: 'One more' }));
    expect(curve).toHaveAttribute('aria-valuenow', '13');
    await userEvent.click(screen.getByText('As a table'));
    expect(screen.getByRole('row', { name: /^12 78.4% 14 s 83% 4% 42%$/ })).toBeVisible();
  });

  it('shows the formulas with their numbers', async () => {
    fakeServer(fullAnswers());
    renderApp(PATH);
    await userEvent.click(await openCell());
    expect(await screen.findByText('a = c × h ÷ t')).toBeVisible();
    expect(screen.getByText('10.05 erlangs = 58 contacts × 312 s ÷ 30 min')).toBeVisible();
  });

  it('is a link: the address names the interval', async () => {
    fakeServer(fullAnswers());
    const { router } = renderApp(PATH);
    await userEvent.click(await openCell());
    expect(router.state.location.search).toMatchObject({ queue: 'q1', at: Date.parse('2026-11-04T03:00:00Z') });
  });
});

describe('the table of intervals', () => {
  it('has one tab stop and is walked by arrow keys', async () => {
    fakeServer(fullAnswers());
    renderApp(PATH);
    const first = await screen.findByRole('button', { name: /Japanese voice, 08:00/ });
    expect(
      screen.getAllByRole('button', { name: /Open the calculation/ }).filter(({ tabIndex }) => tabIndex === 0),
    ).toEqual([first]);
    first.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(screen.getByRole('button', { name: /English voice, 08:30/ })).toHaveFocus();
  });
});

describe('what the figures rest on', () => {
  it('stands beside them: goal, model, load method, certainty, hours and the chance to meet the goal', async () => {
    fakeServer(fullAnswers());
    renderApp(PATH);
    const row = await screen.findByRole('row', { name: /^Japanese voice 80% in 20 s/ });
    expect(row).toHaveTextContent('occupancy ≤ 88%');
    expect(row).toHaveTextContent('Erlang A');
    expect(row).toHaveTextContent('contacts in hand counted');
    expect(row).toHaveTextContent('the forecast as it is');
    expect(
      within(row)
        .getAllByRole('cell')
        .slice(2, 5)
        .map(({ textContent }) => textContent),
    ).toEqual([expect.stringMatching(/^[\d,.]+$/), '71%', '83%']);
  });

  it('has the chance of each day of the week beside one another', async () => {
    fakeServer(fullAnswers());
    renderApp(PATH);
    await userEvent.click(await screen.findByText('Chance to meet the goal, day by day', { selector: 'summary' }));
    const table = screen.getByRole('table', { name: 'Chance to meet the goal, day by day' });
    const row = within(table).getByRole('row', { name: /^Japanese voice/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .filter(({ textContent }) => textContent === '71%'),
    ).toHaveLength(3);
  });

  it('shows the chance of each interval in place of the agents', async () => {
    fakeServer(fullAnswers());
    const { router } = renderApp(PATH);
    await userEvent.click(await screen.findByRole('radio', { name: 'Chance' }));
    expect(await openCell()).toHaveTextContent('62');
    expect(router.state.location.search).toMatchObject({ show: 'chance' });
  });

  it('says which settings changed since, and computes anew', async () => {
    const sent = fakeServer({
      ...fullAnswers(),
      Requirement: { requirement: requirement(['settings']) },
      ComputeRequirement: { computeRequirement: { __typename: 'ForecastMissing', message: '', queueIds: ['q1'] } },
    });
    renderApp(PATH);
    const notice = await screen.findByText(/Settings changed since: Japanese voice, English voice, Chat\./);
    expect(notice).toHaveTextContent('Computed Wed 4 Nov 02:10.');
    await userEvent.click(screen.getByRole('button', { name: 'Compute anew' }));
    await waitFor(() => expect(sent.some(({ operation }) => operation === 'ComputeRequirement')).toBe(true));
  });
});

describe('the what-if field', () => {
  it('answers while one types, names the place of a mistake, and remembers', async () => {
    localStorage.clear();
    fakeServer(fullAnswers());
    renderApp(PATH);
    await userEvent.click(await screen.findByRole('button', { name: 'What if…' }));
    const field = await screen.findByLabelText('Formula');
    expect(await screen.findByText('= 14 agents')).toBeVisible();
    await userEvent.clear(field);
    await userEvent.type(field, 'agents(120 per 30 min, 180 s, 80 %, 20 s)');
    expect(await screen.findByText('= 16 agents')).toBeVisible();
    await userEvent.type(field, '{Enter}');
    const used = within(screen.getByRole('group', { name: 'Formulas used before' }));
    expect(used.getByRole('button')).toHaveTextContent('agents(120 per 30 min, 180 s, 80 %, 20 s)');
    await userEvent.clear(field);
    await userEvent.type(field, '1 + wrong');
    expect(document.querySelector('.y-formula-place mark')).toHaveTextContent('wrong');
    expect(field).toBeInvalid();
    await userEvent.keyboard('{ArrowUp}');
    expect(field).toHaveValue('agents(120 per 30 min, 180 s, 80 %, 20 s)');
  });

  it('writes the example of a function into the formula', async () => {
    localStorage.clear();
    fakeServer(fullAnswers());
    renderApp(PATH);
    await userEvent.click(await screen.findByRole('button', { name: 'What if…' }));
    const field = await screen.findByLabelText('Formula');
    await userEvent.clear(field);
    await userEvent.click(screen.getByText('Functions, with examples'));
    await userEvent.type(screen.getByLabelText('Find a function'), 'erlangC');
    await userEvent.click(screen.getByRole('button', { name: 'Insert an example of erlangC' }));
    expect((field as HTMLInputElement).value).toMatch(/^erlangC\(/);
    expect(await screen.findByText(/^= /)).toBeVisible();
  });
});
