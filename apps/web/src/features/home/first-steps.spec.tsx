import '../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { screen } from '@testing-library/react';
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

  it('is gone where all of it is there', async () => {
    fakeServer(fullAnswers('PLANNER'));
    renderApp('/');
    await screen.findByText('Weeks ahead');
    expect(screen.queryByText('Before your first week')).toBeNull();
  });
});
