import { X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { t } from '../../../../app/i18n/t.js';
import { IconButton } from '../../../../ui/button.js';
import { useDesk } from '../desk-context.js';
import './tools.css';

interface ToolFloatProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A tool beside the board, not over it: what it would do is shown there. The focus goes in and comes back; Escape
 * closes and takes back what was only tried.
 */
export function ToolFloat({ title, onClose, children }: ToolFloatProps) {
  const { session } = useDesk();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    (ref.current?.querySelector<HTMLElement>('input, select, [data-first]') ?? ref.current)?.focus();
    return () => {
      session.cancel();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [session]);
  return (
    <div
      ref={ref}
      className="b-float b-tool"
      role="dialog"
      tabIndex={-1}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <IconButton label={t('ui.close')} icon={<X size={14} strokeWidth={1.75} />} onPress={onClose} />
      <h3>{title}</h3>
      {children}
    </div>
  );
}
