import '../../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fullAnswers, viewer } from '../../../../../../tests/kit/web/fixtures.js';
import { planningWeights } from '../../../../../../tests/kit/web/planning-weights-fixture.js';
import { fakeServer, renderApp } from '../../../../../../tests/kit/web/render-app.js';
import { GROUP_TEXTS, WEIGHT_TEXTS } from './weights.model.js';

const PATH = '/roster/weights';

describe('the planning weights', () => {
  it('have a text each, and a title a group', () => {
    const { weights } = planningWeights();
    expect(Object.keys(WEIGHT_TEXTS).sort()).toEqual(weights.map(({ id }) => id).sort());
    expect(Object.keys(GROUP_TEXTS).sort()).toEqual([...new Set(weights.map(({ group }) => group))].sort());
  });

  it('are shown in groups, each with a plain sentence and its standard', async () => {
    fakeServer(fullAnswers());
    renderApp(PATH);
    expect(await screen.findByRole('heading', { level: 2, name: 'Fair shares' })).toBeVisible();
    expect(screen.getByLabelText('A night')).toHaveValue('10');
    expect(screen.getByText(/more nights than colleagues\. Standard: 10/)).toBeVisible();
    expect(screen.getByLabelText('Night premium')).toHaveValue('25%');
    expect(screen.getByText(/The standard is in force/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('are saved with the version they were read at, and go back to the standard', async () => {
    const changed = { ...planningWeights(), version: 1, changedAt: '2026-11-04T03:00:00Z', changedBy: 'Mika' };
    const saved = { __typename: 'PlanningWeightsSaved', planningWeights: changed };
    const sent = fakeServer({ ...fullAnswers(), SavePlanningWeights: { savePlanningWeights: saved } });
    renderApp(PATH);
    const night = await screen.findByLabelText('A night');
    await userEvent.clear(night);
    await userEvent.type(night, '12');
    await userEvent.tab();
    expect(screen.getByText('1 change not saved')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/The weights are saved/)).toBeVisible();
    const { variables } = sent.find(({ operation }) => operation === 'SavePlanningWeights')!;
    expect(variables).toMatchObject({ expectedVersion: 0 });
    expect((variables as { weights: object[] }).weights).toContainEqual({ id: 'night', value: 12 });
    expect(await screen.findByText(/by Mika/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Back to the standard' }));
    await waitFor(() => expect(screen.getByLabelText('A night')).toHaveValue('10'));
  });

  it('do not let a deeper gap cost less than a shallow one', async () => {
    fakeServer(fullAnswers());
    renderApp(PATH);
    const first = await screen.findByLabelText('Agents missing: the first tenth');
    await userEvent.clear(first);
    await userEvent.type(first, '35');
    await userEvent.tab();
    expect(screen.getByText('Must not be less than the tenth before.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('can be read but not changed by a supervisor', async () => {
    const person = viewer();
    const permissions = person.permissions.filter((permission) => permission !== 'organisation.edit');
    fakeServer({ ...fullAnswers(), Viewer: { viewer: { ...person, roles: ['SUPERVISOR'], permissions } } });
    renderApp(PATH);
    expect(await screen.findByLabelText('A night')).toBeDisabled();
    expect(screen.getByText(/Planners and administrators change them/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });
});
