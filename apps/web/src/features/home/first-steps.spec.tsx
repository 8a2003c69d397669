import '../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { emptyAnswers, fullAnswers } from '../../../../../tests/kit/web/fixtures.js';
import { fakeServer, renderApp } from '../../../../../tests/kit/web/render-app.js';

describe('what a new organisation is led through', () => {
  it('is a list in the order that works, each step with its page, what is there ticked', async () => {
    fakeServer(emptyAnswers('PLANNER'));
    renderApp('/');
    expect(await screen.findByRole('heading', { name: 'Before your first week' })).toBeVisible();
    const step = (name: string) => screen.getByRole('link', { name });
    expect(step('Import the history of your contacts')).toHaveAttribute('href', '/import');
    expect(step('Add agents, or paste your list')).toHaveAttribute('href', '/setup?part=agents');
    expect(screen.getAllByRole('img', { name: 'done' })).toHaveLength(1);
  });

  it('offers sample data in one press, shows it being filled in, and takes it away after asking', async () => {
    const user = userEvent.setup();
    const answers = emptyAnswers('PLANNER');
    fakeServer(answers);
    renderApp('/');
    const sample = { state: 'FILLING', mayFill: false, jobId: 'j1', agentCount: 40, queueCount: 5, uses: [] };
    answers['FillSampleData'] = { result: { __typename: 'JobStarted', job: { id: 'j1' } } };
    const press = await screen.findByRole('button', { name: 'Fill with sample data' });
    answers['SampleData'] = { sampleData: sample };
    await user.click(press);
    expect(await screen.findByRole('region', { name: 'Forecast' })).toBeVisible();
    answers['SampleData'] = { sampleData: { ...sample, state: 'FILLED' } };
    cleanup();
    renderApp('/');
    expect(await screen.findByText(/40 invented people and 5 queues/)).toBeVisible();
    answers['RemoveSampleData'] = { result: { __typename: 'SampleDataRemoved' } };
    await user.click(screen.getByRole('button', { name: 'Take it away…' }));
    await user.click(await screen.findByRole('button', { name: 'Take it away' }));
    expect(await screen.findByText('The sample data is gone')).toBeVisible();
  });

  it('says what of the organisation’s own leans on the sample data, and keeps it then', async () => {
    const uses = [{ what: 'agents', count: 2 }];
    const sample = { state: 'FILLED', mayFill: false, jobId: 'j1', agentCount: 40, queueCount: 5, uses };
    const { FirstSteps } = fullAnswers('PLANNER') as { FirstSteps: object };
    fakeServer({
      ...fullAnswers('PLANNER'),
      FirstSteps: { ...FirstSteps, sampleData: sample },
      SampleData: { sampleData: sample },
    });
    renderApp('/');
    expect(await screen.findByText(/lean on it: 2 agents of yours/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Take it away…' })).toBeDisabled();
  });

  it('is gone where all of it is there', async () => {
    fakeServer(fullAnswers('PLANNER'));
    renderApp('/');
    await screen.findByText('Weeks ahead');
    expect(screen.queryByText('Before your first week')).toBeNull();
  });
});
