import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { formatDate, formatDateRange } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import type { Viewer } from '../../../app/session.js';
import { request } from '../../../graphql/client.js';
import {
  RemoveCentreEventDocument,
  RemoveRecurringDayDocument,
  type ShownDaysInput,
} from '../../../graphql/generated/graphql.js';
import { Button, IconButton } from '../../../ui/button.js';
import { Chip } from '../../../ui/chip.js';
import { EventDialog } from './event-dialog.js';
import { MonthlyDialog } from './monthly-dialog.js';
import { Refused } from './refused.js';
import { useSpecialDaysChange, type CentreEvent, type MonthlyDay, type SpecialDays } from './special-days.queries.js';
import { signedPercent } from './stretch-words.js';

export interface EventsPanelProps {
  readonly days: SpecialDays;
  readonly shown: ShownDaysInput;
  readonly queues: Viewer['organisation']['queues'];
  readonly today: string;
  readonly mayEdit: boolean;
}

type Removing = { readonly id: string; readonly version: number };

function RowButtons({
  texts,
  onEdit,
  onRemove,
}: {
  readonly texts: { readonly edit: string; readonly remove: string };
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}) {
  return (
    <span className="y-row-buttons">
      <IconButton label={texts.edit} icon={<Pencil size={14} strokeWidth={1.75} aria-hidden />} onPress={onEdit} />
      <IconButton label={texts.remove} icon={<Trash2 size={14} strokeWidth={1.75} aria-hidden />} onPress={onRemove} />
    </span>
  );
}

function queueNames(queueIds: readonly string[] | null | undefined, queues: EventsPanelProps['queues']): string {
  const named = queues.filter(({ id }) => queueIds?.includes(id)).map(({ name }) => local(name));
  return queueIds ? named.join(', ') : t('days.allQueues');
}

/** Campaigns, closures, outages and what else the centre knows of. */
export function EventsPanel({ days, shown, queues, today, mayEdit }: EventsPanelProps) {
  const [editing, setEditing] = useState<CentreEvent | 'new'>();
  const remove = useSpecialDaysChange(shown, (of, event: Removing) =>
    request(RemoveCentreEventDocument, { shown: of, ...event }),
  );
  return (
    <section className="y-panel" aria-labelledby="events-title">
      <div className="y-panel-head">
        <h2 id="events-title">{t('days.events')}</h2>
        {mayEdit ? <Button onPress={() => setEditing('new')}>{t('days.addEvent')}</Button> : null}
      </div>
      <div className="y-panel-body">
        {days.events.length === 0 ? <p className="y-quiet">{t('days.noEvents')}</p> : null}
        <ul className="y-day-list">
          {days.events.map((event) => (
            <li key={event.id} className="y-day-row">
              <span className="y-day-name">
                <strong>{event.title}</strong> <Chip tone="prefer">{t(`demand.event${event.kind}`)}</Chip>
                <small className="y-quiet">
                  {event.fromOn === event.untilOn
                    ? formatDate(event.fromOn)
                    : formatDateRange(event.fromOn, event.untilOn)}
                  {' · '}
                  {queueNames(event.queueIds, queues)}
                  {event.effectFraction == null ? '' : ` · ${signedPercent(event.effectFraction)}`}
                </small>
              </span>
              {mayEdit ? (
                <RowButtons
                  texts={{
                    edit: t('days.editEvent', { name: event.title }),
                    remove: t('days.removeEvent', { name: event.title }),
                  }}
                  onEdit={() => setEditing(event)}
                  onRemove={() => remove.mutate({ id: event.id, version: event.version })}
                />
              ) : null}
            </li>
          ))}
        </ul>
        <Refused result={remove.data} error={remove.error} />
      </div>
      {editing ? (
        <EventDialog
          event={editing === 'new' ? undefined : editing}
          shown={shown}
          queues={queues}
          today={today}
          onClose={() => setEditing(undefined)}
        />
      ) : null}
    </section>
  );
}

/** A monthly rule in words. */
export function ruleWords({ rule }: MonthlyDay): string {
  if (rule.kind === 'DAY_OF_MONTH')
    return rule.day === 31 ? t('days.ruleWordsLAST') : t('days.ruleWordsDAY', { day: rule.day ?? 0 });
  const nth = rule.nth ?? 1;
  return nth > 0 ? t('days.ruleWordsNTH', { nth }) : t('days.ruleWordsEND', { nth: -nth });
}

/** Pay-days, billing cycles and other days that come every month. */
export function MonthlyPanel({ days, shown, queues, today, mayEdit }: EventsPanelProps) {
  const [editing, setEditing] = useState<MonthlyDay | 'new'>();
  const remove = useSpecialDaysChange(shown, (of, day: Removing) =>
    request(RemoveRecurringDayDocument, { shown: of, ...day }),
  );
  return (
    <section className="y-panel" aria-labelledby="monthly-title">
      <div className="y-panel-head">
        <h2 id="monthly-title">{t('days.monthly')}</h2>
        {mayEdit ? <Button onPress={() => setEditing('new')}>{t('days.addMonthly')}</Button> : null}
      </div>
      <div className="y-panel-body">
        {days.recurring.length === 0 ? <p className="y-quiet">{t('days.noMonthly')}</p> : null}
        <ul className="y-day-list">
          {days.recurring.map((day) => {
            const next = day.dates.filter((on) => on >= today).slice(0, 3);
            return (
              <li key={day.id} className="y-day-row">
                <span className="y-day-name">
                  <strong>{day.title}</strong>
                  <small className="y-quiet">
                    {ruleWords(day)} · {queueNames(day.queueIds, queues)}
                    {day.effectFraction == null ? '' : ` · ${signedPercent(day.effectFraction)}`}
                  </small>
                  {next.length > 0 ? (
                    <small className="y-quiet">{t('days.next', { dates: next.map(formatDate).join(', ') })}</small>
                  ) : null}
                </span>
                {mayEdit ? (
                  <RowButtons
                    texts={{
                      edit: t('days.editMonthly', { name: day.title }),
                      remove: t('days.removeMonthly', { name: day.title }),
                    }}
                    onEdit={() => setEditing(day)}
                    onRemove={() => remove.mutate({ id: day.id, version: day.version })}
                  />
                ) : null}
              </li>
            );
          })}
        </ul>
        <Refused result={remove.data} error={remove.error} />
      </div>
      {editing ? (
        <MonthlyDialog
          day={editing === 'new' ? undefined : editing}
          shown={shown}
          queues={queues}
          onClose={() => setEditing(undefined)}
        />
      ) : null}
    </section>
  );
}
