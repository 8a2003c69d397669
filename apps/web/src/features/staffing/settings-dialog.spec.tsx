import '../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fullAnswers } from '../../../../../tests/kit/web/fixtures.js';
import { fakeServer, renderApp, type Answers } from '../../../../../tests/kit/web/render-app.js';

const PATH = '/requirement?week=2026-11-02&day=2026-11-04';

async function openSettings(answers: Answers = {}) {
  const sent = fakeServer({
    ...fullAnswers(),
    SaveStaffingSettings: { saveStaffingSettings: { __typename: 'StaffingSettingsSaved', queue: { id: 'q1' } } },
    ComputeRequirement: { computeRequirement: { __typename: 'ForecastMissing', message: '', queueIds: ['q1'] } },
    ...answers,
  });
  renderApp(PATH);
  await userEvent.click(await screen.findByRole('button', { name: 'Staffing settings of Japanese voice' }));
  const dialog = await screen.findByRole('dialog', { name: 'Staffing settings of Japanese voice' });
  await within(dialog).findByLabelText('Service level, at least');
  return { sent, dialog: within(dialog) };
}

async function write(field: HTMLElement, text: string) {
  await userEvent.clear(field);
  if (text) await userEvent.type(field, text);
  await userEvent.tab();
}

describe('the settings of a queue', () => {
  it('are saved as a plan and computed at once', async () => {
    const { sent, dialog } = await openSettings();
    await write(dialog.getByLabelText('Service level, at least'), '90');
    await userEvent.click(dialog.getByRole('radio', { name: 'The goal on average' }));
    await userEvent.click(dialog.getByRole('radio', { name: 'Each interval by itself' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Save and compute' }));
    await waitFor(() => expect(sent.some(({ operation }) => operation === 'ComputeRequirement')).toBe(true));
    expect(sent.find(({ operation }) => operation === 'SaveStaffingSettings')?.variables['input']).toMatchObject({
      queueId: 'q1',
      version: 3,
      plan: {
        modelId: 'erlang-a',
        goal: { serviceLevelFraction: 0.9, answerWithinSeconds: 20, maxOccupancyFraction: 0.88 },
        patienceSeconds: 120,
        loadMethod: 'interval',
        staffedFor: { kind: 'expected' },
        shrinkage: [
          { id: 'sickness', fraction: 0.06, planned: false },
          { id: 'meeting', fraction: 0.5, planned: true, weekdays: [1], fromMinute: 540, untilMinute: 600 },
        ],
      },
    });
    expect(await screen.findByText('There is no forecast for these days. Forecast them first.')).toBeVisible();
  });

  it('show before saving what a change does to the week', async () => {
    const { dialog } = await openSettings();
    const hours = () =>
      Number(/→ ([\d,.]+)/.exec(dialog.getByText(/Agent-hours to roster this week/).textContent)![1]!.replace(',', ''));
    const before = hours();
    await write(dialog.getByLabelText('Service level, at least'), '95');
    await waitFor(() => expect(hours()).toBeGreaterThan(before));
  });

  it('hold the hours in which contacts are worked on, day by day', async () => {
    const { sent, dialog } = await openSettings();
    expect(dialog.getByText('Worked on whenever the forecast knows contacts.')).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Add hours' }));
    const row = within(dialog.getByRole('listitem', { name: 'Hours 1' }));
    await write(row.getByLabelText('Until'), '8:00');
    expect(await row.findByText('The time must end after it starts, within one day')).toBeVisible();
    await write(row.getByLabelText('Until'), '12:30');
    await userEvent.click(row.getByRole('button', { name: 'Friday' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Save and compute' }));
    await waitFor(() => expect(sent.some(({ operation }) => operation === 'SaveStaffingSettings')).toBe(true));
    expect(sent.find(({ operation }) => operation === 'SaveStaffingSettings')?.variables['input']).toMatchObject({
      plan: { workedHours: [{ weekdays: [1, 2, 3, 4], fromMinute: 540, untilMinute: 750 }] },
    });
  });

  it('are refused while one types, in the words of the library, and cannot be saved', async () => {
    const { dialog } = await openSettings();
    await write(dialog.getByLabelText('Mean patience'), '');
    expect(await dialog.findByText('Mean patience is needed by Erlang A: some abandon')).toBeVisible();
    expect(dialog.getByText('Correct the marked fields to see what the change does.')).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Save and compute' })).toBeDisabled();
  });

  it('say why no number of agents reaches a goal and offer the nearest that one can', async () => {
    const { dialog } = await openSettings();
    await write(dialog.getByLabelText('Service level, at least'), '100');
    expect(await dialog.findByRole('alert')).toHaveTextContent('No number of agents makes it certain');
    await userEvent.click(dialog.getByRole('button', { name: 'Use 99% in 20 s, occupancy ≤ 88%' }));
    expect(dialog.getByLabelText('Service level, at least')).toHaveValue('99');
    expect(dialog.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('take a cause of shrinkage away, add one, and refuse a time that ends before it starts', async () => {
    const { sent, dialog } = await openSettings();
    await userEvent.click(dialog.getByRole('button', { name: 'Remove Meeting' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Add a cause' }));
    const added = within(dialog.getByRole('listitem', { name: 'Lateness' }));
    await write(added.getByLabelText('From'), '10:00');
    await write(added.getByLabelText('Until'), '9:00');
    expect(await added.findByText('The time must end after it starts, within one day')).toBeVisible();
    await write(added.getByLabelText('Until'), '12:00');
    await userEvent.click(added.getByRole('button', { name: 'Sunday' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Save and compute' }));
    await waitFor(() => expect(sent.some(({ operation }) => operation === 'SaveStaffingSettings')).toBe(true));
    const { variables } = sent.find(({ operation }) => operation === 'SaveStaffingSettings')!;
    expect((variables['input'] as { plan: { shrinkage: unknown } }).plan.shrinkage).toEqual([
      expect.objectContaining({ id: 'sickness' }),
      {
        id: 'lateness',
        fraction: 0.02,
        planned: false,
        weekdays: [1, 2, 3, 4, 5, 6],
        fromMinute: 600,
        untilMinute: 720,
      },
    ]);
  });

  it('tell that somebody else saved them first', async () => {
    const changed = { saveStaffingSettings: { __typename: 'StaffingSettingsChanged', message: '' } };
    const { dialog } = await openSettings({ SaveStaffingSettings: changed });
    await userEvent.click(dialog.getByRole('button', { name: 'Save and compute' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('Somebody else saved these settings in the meantime.');
  });
});
