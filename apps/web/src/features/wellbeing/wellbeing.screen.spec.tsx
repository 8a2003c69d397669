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
const breaksSooner = {
  __typename: 'RepairProposals',
  zone: 'Asia/Tokyo',
  proposals: [
    {
      ...{ id: 'r1', people: 1, shortMinutesAdded: 0, shortMinutesRemoved: 0, worseRules: [] },
      steps: [
        {
          ...{ agentId: 'a1', name: 'Sato', activityTypeId: 'break' },
          ...{ fromAt: '2026-11-04T02:30:00Z', toAt: '2026-11-04T01:45:00Z' },
        },
      ],
      service: [{ queueId: 'voice', title: { en: 'Voice', ja: '電話' }, before: 0.82, after: 0.8 }],
    },
  ],
};
const settings = { version: 0, hasPulse: true, hasHardTurns: false, measures: [measure] };

describe('the page of wellbeing', () => {
  it('says how many have had no breather, names nobody, and moves their breaks in a click', async () => {
    const sent = fakeServer({
      ...planner(),
      LoadAlertRepair: { loadAlertRepair: breaksSooner },
      ApplyRepair: { applyRepair: { __typename: 'RepairApplied', id: 'r1', people: 1, offerId: null } },
    });
    renderApp('/wellbeing');
    const alerts = (await screen.findByRole('heading', { name: 'Right now' })).closest('section')!;
    expect(within(alerts).getByText(/Umeda: 4 people have been above 90% occupancy for over 90 min/)).toBeVisible();
    expect(await screen.findByText('As worked')).toBeVisible();
    await userEvent.click(within(alerts).getByRole('button', { name: 'Move their breaks…: Umeda' }));
    const dialog = await screen.findByRole('dialog', { name: 'Breaks sooner' });
    expect(await within(dialog).findByText(/11:30 → 10:45/)).toBeVisible();
    expect(within(dialog).getByText('Voice: answered in time 82% → 80% for the rest of the day')).toBeVisible();
    expect(within(dialog).getByText('Rules kept')).toBeVisible();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Move these breaks' }));
    expect(await screen.findByText('Breaks moved. 1 person is told.')).toBeVisible();
    expect(sent.find(({ operation }) => operation === 'ApplyRepair')!.variables).toMatchObject({ id: 'r1' });
  });

  it('says when no break can come sooner', async () => {
    fakeServer({ ...planner(), LoadAlertRepair: { loadAlertRepair: { ...breaksSooner, proposals: [] } } });
    renderApp('/wellbeing');
    await userEvent.click(await screen.findByRole('button', { name: 'Move their breaks…: Umeda' }));
    expect(await screen.findByText('No break can come sooner')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Move these breaks' })).toBeNull();
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
      ...{ hasPulse: true, hasHardTurns: false },
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
