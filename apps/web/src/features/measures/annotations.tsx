import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { addDays } from '@yotei/time';
import { formatDate } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { useViewer } from '../../app/session.js';
import type { MeasureRangeInput } from '../../graphql/generated/graphql.js';
import { Button, IconButton } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import { annotationsQuery, useAnnotate, useDeleteAnnotation } from './measures.queries.js';

function NewNote({ range }: { readonly range: MeasureRangeInput }) {
  const [on, setOn] = useState(addDays(range.untilOn, -1));
  const [text, setText] = useState('');
  const annotate = useAnnotate();
  const queueId = range.queueIds?.[0];
  const submit = () =>
    annotate.mutate(
      { on, text, ...(queueId && { queueId }) },
      {
        onSuccess: (result) =>
          result.__typename === 'InvalidInput' ? showToast({ text: result.message, tone: 'problem' }) : setText(''),
        onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
      },
    );
  return (
    <form className="y-kpi-note-form" onSubmit={(event) => (event.preventDefault(), text.trim() && submit())}>
      <TextField label={t('measureTools.noteOn')} type="date" value={on} onChange={setOn} />
      <TextField label={t('measureTools.noteText')} value={text} onChange={setText} maxLength={500} />
      <Button type="submit" isDisabled={text.trim() === '' || annotate.isPending}>
        {t('measureTools.note')}
      </Button>
    </form>
  );
}

/** What happened in the time shown, told by people: why a number is what it is. */
export function Annotations({ range, mayEdit }: { readonly range: MeasureRangeInput; readonly mayEdit: boolean }) {
  const { queues } = useViewer().organisation;
  const notes = useQuery(annotationsQuery(range.fromOn, range.untilOn));
  const remove = useDeleteAnnotation();
  return (
    <section className="y-panel y-kpi-notes" aria-labelledby="notes-title">
      <div className="y-panel-head">
        <h2 id="notes-title">{t('measureTools.notes')}</h2>
      </div>
      <QueryState query={notes} skeleton={<SkeletonRows rows={2} />}>
        {(found) => (
          <ul>
            {found.length === 0 ? <li className="y-quiet">{t('measureTools.noNotes')}</li> : null}
            {found.map(({ id, on, queueId, text, author, version }) => {
              const queue = queues.find((one) => one.id === queueId);
              return (
                <li key={id}>
                  <strong>{formatDate(on)}</strong> {queue ? `${local(queue.name)}: ` : null}
                  {text} <span className="y-quiet">{author}</span>
                  {mayEdit ? (
                    <IconButton
                      label={t('measureTools.deleteNote', { text })}
                      icon={<Trash2 size={14} strokeWidth={1.75} />}
                      onPress={() => remove.mutate({ id, version })}
                    />
                  ) : null}
                </li>
              );
            })}
          </ul>
        )}
      </QueryState>
      {mayEdit ? <NewNote key={range.untilOn} range={range} /> : null}
    </section>
  );
}
