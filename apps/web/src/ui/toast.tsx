import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { t } from '../app/i18n/t.js';
import { Button, IconButton } from './button.js';
import './overlay.css';

export interface ToastMessage {
  readonly text: string;
  readonly tone?: 'good' | 'problem';
  readonly action?: { readonly text: string; readonly run: () => void };
}
interface ShownToast extends ToastMessage {
  readonly id: number;
}

const SHOWN_MILLIS = 6000;
let shown: readonly ShownToast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function change(next: readonly ShownToast[]): void {
  shown = next;
  listeners.forEach((changed) => changed());
}

function dismiss(id: number): void {
  change(shown.filter((toast) => toast.id !== id));
}

/** Says something without taking the focus. Messages with an action stay until answered, others six seconds. */
export function showToast(message: ToastMessage): void {
  const id = nextId++;
  change([...shown.slice(-3), { ...message, id }]);
  if (!message.action) setTimeout(() => dismiss(id), SHOWN_MILLIS);
}

/** Where toasts appear; once, in the shell. */
export function Toasts() {
  const toasts = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => shown,
  );
  // Toasts lie above dialogs and stay usable there: without the mark a modal dialog makes everything outside it inert.
  return (
    <div className="y-toasts" role="status" aria-live="polite" data-react-aria-top-layer="true">
      {toasts.map(({ id, text, tone = 'good', action }) => (
        <div key={id} className="y-toast" data-tone={tone}>
          <p>{text}</p>
          {action ? <Button onPress={() => (action.run(), dismiss(id))}>{action.text}</Button> : null}
          <IconButton label={t('ui.close')} icon={<X size={14} strokeWidth={1.75} />} onPress={() => dismiss(id)} />
        </div>
      ))}
    </div>
  );
}
