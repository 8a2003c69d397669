import '../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fullAnswers, viewer } from '../../../../../tests/kit/web/fixtures.js';
import { fakeServer, renderApp } from '../../../../../tests/kit/web/render-app.js';

const measure = {
  measureId: 'notice',
  title: { en: 'Notice', ja: '予告' },
  ...{ unit: 'days', evidence: 'A study' },
  ...{ ok: 14, bad: 2, standardOk: 14, standardBad: 2 },
};
const planner = () => {
  const person = viewer();
  const permissions = [...person.permissions, 'wellbeing.edit', 'intraday.act'];
  return { ...fullAnswers(), Viewer: { viewer: { ...person, permissions } } };
};
const settings = { version: 0, hasPulse: true, measures: [measure] };

describe('the page of wellbeing', () => {
  it('says how many have had no breather, names nobody, and leads to what mends it', async () => {
    fakeServer(planner());
    renderApp('/wellbeing');
    const alerts = (await screen.findByRole('heading', { name: 'Right now' })).closest('section')!;
    expect(within(alerts).getByText(/Umeda: 4 people have been above 90% occupancy for over 90 min/)).toBeVisible();
    expect(within(alerts).getByRole('link')).toHaveAttribute('href', expect.stringContaining('/live?team=t1'));
    expect(await screen.findByText('As worked')).toBeVisible();
  });

  it('keeps own limits where they differ from the standard, and refuses those that make no sense', async () => {
    const saved = { __typename: 'WellbeingSettingsSaved', settings: { ...settings, version: 1 } };
    const sent = fakeServer({
      ...planner(),
      WellbeingSettings: { wellbeingSettings: settings },
      SaveWellbeingSettings: { saveWellbeingSettings: saved },
    });
    renderApp('/wellbeing');
    await userEvent.click(await screen.findByRole('button', { name: 'Show the limits' }));
    const bad = await screen.findByLabelText('Notice: full load at');
    const section = screen.getByRole('heading', { name: 'What counts as load' }).closest('section')!;
    const set = async (value: string) => {
      await userEvent.clear(bad);
      await userEvent.type(bad, value);
      await userEvent.tab();
    };
    await set('20');
    expect(within(section).getByText(/Full load must lie beyond/)).toBeVisible();
    expect(within(section).getByRole('button', { name: 'Save' })).toBeDisabled();
    await set('7');
    await userEvent.click(within(section).getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Limits saved')).toBeVisible();
    const { variables } = sent.find(({ operation }) => operation === 'SaveWellbeingSettings')!;
    expect(variables).toEqual({
      expectedVersion: 0,
      hasPulse: true,
      limits: [{ measureId: 'notice', ok: 14, bad: 7 }],
    });
  });
});

describe('the pulse of the own page', () => {
  it('is private unless it is let count, and can be taken back', async () => {
    const said = { on: '2026-11-03', energy: 2, support: 4, countsForTeam: false };
    const sent = fakeServer({
      ...fullAnswers('AGENT'),
      MyPulse: { myPulse: [said] },
      AnswerPulse: { answerPulse: { __typename: 'PulseAnswered' } },
      ForgetPulse: { forgetPulse: { count: 1 } },
    });
    renderApp('/me');
    const panel = (await screen.findByRole('heading', { name: 'How was your day?' })).closest('section')!;
    const question = (name: RegExp) => within(within(panel).getByRole('group', { name }));
    expect(within(panel).getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.click(question(/Energy/).getByLabelText('3'));
    await userEvent.click(question(/Help/).getByLabelText('5'));
    await userEvent.click(within(panel).getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Saved\. Thank you/)).toBeVisible();
    expect(sent.find(({ operation }) => operation === 'AnswerPulse')!.variables).toMatchObject({
      input: { energy: 3, support: 5, countsForTeam: false },
    });
    await userEvent.click(within(panel).getByText('Your answers'));
    await userEvent.click(within(panel).getByRole('button', { name: /Delete the answer of/ }));
    expect(sent.find(({ operation }) => operation === 'ForgetPulse')!.variables).toEqual({ on: '2026-11-03' });
  });
});
