import { useMemo } from 'react';
import { useLanguage } from '../../../app/i18n/language.js';
import { t, type MessageId } from '../../../app/i18n/t.js';
import { useCommands, type Command } from '../../../app/shell/commands.js';
import type { BoardCommand } from '../board/index.js';
import { useDesk } from './desk-context.js';
import type { Opened } from './desk-layout.js';
import type { BoardKeyboard } from './use-board-keys.js';

type Row = readonly [command: BoardCommand, keys: string, text: MessageId, words?: MessageId];

const SEEING: readonly Row[] = [
  ['why-short', 'V', 'palette.boardWhy', 'palette.boardWhyWords'],
  ['breach-next', 'N', 'palette.boardNext', 'palette.boardBreachWords'],
  ['breach-previous', 'P', 'palette.boardPrevious', 'palette.boardBreachWords'],
  ['today', 'T', 'palette.boardToday'],
  ['zoom', 'Z', 'palette.boardZoom'],
  ['filter', '/', 'palette.boardFilter'],
  ['all-keys', '?', 'palette.boardKeys', 'palette.boardKeysWords'],
];
const EDITING: readonly Row[] = [
  ['edit', 'Enter', 'palette.boardEdit', 'palette.boardEditWords'],
  ['type', 'E', 'palette.boardType', 'palette.boardTypeWords'],
  ['insert', 'I', 'palette.boardInsert', 'palette.boardInsertWords'],
  ['assign', 'A', 'palette.boardAssign', 'palette.boardAssignWords'],
  ['swap', 'S', 'palette.boardSwap', 'palette.boardSwapWords'],
  ['fill-week', 'W', 'palette.boardFill', 'palette.boardFillWords'],
  ['lock', 'L', 'palette.boardLock', 'palette.boardLockWords'],
  ['undo', 'Ctrl+Z', 'palette.boardUndo'],
  ['redo', 'Ctrl+Y', 'palette.boardRedo'],
];

/** The board's commands in the palette, with their keys, while the board is shown. */
export function BoardPalette({
  keyboard,
  onOpen,
}: {
  readonly keyboard: BoardKeyboard;
  readonly onOpen: (open: Opened) => void;
}) {
  const { readOnly, mayGenerate, mayPublish } = useDesk();
  const language = useLanguage();
  const commands = useMemo(() => {
    const opens = (what: Opened, text: MessageId, words: MessageId): Command => ({
      ...{ id: `board-open-${what}`, group: 'do', text: t(text), words: t(words) },
      run: () => onOpen(what),
    });
    const byKey = ([command, keys, text, words]: Row): Command => ({
      ...{ id: `board-${command}`, group: 'do', text: t(text), keys },
      ...(words && { words: t(words) }),
      run: () => keyboard.does(command),
    });
    return [
      ...(mayGenerate ? [opens('generate', 'palette.boardGenerate', 'palette.boardGenerateWords')] : []),
      ...(mayPublish ? [opens('publish', 'palette.boardPublish', 'palette.boardPublishWords')] : []),
      ...SEEING.map(byKey),
      ...(readOnly ? [] : EDITING.map(byKey)),
      opens('sessions', 'palette.boardSessions', 'palette.boardSessionsWords'),
      ...(readOnly ? [] : [opens('breaks', 'palette.boardBreaks', 'palette.boardBreaksWords')]),
    ];
    // The texts are those of the language.
  }, [keyboard, onOpen, readOnly, mayGenerate, mayPublish, language]);
  useCommands(commands);
  return null;
}
