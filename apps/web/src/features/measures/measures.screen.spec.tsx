import '../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fullAnswers, viewer } from '../../../../../tests/kit/web/fixtures.js';
import { kpiFormula } from '../../../../../tests/kit/web/measure-fixtures.js';
import { fakeServer, renderApp } from '../../../../../tests/kit/web/render-app.js';

const PATH = '/measures?from=2026-10-05';
const tile = async (title: string) =>
  (await screen.findByRole('heading', { level: 3, name: title })).closest('li') as HTMLElement;

describe('the measures', () => {
  it('show each KPI with its unit, target, trend and the formula behind it', async () => {
    const sent = fakeServer(fullAnswers());
    renderApp(PATH);
    expect(await tile('Abandonment')).toHaveTextContent('5%'); // 400 of 8,000
    expect(await tile('Abandonment')).toHaveTextContent('Target missed: at most 4%');
    expect(await screen.findByText('▲ 2% against before')).toBeVisible();
    expect(await tile('Abandonment')).toHaveTextContent('abandoned / offered');
    expect(await tile('Mean handle time')).toHaveTextContent('5 min');
    expect(await tile('Mean handle time')).toHaveTextContent('within the usual spread');
    expect(await tile('Lost per answered')).toHaveTextContent('5.3%'); // 400 of 7,600
    const ranges = sent.flatMap(({ operation, variables }) =>
      operation === 'MeasureValues' ? [variables['range']] : [],
    );
    const range = { fromOn: '2026-10-05', untilOn: '2026-11-02', cut: 'ALL', weekStart: 1 };
    expect(ranges).toEqual(
      expect.arrayContaining([
        { ...range, period: 'WEEK' },
        { ...range, period: 'WHOLE' },
      ]),
    );
  });

  it('say what is missing and what would bring it, never 0', async () => {
    fakeServer(fullAnswers());
    renderApp(PATH);
    await tile('Abandonment');
    const level = await tile('Service level, of all offered');
    expect(level).toHaveTextContent('No data');
    expect(level).toHaveTextContent(/answered within the threshold.*columns answered_within/);
    expect(await tile('Customer satisfaction (CSAT)')).toHaveTextContent('Import facts');
  });

  it('stand by week below, and say what happened', async () => {
    fakeServer(fullAnswers());
    renderApp(PATH);
    const table = await screen.findByRole('table', { name: 'By week' });
    const row = within(table).getByRole('row', { name: /^Contacts offered/ });
    expect(row).toHaveTextContent('8,000 contacts2,000 contacts2,000 contacts');
    expect(await screen.findByText(/Outage of the telephone system/)).toBeVisible();
  });

  it('open to definition, inputs and rows', async () => {
    fakeServer(fullAnswers());
    renderApp(PATH);
    await userEvent.click(within(await tile('Abandonment')).getByRole('button', { name: 'Abandonment' }));
    const dialog = await screen.findByRole('dialog', { name: 'Abandonment' });
    expect(within(dialog).getByText(/Left while waiting, of all offered/)).toBeVisible();
    expect(within(dialog).getByText(/at most 4% from/)).toBeVisible();
    expect(await within(dialog).findByRole('table', { name: 'Rows beneath' })).toBeVisible();
  });

  it('are read without buttons by a supervisor', async () => {
    const person = viewer();
    const permissions = person.permissions.filter((permission) => !/^measures\.(edit|ingest)$/.test(permission));
    fakeServer({ ...fullAnswers(), Viewer: { viewer: { ...person, roles: ['SUPERVISOR'], permissions } } });
    renderApp(PATH);
    await tile('Lost per answered');
    expect(
      screen.queryByRole('button', { name: /(Change|Delete) Lost per answered|Add a KPI|Import facts/ }),
    ).toBeNull();
  });
});

describe('the editor of a KPI', () => {
  it('answers while one types, marks the place of a mistake, and saves by Enter', async () => {
    const saved = { __typename: 'KpiFormulaSaved', kpi: { ...kpiFormula, id: 'k2', title: 'Left' } };
    const sent = fakeServer({ ...fullAnswers(), SaveKpiFormula: { saveKpiFormula: saved } });
    renderApp(PATH);
    await userEvent.click(await screen.findByRole('button', { name: 'Add a KPI' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add a KPI' });
    await userEvent.type(within(dialog).getByLabelText('Title'), 'Left');
    const field = within(dialog).getByLabelText('Formula');
    await userEvent.type(field, 'abandoned / ofered');
    expect(within(dialog).getByText('ofered', { selector: 'mark' })).toBeVisible();
    expect(within(dialog).getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.clear(field);
    await userEvent.type(field, 'lostPerAnswered / 2'); // another measure by its name
    expect(within(dialog).getByText('= 2.6%')).toBeVisible();
    await userEvent.clear(field);
    await userEvent.type(field, 'abandoned / offered');
    expect(within(dialog).getByText('= 5%')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('“Left” was saved.')).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(sent.find(({ operation }) => operation === 'SaveKpiFormula')?.variables).toEqual({
      input: { title: 'Left', formula: 'abandoned / offered' },
    });
  });

  it('takes a formula whose facts are not known, and says so', async () => {
    fakeServer(fullAnswers());
    renderApp(PATH);
    await userEvent.click(await screen.findByRole('button', { name: 'Use Abandonment as a start' }));
    const dialog = await screen.findByRole('dialog');
    const field = within(dialog).getByLabelText('Formula');
    await userEvent.clear(field);
    await userEvent.type(field, 'surveySatisfied / surveyAnswers');
    expect(within(dialog).getByText(/“Import facts”/)).toBeVisible();
    expect(within(dialog).getByRole('button', { name: 'Save' })).toBeEnabled();
  });
});
