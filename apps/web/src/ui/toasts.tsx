import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { t } from '../app/i18n/t.js';
import { Button, IconButton } from './button.js';
import { dismiss, toastStore, type ShownToast } from './toast.js';
import './overlay.css';

const SHOWN_MILLIS = 6000;
/** Time to reach for the button. Hovering or focusing stops the clock; the act's own page offers the way back later. */
const SHOWN_WITH_ACTION_MILLIS = 10_000;

function Toast({ id, text, tone = 'good', action }: ShownToast) {
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const isHeld = isHovered || isFocused;
  const millis = action ? SHOWN_WITH_ACTION_MILLIS : SHOWN_MILLIS;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => dismiss(id), millis);
    return () => clearTimeout(timer);
  }, [id, isHeld, millis]);
  return (
    <div
      className="y-toast"
      data-tone={tone}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <p>{text}</p>
      {action ? <Button onPress={() => (action.run(), dismiss(id))}>{action.text}</Button> : null}
      <IconButton label={t('ui.close')} icon={<X size={14} strokeWidth={1.75} />} onPress={() => dismiss(id)} />
    </div>
  );
}

/** Where toasts appear; once, in the shell. */
export function Toasts() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.read);
  // Toasts lie above dialogs and stay usable there: without the mark a modal dialog makes everything outside it inert.
  return (
    <div className="y-toasts" role="status" aria-live="polite" data-react-aria-top-layer="true">
      {toasts.map((toast) => (
        <Toast key={toast.id} {...toast} />
      ))}
    </div>
  );
}
