import { t, type MessageId } from '../../../../app/i18n/t.js';
import { Dialog } from '../../../../ui/dialog.js';

type KeyRow = readonly [keys: string, text: MessageId];

const GROUPS: readonly (readonly [title: MessageId, rows: readonly KeyRow[]])[] = [
  [
    'boardTools.keysMoveAround',
    [
      ['←  →', 'boardTools.keyActivities'],
      ['↑  ↓', 'boardTools.keyRows'],
      ['Ctrl+←  Ctrl+→  [  ]', 'boardTools.keyDays'],
      ['T', 'boardTools.keyToday'],
      ['Z', 'boardTools.keyZoom'],
      ['/', 'boardTools.keyFilter'],
      ['K', 'boardTools.keyPin'],
    ],
  ],
  [
    'boardTools.keysChoose',
    [
      ['Shift+←  →  ↑  ↓', 'boardTools.keyExtend'],
      ['Ctrl+A', 'boardTools.keyAll'],
      ['Esc', 'boardTools.keyCancel'],
    ],
  ],
  [
    'boardTools.keysChange',
    [
      ['Enter  F2', 'boardTools.keyEdit'],
      ['E', 'boardTools.keyType'],
      ['M  ←  →  Enter', 'boardTools.keyMove'],
      ['M  ↑  ↓  Enter', 'boardTools.keyOther'],
      ['R  ←  →  Enter', 'boardTools.keyResize'],
      ['1–9', 'boardTools.keyPaint'],
      ['I', 'boardTools.keyInsert'],
      ['A', 'boardTools.keyAssign'],
      ['S', 'boardTools.keySwap'],
      ['Delete', 'boardTools.keyRemove'],
      ['L', 'boardTools.keyLock'],
    ],
  ],
  [
    'boardTools.keysManage',
    [
      ['Ctrl+C  X  V', 'boardTools.keyClipboard'],
      ['Ctrl+D  Ctrl+R', 'boardTools.keyFill'],
      ['W', 'boardTools.keyWeek'],
      ['Ctrl+Z  Ctrl+Y', 'boardTools.keyUndo'],
    ],
  ],
  [
    'boardTools.keysSee',
    [
      ['V', 'boardTools.keyWhy'],
      ['N  P', 'boardTools.keyBreaches'],
    ],
  ],
];

const MOUSE: readonly (readonly [act: MessageId, text: MessageId])[] = [
  ['boardTools.drag', 'boardTools.mouseDrag'],
  ['boardTools.groundDrag', 'boardTools.mouseLasso'],
  ['boardTools.ctrlDrag', 'boardTools.mouseCopy'],
  ['boardTools.altDrag', 'boardTools.mouseAlt'],
];

/** Every key of the board, and what the mouse does. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={t('boardTools.allKeys')} isOpen onClose={onClose} width={620}>
      <table className="b-keys">
        {GROUPS.map(([title, rows]) => (
          <KeyGroup key={title} title={t(title)} rows={rows.map(([keys, text]) => [keys, t(text)])} />
        ))}
        <KeyGroup title={t('boardTools.keysMouse')} rows={MOUSE.map(([act, text]) => [t(act), t(text)])} />
      </table>
    </Dialog>
  );
}

function KeyGroup({ title, rows }: { readonly title: string; readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={2}>
          {title}
        </th>
      </tr>
      {rows.map(([keys, text]) => (
        <tr key={text}>
          <th scope="row">
            <kbd>{keys}</kbd>
          </th>
          <td>{text}</td>
        </tr>
      ))}
    </tbody>
  );
}
