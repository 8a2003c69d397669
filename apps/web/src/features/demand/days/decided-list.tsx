import { local, t } from '../../../app/i18n/t.js';
import { formatDateTime } from '../../../app/format/format-time.js';
import type { Viewer } from '../../../app/session.js';
import { Button } from '../../../ui/button.js';
import { Chip } from '../../../ui/chip.js';
import type { Decided } from './special-days.queries.js';
import { whenOf, whyOf } from './stretch-words.js';

export interface DecidedOfQueue {
  readonly queue: Viewer['organisation']['queues'][number];
  readonly decided: Decided;
}

/** What was decided, by whom, and the way back. */
export function DecidedList({
  items,
  mayEdit,
  onUndo,
}: {
  readonly items: readonly DecidedOfQueue[];
  readonly mayEdit: boolean;
  readonly onUndo: (queueId: string, id: string) => void;
}) {
  if (items.length === 0) return null;
  const several = new Set(items.map(({ queue }) => queue.id)).size > 1;
  return (
    <section aria-labelledby="decided-title">
      <h3 id="decided-title">{t('days.decided')}</h3>
      <ul className="y-decided">
        {items.map(({ queue, decided }) => {
          const when = whenOf(decided.stretch, queue.zone);
          return (
            <li key={decided.id}>
              <div>
                <p>
                  <Chip>{t(`days.kind${decided.stretch.kind}`)}</Chip> <strong>{when}</strong>{' '}
                  {several ? <span className="y-quiet">{local(queue.name)}</span> : null}
                </p>
                {decided.stretch.kind === 'BY_HAND' ? <p>{whyOf(decided.stretch)}</p> : null}
                <p className="y-quiet">
                  {t('days.decidedBy', {
                    action: t(`days.action${decided.action}`),
                    author: decided.author,
                    when: formatDateTime(decided.createdAt, queue.zone),
                  })}
                </p>
                {decided.isStale ? <p className="y-refused">{t('days.stale')}</p> : null}
              </div>
              {mayEdit ? (
                <Button kind="quiet" onPress={() => onUndo(queue.id, decided.id)}>
                  {t('days.undo')}
                  <span className="y-hidden"> {when}</span>
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
