import '../../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fullAnswers } from '../../../../../tests/kit/web/fixtures.js';
import { Fails, fakeServer, renderApp } from '../../../../../tests/kit/web/render-app.js';

const wish = (on: string, met: boolean, kind = 'day-off') => ({ on, kind, fromMinute: 480, untilMinute: 600, met });
const own = {
  myAvailability: {
    ...{ wishes: [], wishBudget: 10, mostWishes: 5, judgedCount: 3, metCount: 1, windows: [], neededMinutes: 2400 },
    judged: [wish('2026-11-04', true), wish('2026-11-03', false), wish('2026-11-02', false, 'start-between')],
    exceptions: [{ on: '2026-12-12', canWork: false, fromMinute: 900, untilMinute: 1440 }],
  },
};
const text = { en: 'Nobody else could take the late shift.', ja: '遅番を代われる人がいませんでした。' };
const answers = (more: object) => ({ ...fullAnswers('AGENT'), MyAvailability: own, ...more });
const open = async () => {
  renderApp('/wishes');
  await userEvent.click(await screen.findByText('What was not met'));
  return screen.getAllByRole('listitem').filter((item) => within(item).queryByRole('button', { name: 'Why?' }));
};

describe('wishes of published weeks', () => {
  it('that were not met say what stood against them when asked', async () => {
    const sent = fakeServer(answers({ ExplainMyWish: { explainMyWish: { __typename: 'MyWishExplained', text } } }));
    const unmet = await open();
    expect(screen.getByText('Met in the last twelve weeks: 1 of 3.')).toBeVisible();
    expect(unmet.map((item) => item.querySelector('span')?.textContent)).toEqual([
      'Free on Tue 3 Nov',
      'Mon 2 Nov: Start between 08:00 and 10:00',
    ]);
    await userEvent.click(within(unmet[0]!).getByRole('button', { name: 'Why?' }));
    expect(await screen.findByText(text.en)).toBeVisible();
    expect(sent.find(({ operation }) => operation === 'ExplainMyWish')?.variables).toMatchObject({
      wish: { kind: 'day-off', on: '2026-11-03' },
    });
  });

  it('can be asked again when the answer failed', async () => {
    fakeServer(answers({ ExplainMyWish: new Fails('INTERNAL', 'c1') }));
    const [first] = await open();
    await userEvent.click(within(first!).getByRole('button', { name: 'Why?' }));
    expect(await screen.findByRole('button', { name: 'Ask again' })).toBeVisible();
  });

  it('stand above the dates on which it is otherwise', async () => {
    fakeServer(answers({}));
    renderApp('/wishes');
    expect(await screen.findByText('Sat 12 Dec: cannot work from 15:00 to 24:00')).toBeVisible();
  });
});
