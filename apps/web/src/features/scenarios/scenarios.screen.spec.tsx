import '../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { answerScenario, type ScenarioChange } from '@yotei/scheduling/scenarios';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fullAnswers, viewer } from '../../../../../tests/kit/web/fixtures.js';
import { Fails, fakeServer, renderApp } from '../../../../../tests/kit/web/render-app.js';
import { BASE, inventedScenario, SCENARIOS } from '../../../../../tests/kit/web/scenario-fixtures.js';

const PATH = '/scenarios?from=2026-11-23&days=7';
const tile = async (id: string) => {
  await screen.findByRole('list', { name: 'Figures' });
  return document.querySelector(`[data-figure="${id}"]`) as HTMLElement;
};
const hours = (changes: readonly ScenarioChange[]) => String(answerScenario(BASE, changes).total.requiredHours);
const saved = (changes: readonly ScenarioChange[], id = 's9') => ({
  __typename: 'ScenarioSaved',
  scenario: inventedScenario({ id, name: 'Volume +20%', changes, version: 2 }),
});

describe('a scenario', () => {
  it('answers with the numbers of the library, to the last digit, against its base', async () => {
    fakeServer(fullAnswers());
    renderApp(`${PATH}&scenario=s1`);
    const shown = await tile('requiredHours');
    await waitFor(() => expect(shown.dataset['value']).toBe(hours(SCENARIOS[0]!.changes)));
    expect(shown.dataset['base']).toBe(hours([]));
    expect(within(shown).getByText('worse')).toBeVisible();
    expect(screen.getByRole('list', { name: 'Changes in words' })).toHaveTextContent('+20%');
    expect(within(screen.getByRole('region', { name: 'In three sentences' })).getAllByText(/\S/)).toHaveLength(3);
  });

  it('is made of the base by the first question, saved by itself, and taken back', async () => {
    const changes: readonly ScenarioChange[] = [{ kind: 'volume', factor: 1.2 }];
    const sent = fakeServer({
      ...fullAnswers(),
      CreateScenario: { createScenario: saved(changes) },
      SaveScenario: { saveScenario: saved([]) },
    });
    const { router } = renderApp(PATH);
    await userEvent.click(await screen.findByRole('button', { name: 'Volume +20%' }));
    await waitFor(async () => expect((await tile('requiredHours')).dataset['value']).toBe(hours(changes)));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ scenario: 's9' }));
    expect(sent.find(({ operation }) => operation === 'CreateScenario')?.variables['input']).toMatchObject({
      fromOn: '2026-11-23',
      days: 7,
      changes,
    });
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect((await tile('requiredHours')).dataset['value']).toBe(hours([])));
    await waitFor(() =>
      expect(sent.find(({ operation }) => operation === 'SaveScenario')?.variables['input']).toMatchObject({
        id: 's9',
        version: 2,
        changes: [],
      }),
    );
  });

  it('follows a slider moved by keys, for the chosen queues', async () => {
    fakeServer({ ...fullAnswers(), SaveScenario: { saveScenario: saved([], 's1') } });
    renderApp(`${PATH}&scenario=s1`);
    const slider = await screen.findByRole('slider', { name: 'Handle time' });
    fireEvent.change(slider, { target: { value: '30' } });
    const changes: readonly ScenarioChange[] = [
      { kind: 'volume', factor: 1.2 },
      { kind: 'handle-time', addSeconds: 30 },
    ];
    await waitFor(async () => expect((await tile('requiredHours')).dataset['value']).toBe(hours(changes)));
  });

  it('is saved at once when one goes to another before the pause is over', async () => {
    const sent = fakeServer({ ...fullAnswers(), SaveScenario: { saveScenario: saved([], 's1') } });
    renderApp(`${PATH}&scenario=s1`);
    await userEvent.click(await screen.findByRole('button', { name: 'Handle time +30 s' }));
    await userEvent.click(within(screen.getByRole('treegrid', { name: 'Scenarios' })).getByText('With a chatbot'));
    await waitFor(() =>
      expect(sent.find(({ operation }) => operation === 'SaveScenario')?.variables['input']).toMatchObject({
        id: 's1',
        changes: [
          { kind: 'volume', factor: 1.2 },
          { kind: 'handle-time', addSeconds: 30 },
        ],
      }),
    );
  });

  it('tells what is wrong with a change where it stands, and keeps the answer before', async () => {
    const faulty = inventedScenario({ id: 's3', name: 'Wrong', changes: [{ kind: 'volume', factor: -1 }] });
    fakeServer({ ...fullAnswers(), Scenarios: { scenarios: [faulty] } });
    renderApp(`${PATH}&scenario=s3`);
    const list = await screen.findByRole('list', { name: 'Changes in words' });
    expect(await within(list).findByRole('alert')).toBeVisible();
  });

  it('says that somebody else changed it, and lets one choose', async () => {
    const theirs = inventedScenario({ id: 's1', changes: [{ kind: 'volume', factor: 2 }], version: 7 });
    const meanwhile = { __typename: 'ScenarioChangedMeanwhile', message: 'x', scenario: theirs };
    fakeServer({ ...fullAnswers(), SaveScenario: { saveScenario: meanwhile } });
    renderApp(`${PATH}&scenario=s1`);
    await userEvent.click(await screen.findByRole('button', { name: 'Handle time +30 s' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Take theirs' }));
    await waitFor(async () =>
      expect((await tile('requiredHours')).dataset['value']).toBe(hours([{ kind: 'volume', factor: 2 }])),
    );
  });

  it('says when the base moved since it was saved', async () => {
    const moved = [
      { kind: 'forecast', id: 'voice', text: { en: 'The forecast of Voice is newer.', ja: '予測が更新' } },
    ];
    fakeServer({ ...fullAnswers(), Scenarios: { scenarios: [inventedScenario({ id: 's1', moved })] } });
    renderApp(`${PATH}&scenario=s1`);
    expect(await screen.findByText('The forecast of Voice is newer.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Refresh' })).toBeVisible();
  });

  it('can be tried without the right to save, and says so', async () => {
    const person = viewer();
    const permissions = person.permissions.filter((one) => one !== 'scenarios.edit');
    const sent = fakeServer({ ...fullAnswers(), Viewer: { viewer: { ...person, permissions } } });
    renderApp(PATH);
    await userEvent.click(await screen.findByRole('button', { name: 'Volume +20%' }));
    await waitFor(async () =>
      expect((await tile('requiredHours')).dataset['value']).toBe(hours([{ kind: 'volume', factor: 1.2 }])),
    );
    expect(screen.getByText('You may look and try, but not save.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'New scenario' })).toBeNull();
    expect(sent.some(({ operation }) => operation === 'CreateScenario')).toBe(false);
  });
});

describe('the tree', () => {
  it('opens, compares side by side, deletes and brings back', async () => {
    const archived = { __typename: 'ScenarioSaved', scenario: SCENARIOS[1] };
    const sent = fakeServer({ ...fullAnswers(), ArchiveScenario: { archiveScenario: archived } });
    const { router } = renderApp(PATH);
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Compare Busy Christmas' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Compare With a chatbot' }));
    const table = await screen.findByRole('table', { name: 'Side by side' });
    await waitFor(() =>
      expect(
        within(table)
          .getByRole('row', { name: /^Required hours/ })
          .querySelectorAll('[data-value]')[2],
      ).toHaveAttribute('data-value', hours(SCENARIOS[1]!.changes as readonly ScenarioChange[])),
    );
    expect(router.state.location.search).toMatchObject({ compare: 's1,s2', view: 'compare' });
    const tree = screen.getByRole('treegrid', { name: 'Scenarios' });
    await userEvent.click(within(tree).getByText('With a chatbot'));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ scenario: 's2' }));
    await userEvent.click(within(tree).getByRole('button', { name: 'Delete With a chatbot' }));
    const toast = (await screen.findByText('“With a chatbot” was deleted.')).closest('div') as HTMLElement;
    await userEvent.click(within(toast).getByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(sent.filter(({ operation }) => operation === 'ArchiveScenario').map(({ variables }) => variables)).toEqual(
        [
          { id: 's2', archived: true },
          { id: 's2', archived: false },
        ],
      ),
    );
  });

  it('renames in place by F2', async () => {
    const sent = fakeServer({ ...fullAnswers(), SaveScenario: { saveScenario: saved([], 's1') } });
    renderApp(`${PATH}&scenario=s1`);
    const row = await screen.findByRole('row', { name: /Busy Christmas/ });
    await userEvent.click(within(row).getByText('Busy Christmas'));
    await userEvent.keyboard('{F2}');
    const field = await screen.findByRole('textbox', { name: 'New name' });
    await userEvent.clear(field);
    await userEvent.type(field, 'Quiet Christmas{Enter}');
    await waitFor(() =>
      expect(sent.find(({ operation }) => operation === 'SaveScenario')?.variables['input']).toMatchObject({
        id: 's1',
        name: 'Quiet Christmas',
      }),
    );
  });
});

describe('the list of scenarios', () => {
  it('says what failed', async () => {
    fakeServer({ ...fullAnswers(), Scenarios: new Fails('UNEXPECTED', 'corr-9') });
    renderApp(PATH);
    expect(await screen.findByText('corr-9')).toBeVisible();
  });
});

describe('the form of changes', () => {
  it('adds any kind, in words while it is filled', async () => {
    fakeServer({ ...fullAnswers(), SaveScenario: { saveScenario: saved([], 's1') } });
    renderApp(`${PATH}&scenario=s1`);
    await userEvent.click(await screen.findByRole('button', { name: 'Add a change…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add a change…' });
    const more = within(dialog).getByRole('textbox', { name: /^More/ });
    await userEvent.clear(more);
    await userEvent.type(more, '50');
    await userEvent.tab();
    expect(await within(dialog).findByText(/\+50%/)).toBeVisible();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
    const changes: readonly ScenarioChange[] = [
      { kind: 'volume', factor: 1.2 },
      { kind: 'volume', factor: 1.5 },
    ];
    await waitFor(async () => expect((await tile('requiredHours')).dataset['value']).toBe(hours(changes)));
  });
});
