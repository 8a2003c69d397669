import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { addDays } from '@yotei/time';
import { formatDate } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { can, useViewer } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import type { DemandView } from './demand.model.js';
import type { DemandQueue } from './use-shown.js';

const EventDialog = lazy(() => import('./days/event-dialog.js').then((it) => ({ default: it.EventDialog })));

export interface EventPanelProps {
  readonly view: DemandView;
  readonly queue: DemandQueue;
}

function AddEvent({ view, queue }: EventPanelProps) {
  const viewer = useViewer();
  const [adding, setAdding] = useState(false);
  const shown = { siteId: queue.siteId, fromOn: view.fromOn, untilOn: addDays(view.fromOn, view.days - 1) };
  return (
    <>
      <Button onPress={() => setAdding(true)}>{t('days.addEvent')}</Button>
      {adding ? (
        <Suspense fallback={null}>
          <EventDialog
            shown={shown}
            queues={viewer.organisation.queues}
            today={view.fromOn}
            onClose={() => setAdding(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}

/** What explains unusual days: holidays, closures, campaigns, outages. Changed on the page of special days. */
export function EventPanel({ view, queue }: EventPanelProps) {
  const viewer = useViewer();
  return (
    <div className="y-edit-panel">
      {view.events.length ? (
        <ul className="y-events">
          {view.events.map(({ id, fromOn, untilOn, kind, title }) => (
            <li key={id}>
              <strong>{title}</strong> <Chip tone="prefer">{t(`demand.event${kind}`)}</Chip>
              <p className="y-quiet">
                {fromOn === untilOn ? formatDate(fromOn) : `${formatDate(fromOn)} – ${formatDate(untilOn)}`}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p className="y-quiet">{t('demand.noEvents')}</p>
      )}
      <div className="y-state-actions">
        {can(viewer, 'demand.edit') ? <AddEvent view={view} queue={queue} /> : null}
        <Link to="/demand/days" search={{ queue: queue.id, from: view.fromOn }}>
          {t('demand.allSpecialDays')}
        </Link>
      </div>
    </div>
  );
}
