import { X } from 'lucide-react';
import { useEffect } from 'react';
import { t } from '../../../app/i18n/t.js';
import { IconButton } from '../../../ui/button.js';

/** On a narrow screen what was tapped opens over the board's lower half; the focus goes in and comes back. */
export function SheetHead({ onClose }: { readonly onClose: () => void }) {
  useEffect(() => {
    const sheet = document.querySelector<HTMLElement>('.b-side');
    sheet?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('.y-overlay, .y-popover')) onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (sheet?.contains(document.activeElement))
        document.querySelector<HTMLElement>('.b-scroller [tabindex="0"]')?.focus({ preventScroll: true });
    };
  }, [onClose]);
  return (
    <span className="b-sheet-close">
      <IconButton label={t('ui.close')} icon={<X size={18} strokeWidth={1.75} />} onPress={onClose} />
    </span>
  );
}
