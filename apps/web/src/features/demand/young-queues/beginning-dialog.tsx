import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { formatPercent } from '../../../app/format/format-number.js';
import { formatDateWithYear } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { useViewer } from '../../../app/session.js';
import type {
  PreviewBeginningInput,
  QueueBeginningQuery,
  QueueLineageInput,
  QueueLineageKind,
} from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { TextField } from '../../../ui/fields.js';
import { RadioCards } from '../../../ui/radio-cards.js';
import { ErrorState } from '../../../ui/states.js';
import { showToast } from '../../../ui/toast.js';
import { BeginningPreview } from './beginning-preview.js';
import { CurveFields } from './curve-fields.js';
import { curveInput, formOfCurve, NEW_CURVE, type CurveForm } from './curve.model.js';
import { LineageFields, type LineageForm } from './lineage-fields.js';
import { beginningQuery, useRemoveBeginning, useSaveBeginning } from './young-queues.queries.js';
import './young-queues.css';

type Way = 'curve' | 'like' | 'split' | 'moved' | 'merged';
const WAYS: readonly Way[] = ['curve', 'like', 'split', 'moved', 'merged'];
const KINDS: Readonly<Record<Exclude<Way, 'curve'>, QueueLineageKind>> = {
  like: 'LIKE',
  split: 'SPLIT',
  moved: 'MOVED',
  merged: 'MERGED',
};
type Beginning = NonNullable<QueueBeginningQuery['queueBeginning']>;

export interface BeginningDialogProps {
  /** Null: a new queue. */
  readonly queueId: string | null;
  /** The queue shown, whose site and interval a new one has. */
  readonly besideQueueId: string | null;
  readonly zone: string;
  /** First day to forecast. */
  readonly fromOn: string;
  readonly onClose: () => void;
  readonly onSaved: (queueId: string) => void;
}

/** What a queue without much of a past is forecast from, with the week it gives. */
export function BeginningDialog(props: BeginningDialogProps) {
  const beginning = useQuery(beginningQuery(props.queueId, props.fromOn));
  if (props.queueId && beginning.isPending) return null;
  return <BeginningForm {...props} beginning={beginning.data ?? null} />;
}

function useBeginningForm({
  queueId,
  besideQueueId,
  fromOn,
  beginning,
}: BeginningDialogProps & { readonly beginning: Beginning | null }) {
  const [name, setName] = useState('');
  const [way, setWay] = useState<Way>('curve');
  const [curve, setCurve] = useState<CurveForm>(beginning?.curve ? formOfCurve(beginning.curve) : NEW_CURVE);
  const [line, setLine] = useState<LineageForm>({
    fromQueueId: beginning?.similar[0]?.queueId ?? null,
    share: 30,
    sinceOn: fromOn,
  });
  const curveOrder = way === 'curve' ? curveInput(curve) : null;
  const lineOrder: QueueLineageInput | null =
    way === 'curve' || !line.fromQueueId || !line.sinceOn
      ? null
      : {
          kind: KINDS[way],
          fromQueueId: line.fromQueueId,
          share: way === 'merged' || line.share === null ? null : line.share / 100,
          sinceOn: line.sinceOn,
          reason: null,
        };
  const previewOf = queueId ?? besideQueueId;
  const preview = useMemo((): PreviewBeginningInput | null => {
    if (!previewOf) return null;
    const queue = { queueId: previewOf, asNew: queueId === null, fromOn };
    if (curveOrder) return { ...queue, curve: curveOrder };
    return lineOrder ? { ...queue, curve: null, lineage: [lineOrder] } : null;
    // The orders are made anew at each rendering; their text says whether they changed.
  }, [previewOf, queueId, fromOn, JSON.stringify(curveOrder), JSON.stringify(lineOrder)]);
  return { name, setName, way, setWay, curve, setCurve, line, setLine, curveOrder, lineOrder, preview };
}

/** Sends what the form holds; what is missing is told beside its field from the first try on. */
function useSaving(
  { queueId, besideQueueId, onSaved }: BeginningDialogProps,
  form: ReturnType<typeof useBeginningForm>,
) {
  const [asked, setAsked] = useState(false);
  const save = useSaveBeginning();
  const submit = () => {
    setAsked(true);
    const what = form.curveOrder ? { curve: form.curveOrder } : form.lineOrder ? { line: form.lineOrder } : null;
    if (!what || (!queueId && !form.name.trim())) return;
    save.mutate(
      { queueId, name: form.name, besideQueueId, ...what },
      {
        onSuccess: (outcome) => {
          if (outcome.kind !== 'saved') return;
          showToast({ text: t('youngQueues.saved') });
          onSaved(outcome.queueId);
        },
      },
    );
  };
  return {
    submit,
    isPending: save.isPending,
    error: save.error,
    refused: save.data?.kind === 'refused' ? save.data : undefined,
    nameMissing: asked && !queueId && !form.name.trim(),
    queueMissing: asked && form.way !== 'curve' && !form.line.fromQueueId,
  };
}

function BeginningForm(props: BeginningDialogProps & { readonly beginning: Beginning | null }) {
  const { queueId, beginning, zone, onClose } = props;
  const form = useBeginningForm(props);
  const saving = useSaving(props, form);
  const preview = useDeferredValue(form.preview);
  const { refused } = saving;
  return (
    <Dialog
      title={t(queueId ? 'youngQueues.title' : 'youngQueues.newQueue')}
      isOpen
      onClose={onClose}
      width={680}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" onPress={saving.submit} isDisabled={saving.isPending}>
            {t('youngQueues.save')}
          </Button>
        </>
      }
    >
      <div className="y-beginning">
        {queueId ? null : (
          <TextField
            label={t('youngQueues.name')}
            hint={t('youngQueues.nameHint')}
            value={form.name}
            onChange={form.setName}
            error={
              saving.nameMissing ? t('youngQueues.chooseName') : refused?.path === 'name' ? refused.message : undefined
            }
          />
        )}
        <p className="y-quiet">{t('youngQueues.historyDays', { days: beginning?.historyDays ?? 0 })}</p>
        {beginning && queueId ? <Existing beginning={beginning} queueId={queueId} /> : null}
        <WayFields form={form} beginning={beginning} queueId={queueId} queueMissing={saving.queueMissing} />
        <BeginningPreview input={preview} zone={zone} />
        {refused && refused.path !== 'name' ? (
          <p role="alert" className="y-refused">
            {refused.message}
          </p>
        ) : null}
        {saving.error ? <ErrorState error={saving.error} /> : null}
      </div>
    </Dialog>
  );
}

interface WayFieldsProps extends Pick<BeginningDialogProps, 'queueId'> {
  readonly form: ReturnType<typeof useBeginningForm>;
  readonly beginning: Beginning | null;
  readonly queueMissing: boolean;
}

function WayFields({ form, beginning, queueId, queueMissing }: WayFieldsProps) {
  return (
    <>
      <RadioCards<Way>
        label={t('youngQueues.how')}
        value={form.way}
        options={WAYS.map((value) => ({
          value,
          title: t(`youngQueues.${value}`),
          text: t(`youngQueues.${value}Text`),
        }))}
        onChange={form.setWay}
      />
      {form.way === 'curve' ? (
        <CurveFields form={form.curve} onChange={form.setCurve} />
      ) : (
        <LineageFields
          queueId={queueId}
          form={form.line}
          similar={beginning?.similar ?? []}
          asksShare={form.way !== 'merged'}
          error={queueMissing ? t('youngQueues.chooseQueue') : undefined}
          onChange={form.setLine}
        />
      )}
    </>
  );
}

function Existing({ beginning, queueId }: { readonly beginning: Beginning; readonly queueId: string }) {
  const viewer = useViewer();
  const remove = useRemoveBeginning();
  const nameOf = (id: string) => {
    const queue = viewer.organisation.queues.find((one) => one.id === id);
    return queue ? local(queue.name) : id;
  };
  if (!beginning.curve && beginning.lineage.length === 0) return null;
  return (
    <section aria-labelledby="y-existing-title">
      <h3 id="y-existing-title">{t('youngQueues.existing')}</h3>
      <ul className="y-existing">
        {beginning.curve ? (
          <li>
            {t('youngQueues.savedCurve', { author: beginning.curve.author })}{' '}
            <Button onPress={() => remove.mutate({ curveOf: queueId })}>{t('youngQueues.removeCurve')}</Button>
          </li>
        ) : null}
        {beginning.lineage.map((line) => (
          <li key={line.id}>
            {t('youngQueues.line', {
              kind: t(`youngQueues.${line.kind.toLowerCase() as Exclude<Way, 'curve'>}`),
              queue: nameOf(line.fromQueueId),
              share:
                line.share === null || line.share === undefined
                  ? t('youngQueues.shareLearned')
                  : formatPercent(line.share, 0),
              on: formatDateWithYear(line.sinceOn),
            })}{' '}
            <Button onPress={() => remove.mutate({ lineId: line.id })}>{t('youngQueues.remove')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
