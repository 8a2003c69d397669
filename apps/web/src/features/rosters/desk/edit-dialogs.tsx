import { useState } from 'react';
import { local, t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { TextField } from '../../../ui/fields.js';
import { useDesk, useDeskState } from './desk-context.js';

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
