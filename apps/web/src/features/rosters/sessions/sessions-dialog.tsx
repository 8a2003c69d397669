import { useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { useDesk, useDeskState } from '../desk/desk-context.js';
import { SessionCard } from './session-card.js';
import { SessionForm } from './session-form.js';
import { useSessions } from './use-sessions.js';
import './sessions.css';

/** Meetings and training of a schedule: what is placed, what it would cost elsewhere, and new ones. */
export function SessionsDialog({ onClose }: { readonly onClose: () => void }) {
  const { acts, readOnly } = useDesk();
  const scheduleId = useDeskState((state) => state.info.id);
  const [isAdding, setAdding] = useState(false);
  const { sessions, act, undo } = useSessions(scheduleId, acts.reload);
  const added = () => {
    setAdding(false);
    void sessions.refetch();
  };
  return (
    <Dialog title={t('sessions.title')} isOpen onClose={onClose} width={640}>
      <QueryState query={sessions} skeleton={<SkeletonRows rows={6} />}>
        {(found) => (
          <div className="s-list">
            {found.length === 0 && !isAdding ? <p className="b-quiet">{t('sessions.none')}</p> : null}
            {found.map((placed) => (
              <SessionCard
                key={placed.session.id}
                scheduleId={scheduleId}
                placed={placed}
                isBusy={act.isPending || readOnly}
                onAct={(order) => act.mutate(order)}
                onRemoved={() => void sessions.refetch()}
              />
            ))}
          </div>
        )}
      </QueryState>
      {isAdding ? <SessionForm onSaved={added} onCancel={() => setAdding(false)} /> : null}
      <div className="b-actions b-actions-end">
        {undo ? (
          <Button isDisabled={act.isPending} onPress={() => act.mutate(undo)}>
            {t('sessions.undo')}
          </Button>
        ) : null}
        {isAdding ? null : (
          <Button kind="primary" isDisabled={readOnly} onPress={() => setAdding(true)}>
            {t('sessions.add')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
