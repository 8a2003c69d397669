import '../../../../tests/kit/web/browser-parts.js';
import '@testing-library/jest-dom';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { activate } from '../app/i18n/language.js';
import { messages } from '../app/locales/en/index.js';
import { dismissOffers, showToast } from './toast.js';
import { Toasts } from './toasts.js';

const after = (millis: number) => act(() => jest.advanceTimersByTime(millis));
const show = (text: string, withUndo: boolean) =>
  act(() => showToast({ text, ...(withUndo && { action: { text: 'Undo', run: jest.fn() } }) }));

beforeEach(() => {
  jest.useFakeTimers();
  activate('en', messages);
  render(<Toasts />);
});
afterEach(() => {
  after(60_000);
  jest.useRealTimers();
});

describe('a toast', () => {
  it('without an act goes after six seconds, with an undo after ten', () => {
    show('Saved', false);
    show('Nora added', true);
    after(6000);
    expect(screen.queryByText('Saved')).toBeNull();
    after(3900);
    expect(screen.getByText('Nora added')).toBeVisible();
    after(200);
    expect(screen.queryByText('Nora added')).toBeNull();
  });

  it('stays while it is pointed at or has the focus', () => {
    show('Nora added', true);
    const toast = screen.getByText('Nora added').parentElement!;
    fireEvent.pointerEnter(toast);
    after(60_000);
    act(() => screen.getByRole('button', { name: 'Undo' }).focus());
    fireEvent.pointerLeave(toast);
    after(60_000);
    expect(screen.getByText('Nora added')).toBeVisible();
    act(() => screen.getByRole('button', { name: 'Undo' }).blur());
    after(10_000);
    expect(screen.queryByText('Nora added')).toBeNull();
  });

  it('with an undo goes when its page is left; what was only said stays to be read', () => {
    show('Saved', false);
    show('Nora added', true);
    act(() => dismissOffers());
    expect(screen.queryByText('Nora added')).toBeNull();
    expect(screen.getByText('Saved')).toBeVisible();
  });
});
