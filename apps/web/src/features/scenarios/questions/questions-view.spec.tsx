import '../../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { botBreakEven, heldVolume } from '@yotei/scheduling/scenarios';
import { screen, within } from '@testing-library/react';
import { fullAnswers } from '../../../../../../tests/kit/web/fixtures.js';
import { fakeServer, renderApp } from '../../../../../../tests/kit/web/render-app.js';
import { BASE } from '../../../../../../tests/kit/web/scenario-fixtures.js';
import { QUESTION_IDS } from './question.model.js';

const PATH = '/scenarios?from=2026-11-23&days=7&view=questions';
const numbers = (table: HTMLElement) =>
  [...table.querySelectorAll('[data-value]')].map((it) => it.getAttribute('data-value'));

describe('the questions the other way round', () => {
  it('say what volume the team holds, with the numbers of the library', async () => {
    fakeServer(fullAnswers());
    renderApp(`${PATH}&question=held`);
    const table = await screen.findByRole('table', { name: 'What volume can this team hold?' });
    const { queues } = heldVolume(BASE);
    expect(numbers(table)).toEqual(
      queues.flatMap(({ contacts, heldContacts, factor }) => [contacts, heldContacts, factor].map(String)),
    );
    expect(screen.getByText(/^This team holds/)).toBeVisible();
  });

  it('say from which price a chatbot pays, of the chats', async () => {
    fakeServer(fullAnswers());
    renderApp(`${PATH}&question=bot`);
    const table = await screen.findByRole('table', { name: 'From which price does a chatbot pay?' });
    const expected = botBreakEven(BASE, { queueIds: ['chat'], deflectedFraction: 0.15 });
    expect(numbers(table)).toContain(String(expected.perContact));
  });

  it.each(QUESTION_IDS)('%s is answered in a sentence, and says how', async (id) => {
    fakeServer(fullAnswers());
    renderApp(`${PATH}&question=${id}`, 'ja');
    const region = await screen.findByRole('region', { name: '逆引き' });
    expect(await within(region).findByText('計算方法')).toBeVisible();
    expect(region.querySelector('.y-scn-telling')?.textContent).toMatch(/[ぁ-ん]/);
  });
});
