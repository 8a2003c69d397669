import { useMemo, type ClipboardEvent } from 'react';
import { t } from '../../../app/i18n/t.js';
import { dayOf, formatTable, rowOfAgent } from '../board/index.js';
import { removeSelected, selectedShifts } from './board-commands.js';
import { useDesk, type Desk } from './desk-context.js';

/** What is selected as a table: a line an agent in the order of the rows, a column a day. Empty when nothing is. */
export function copiedText({ session, view }: Desk): string {
  const { model, selection } = session.state;
  const shifts = selectedShifts(model, selection.targets);
  if (shifts.length === 0) return '';
  const { layout } = view.getState();
  const agents = [...new Set(shifts.map(({ agent }) => agent))].sort(
    (a, b) => rowOfAgent(layout, a) - rowOfAgent(layout, b),
  );
  const days = shifts.map(({ start }) => dayOf(model, start));
  const first = Math.min(...days);
  const count = Math.max(...days) - first + 1;
  return formatTable(model, {
    agents,
    days: Array.from({ length: count }, (_, i) => first + i),
    only: new Set(shifts.map(({ id }) => id)),
  });
}

/** Copy, cut and paste by the browser's own events; fields on the board keep theirs. */
export function useBoardClipboard() {
  const desk = useDesk();
  return useMemo(() => {
    const copy = (event: ClipboardEvent): boolean => {
      const text = copiedText(desk);
      if (text === '') return false;
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      desk.session.set({
        announcement: t('board.saidCopied', { count: desk.session.state.selection.targets.length }),
      });
      return true;
    };
    return {
      onCopy: (event: ClipboardEvent) => void copy(event),
      onCut: (event: ClipboardEvent) => copy(event) && !desk.readOnly && removeSelected(desk),
      onPaste: (event: ClipboardEvent) => {
        const text = event.clipboardData.getData('text/plain');
        if (text.trim() === '' || desk.readOnly) return;
        event.preventDefault();
        desk.session.set({ pasted: text });
      },
    };
  }, [desk]);
}
