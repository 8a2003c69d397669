import { X } from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import { t } from '../../../app/i18n/t.js';
import { IconButton } from '../../../ui/button.js';
import { useDesk } from './desk-context.js';
import type { Judge } from './judge.js';
import { WhyShortPanel } from './why-short-panel.js';

interface WhyShortDialogProps {
  readonly slot: number;
  readonly onSlot: (slot: number | null) => void;
  readonly judge: Judge;
}

/** Beside the board, not over it: the planner sees the moves it proposes. The focus goes in and comes back. */
export function WhyShortDialog({ slot, onSlot, judge }: WhyShortDialogProps) {
  const { session } = useDesk();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    ref.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  const close = useCallback(() => {
    session.cancel();
    onSlot(null);
  }, [session, onSlot]);
  useEffect(() => {
    // Wherever the focus is, one Escape closes it; a window or menu over the board takes its own.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector('.y-overlay, .y-popover')) return;
      event.stopPropagation();
      close();
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [close]);
  return (
    <div ref={ref} className="b-float" role="dialog" tabIndex={-1} aria-label={t('board.whyTitle')}>
      <IconButton label={t('ui.close')} icon={<X size={14} strokeWidth={1.75} />} onPress={close} />
      <WhyShortPanel slot={slot} judge={judge} onClose={() => onSlot(null)} />
    </div>
  );
}
