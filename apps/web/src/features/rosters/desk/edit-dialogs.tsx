import { useState } from 'react';
import { local, t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { TextField } from '../../../ui/fields.js';
import { activityAt, activityCount, type BoardShift } from '../board/index.js';
import { useDesk, useDeskState } from './desk-context.js';
import { spanText, writeLabel } from './desk-words.js';

/** Another planner changed the same shifts: both versions side by side, and the choice. */
export function ConflictDialog() {
  const { session } = useDesk();
  const conflict = useDeskState((state) => state.conflict);
  const model = useDeskState((state) => state.model);
  if (!conflict) return null;
  const mine = conflict.proposal.edits.flatMap(({ after }) => after ?? []);
  const leave = () => session.resolveConflict('theirs');
  return (
    <Dialog
      title={t('board.conflictTitle')}
      isOpen
      onClose={leave}
      width={620}
      footer={
        <>
          <Button onPress={leave}>{t('board.takeTheirs')}</Button>
          <Button kind="primary" onPress={() => session.resolveConflict('mine')}>
            {t('board.keepMine')}
          </Button>
        </>
      }
    >
      <p>
        {t('board.conflictText', {
          who: conflict.changedBy ?? t('board.someone'),
          what: writeLabel(model, conflict.proposal.label),
        })}
      </p>
      <div className="b-versus">
        <VersionList title={t('board.mine')} shifts={mine} />
        <VersionList title={t('board.theirs')} shifts={conflict.theirs} />
      </div>
    </Dialog>
  );
}

function VersionList({ title, shifts }: { readonly title: string; readonly shifts: readonly BoardShift[] }) {
  const { displayZone } = useDesk();
  const model = useDeskState((state) => state.model);
  return (
    <section>
      <h3>{title}</h3>
      {shifts.length === 0 ? <p className="b-quiet">{t('board.removed')}</p> : null}
      {shifts.map((shift) => (
        <div key={shift.id}>
          <strong>
            {model.agents[shift.agent]!.name} {spanText(model, shift, displayZone)}
          </strong>
          <ul className="b-plain-list">
            {Array.from({ length: activityCount(shift) }, (_, index) => activityAt(shift, index)!)
              .filter((activity) => activity.type !== model.baseType)
              .map((activity) => (
                <li key={activity.start}>
                  {t('board.saidActivity', {
                    what: local(model.activityTypes[activity.type]!.title),
                    times: spanText(model, activity, displayZone),
                  })}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** The server found must breaches: write why they are kept, or take the edit back. */
export function ReasonDialog() {
  const { session } = useDesk();
  const asked = useDeskState((state) => state.needsReason);
  const model = useDeskState((state) => state.model);
  const [reason, setReason] = useState('');
  if (!asked) return null;
  const close = () => {
    setReason('');
    session.giveReason(null);
  };
  const keep = () => {
    session.giveReason(reason.trim());
    setReason('');
  };
  return (
    <Dialog
      title={t('board.reasonTitle')}
      isOpen
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('board.takeBack')}</Button>
          <Button kind="primary" isDisabled={reason.trim() === ''} onPress={keep}>
            {t('board.keepAnyway')}
          </Button>
        </>
      }
    >
      <ul className="b-plain-list">
        {asked.breaches.slice(0, 6).map((breach, index) => (
          <li key={index}>
            <strong>
              {t('board.breachTitle', {
                who: model.agents.find((agent) => agent.id === breach.agentId)?.name ?? '',
                what: local(breach.title),
              })}
            </strong>{' '}
            <span className="b-quiet">{local(breach.message)}</span>
          </li>
        ))}
      </ul>
      <TextField
        label={t('board.overrideReason')}
        hint={t('board.overrideHint')}
        value={reason}
        onChange={setReason}
        autoFocus
      />
    </Dialog>
  );
}

const KEY_ROWS = [
  ['←  →', 'board.keyActivities'],
  ['↑  ↓', 'board.keyRows'],
  ['Ctrl+←  Ctrl+→  [  ]', 'board.keyDays'],
  ['Enter  F2', 'board.keyEdit'],
  ['M  ←  →  Enter', 'board.keyMove'],
  ['R  ←  →  Enter', 'board.keyResize'],
  ['Delete', 'board.keyRemove'],
  ['L', 'board.keyLock'],
  ['1–9', 'board.keyPaint'],
  ['Ctrl+Z  Ctrl+Y', 'board.keyUndo'],
  ['V', 'board.keyWhy'],
  ['N  P', 'board.keyBreaches'],
  ['Z', 'board.keyZoom'],
  ['T', 'board.keyToday'],
  ['/', 'board.keyFilter'],
  ['Esc', 'board.keyCancel'],
] as const;

/** Every key of the board. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={t('board.allKeys')} isOpen onClose={onClose} width={520}>
      <table className="b-keys">
        <tbody>
          {KEY_ROWS.map(([keys, text]) => (
            <tr key={text}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{t(text)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
