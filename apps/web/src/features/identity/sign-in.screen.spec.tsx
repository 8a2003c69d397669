import '../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fullAnswers } from '../../../../../tests/kit/web/fixtures.js';
import { fakeServer, renderApp } from '../../../../../tests/kit/web/render-app.js';

const DEMO = {
  demo: true,
  signIns: [{ email: 'planner@demo.example', password: 'secret', role: 'PLANNER', name: 'Maria Kimura' }],
};
const nobody = { ...fullAnswers(), Viewer: { viewer: null } };
const signedIn = { signIn: { __typename: 'SignedIn' } };

describe('signing in', () => {
  it('leads there from any page, and back to it', async () => {
    fakeServer(nobody, DEMO);
    const { router } = renderApp('/jobs');
    const button = await screen.findByRole('button', { name: 'Maria Kimura, Planner' });
    expect(router.state.location.pathname).toBe('/sign-in');
    const sent = fakeServer({ ...fullAnswers(), SignIn: signedIn }, DEMO);
    await userEvent.click(button);
    await waitFor(() => expect(router.state.location.pathname).toBe('/jobs'));
    expect(sent[0]).toEqual({ operation: 'SignIn', variables: { email: 'planner@demo.example', password: 'secret' } });
  });

  it('asks for what is missing before it asks the server', async () => {
    const sent = fakeServer(nobody);
    renderApp('/sign-in');
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }));
    expect(screen.getByText('Enter your e-mail address.')).toBeVisible();
    expect(screen.getByText('Enter your password.')).toBeVisible();
    expect(sent.filter(({ operation }) => operation === 'SignIn')).toEqual([]);
  });

  it.each([
    [{ __typename: 'WrongCredentials', message: '' }, 'The e-mail address or the password is not right.'],
    [
      { __typename: 'TooManyAttempts', message: '', retryAfterSeconds: 30 },
      /Too many attempts. Try again in 30 seconds/,
    ],
  ])('says why it was refused: %j', async (signIn, said) => {
    fakeServer({ ...nobody, SignIn: { signIn } });
    renderApp('/sign-in');
    await userEvent.type(await screen.findByLabelText('E-mail address'), 'a@b.example');
    await userEvent.type(screen.getByLabelText('Password'), 'x{Enter}');
    expect(await screen.findByText(said)).toBeVisible();
  });

  it('shows no demo people where there is no demo', async () => {
    fakeServer(nobody);
    renderApp('/sign-in');
    await screen.findByRole('button', { name: 'Sign in' });
    expect(screen.queryByText('Demo centre')).toBeNull();
  });
});
