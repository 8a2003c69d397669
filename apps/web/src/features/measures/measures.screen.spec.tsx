import '../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fullAnswers, kpiFormula, viewer } from '../../../../../tests/kit/web/fixtures.js';
import { fakeServer, renderApp } from '../../../../../tests/kit/web/render-app.js';

const PATH = '/measures?from=2026-10-05';
const tile = async (title: string) =>
  (await screen.findByRole('heading', { level: 3, name: title })).closest('li') as HTMLElement;

describe('the measures', () => {
  it('show each KPI with its unit and the formula behind it', async () => {
    const sent = fakeServer(fullAnswers());
    renderApp(PATH);
    expect(await tile('Abandonment')).toHaveTextContent('5%abandoned / offered'); // 400 of 8,000
    expect(await tile('Mean handle time')).toHaveTextContent('5 mintotalHandleSeconds / answered');
    expect(await tile('Contacts offered')).toHaveTextContent('8,000');
    expect(await tile('Lost per answered')).toHaveTextContent('5.3%'); // 50 of 950
    expect(sent.find(({ operation }) => operation === 'Measures')?.variables).toEqual({
      fromOn: '2026-10-05',
      days: 28,
    });
  });

  it('say which import is missing where a fact is not told, never 0', async () => {
    fakeServer(fullAnswers());
    renderApp(PATH);
    const level = await tile('Service level, of all offered');
    expect(level).toHaveTextContent('No data');
    expect(level).toHaveTextContent(/“answered within the threshold” is missing in 3 intervals.*answered_within/);
  });

  it('are of the chosen queue, by week below', async () => {
    fakeServer(fullAnswers());
    renderApp(`${PATH}&queue=q1`);
    expect(await tile('Contacts offered')).toHaveTextContent('4,000');
    const table = screen.getByRole('table', { name: 'By week' });
    expect(within(table).getByRole('row', { name: /^Contacts offered/ })).toHaveTextContent(
      'Contacts offered1,000 contacts1,000 contacts1,000 contacts1,000 contacts',
    );
  });

  it('are read without buttons by a supervisor', async () => {
    const person = viewer();
    const permissions = person.permissions.filter((permission) => permission !== 'measures.edit');
    fakeServer({ ...fullAnswers(), Viewer: { viewer: { ...person, roles: ['SUPERVISOR'], permissions } } });
    renderApp(PATH);
    await tile('Lost per answered');
    expect(screen.queryByRole('button', { name: /Lost per answered|Add a KPI/ })).toBeNull();
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
    await userEvent.type(field, 'paidSeconds / answered');
    expect(within(dialog).getByText('“paid time” is not gathered yet.')).toBeVisible();
    expect(within(dialog).getByRole('button', { name: 'Save' })).toBeEnabled();
  });

  it('shows what somebody else wrote meanwhile, and replaces it only when saved once more', async () => {
    const theirs = { ...kpiFormula, title: 'Theirs', version: 7 };
    const answer = { __typename: 'KpiFormulaEditedMeanwhile', kpi: theirs };
    const sent = fakeServer({ ...fullAnswers(), SaveKpiFormula: { saveKpiFormula: answer } });
    renderApp(PATH);
    await userEvent.click(await screen.findByRole('button', { name: 'Change Lost per answered' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('“Theirs” is now abandoned / answered');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    const versions = () =>
      sent
        .filter(({ operation }) => operation === 'SaveKpiFormula')
        .map(({ variables }) => (variables['input'] as { version: number }).version);
    await waitFor(() => expect(versions()).toEqual([1, 7]));
  });

  it('deletes at once and takes it back at its old place', async () => {
    const sent = fakeServer({
      ...fullAnswers(),
      DeleteKpiFormula: { deleteKpiFormula: { __typename: 'KpiFormulaDeleted' } },
      SaveKpiFormula: { saveKpiFormula: { __typename: 'KpiFormulaSaved', kpi: kpiFormula } },
    });
    renderApp(PATH);
    await userEvent.click(await screen.findByRole('button', { name: 'Delete Lost per answered' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('“Lost per answered” is back.')).toBeVisible();
    expect(sent.find(({ operation }) => operation === 'DeleteKpiFormula')?.variables).toEqual({ id: 'k1', version: 1 });
    const { title, formula, position } = kpiFormula;
    expect(sent.find(({ operation }) => operation === 'SaveKpiFormula')?.variables).toEqual({
      input: { title, formula, position },
    });
  });
});
