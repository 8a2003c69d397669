import { useState, type FormEvent } from 'react';
import { Undo2 } from 'lucide-react';
import { startOfLocalDay } from '@yotei/time';
import { formatNumber, formatSigned } from '../../app/format/format-number.js';
import { dateInZone, formatDate, formatDateTime, formatTime } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { can, useViewer } from '../../app/session.js';
import type { DemandMeasure, EditOperation } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { NumberField, Select, TextField } from '../../ui/fields.js';
import { ErrorState } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import type { ChartRange } from '../../ui/time-chart.js';
import { rangeText } from './demand-chart.js';
import type { AlignedDemand, DemandView, ForecastEdit } from './demand.model.js';
import { useAddLayers, useChangeLayers } from './layers/layers.queries.js';

export interface EditPanelProps {
  readonly queueId: string;
  readonly view: DemandView;
  readonly aligned: AlignedDemand;
  readonly zone: string;
  readonly range: ChartRange | undefined;
  readonly onRange: (range: ChartRange | undefined) => void;
}

const OPERATIONS: readonly EditOperation[] = ['SET', 'ADD', 'PERCENT'];
const MEASURES: readonly DemandMeasure[] = ['CONTACTS', 'HANDLE_SECONDS'];

/** The keyboard's way to select what the mouse drags: day, from, until. */
function RangeFields({ view, aligned, zone, range, onRange }: EditPanelProps) {
  const stepMillis = aligned.stepMinutes * 60_000;
  const starts = Array.from({ length: aligned.length }, (_, index) => aligned.startAt + index * stepMillis);
  const days = [...new Set(starts.map((at) => dateInZone(at, zone)))];
  const day = range ? dateInZone(range.fromAt, zone) : null;
  const ofDay = starts.filter((at) => dateInZone(at, zone) === day);
  const from = range?.fromAt ?? startOfLocalDay(view.fromOn, zone);
  const chooseDay = (on: string) => {
    const within = starts.filter((at) => dateInZone(at, zone) === on);
    onRange({ fromAt: within[0]!, untilAt: within.at(-1)! + stepMillis });
  };
  return (
    <div className="y-range-fields">
      <Select
        label={t('demand.day')}
        value={day}
        options={days.map((on) => ({ id: on, text: formatDate(on) }))}
        placeholder={t('demand.chooseDay')}
        onChange={chooseDay}
      />
      <Select
        label={t('demand.fromTime')}
        value={range ? String(range.fromAt) : null}
        isDisabled={!range}
        options={ofDay.map((at) => ({ id: String(at), text: formatTime(at, zone) }))}
        onChange={(id) => onRange({ fromAt: Number(id), untilAt: Math.max(range!.untilAt, Number(id) + stepMillis) })}
      />
      <Select
        label={t('demand.untilTime')}
        value={range ? String(range.untilAt) : null}
        isDisabled={!range}
        options={starts
          .filter((at) => at >= from)
          .slice(0, 100)
          .map((at) => at + stepMillis)
          .map((at) => ({
            id: String(at),
            text: dateInZone(at - 1, zone) === day ? formatTime(at, zone) : formatDateTime(at, zone),
          }))}
        onChange={(id) => onRange({ fromAt: range!.fromAt, untilAt: Number(id) })}
      />
    </div>
  );
}

function useEditForm({ queueId, range, onRange }: EditPanelProps) {
  const [measure, setMeasure] = useState<DemandMeasure>('CONTACTS');
  const [operation, setOperation] = useState<EditOperation>('PERCENT');
  const [value, setValue] = useState(10);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const edit = useAddLayers();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!range || !reason.trim() || Number.isNaN(value)) return;
    const result = await edit.mutateAsync({
      queueId,
      reason: reason.trim(),
      layers: [
        {
          measure,
          operation,
          value,
          fromAt: new Date(range.fromAt).toISOString(),
          untilAt: new Date(range.untilAt).toISOString(),
        },
      ],
    });
    if (result.__typename !== 'ForecastLayersChanged') return;
    showToast({ text: t('demand.edited') });
    setReason('');
    setAsked(false);
    onRange(undefined);
  };
  return { measure, setMeasure, operation, setOperation, value, setValue, reason, setReason, asked, edit, submit };
}

function EditForm(props: EditPanelProps) {
  const form = useEditForm(props);
  const { range, zone } = props;
  const result = form.edit.data;
  const refused = result && result.__typename !== 'ForecastLayersChanged' ? result.message : undefined;
  const unit =
    form.operation === 'PERCENT' ? '%' : t(form.measure === 'CONTACTS' ? 'demand.perInterval' : 'demand.seconds');
  return (
    <form className="y-edit-form" onSubmit={(event) => void form.submit(event).catch(() => undefined)}>
      <p className="y-quiet">
        {range ? t('demand.selected', { range: rangeText(range, zone) }) : t('demand.selectFirst')}
      </p>
      <RangeFields {...props} />
      <Select
        label={t('demand.measure')}
        value={form.measure}
        options={MEASURES.map((id) => ({ id, text: t(`demand.measure${id}`) }))}
        onChange={(id) => form.setMeasure(id as DemandMeasure)}
      />
      <div className="y-edit-value">
        <Select
          label={t('demand.operation')}
          value={form.operation}
          options={OPERATIONS.map((id) => ({ id, text: t(`demand.operation${id}`) }))}
          onChange={(id) => form.setOperation(id as EditOperation)}
        />
        <NumberField label={t('demand.value')} value={form.value} onChange={form.setValue} unit={unit} />
      </div>
      <TextField
        label={t('demand.reason')}
        value={form.reason}
        onChange={form.setReason}
        error={form.asked && !form.reason.trim() ? t('demand.reasonMissing') : refused}
      />
      {form.edit.error ? <ErrorState error={form.edit.error} /> : null}
      <Button kind="primary" type="submit" isDisabled={!range || form.edit.isPending}>
        {t('demand.applyEdit')}
      </Button>
    </form>
  );
}

function editText(edit: ForecastEdit): string {
  const amount = edit.value ?? 0;
  const value =
    edit.operation === 'PERCENT'
      ? `${formatSigned(amount, 1)} %`
      : edit.operation === 'ADD'
        ? formatSigned(amount, 1)
        : formatNumber(amount, 1);
  return t(`demand.edit${edit.operation}`, { measure: t(`demand.measure${edit.measure}`), value });
}

function EditItem({
  edit,
  zone,
  mayUndo,
}: {
  readonly edit: ForecastEdit;
  readonly zone: string;
  readonly mayUndo: boolean;
}) {
  const undo = useChangeLayers();
  const range = { fromAt: Date.parse(edit.fromAt), untilAt: Date.parse(edit.untilAt) };
  return (
    <li className="y-edit" data-undone={edit.undone}>
      <div>
        <p>
          <strong>{editText(edit)}</strong>
        </p>
        <p>{rangeText(range, zone)}</p>
        <p className="y-quiet">
          {edit.reason} · {edit.author} · {formatDateTime(edit.createdAt, zone)}
          {edit.undone ? ` · ${t('demand.undone')}` : ''}
        </p>
      </div>
      {mayUndo && !edit.undone ? (
        <Button
          icon={<Undo2 size={14} strokeWidth={1.75} aria-hidden />}
          onPress={() => undo.mutate({ layers: [{ id: edit.id, version: edit.version }], undone: true })}
          isDisabled={undo.isPending}
        >
          {t('ui.undo')}
        </Button>
      ) : null}
    </li>
  );
}

/** Change the forecast by hand, with a reason, and every such change with its undo. */
export function EditPanel(props: EditPanelProps) {
  const viewer = useViewer();
  const mayEdit = can(viewer, 'demand.edit');
  const { view, zone } = props;
  return (
    <div className="y-edit-panel">
      {mayEdit && view.forecast ? <EditForm {...props} /> : null}
      <h3>{t('demand.edits')}</h3>
      {view.edits.length ? (
        <ul>
          {view.edits.map((edit) => (
            <EditItem key={edit.id} edit={edit} zone={zone} mayUndo={mayEdit} />
          ))}
        </ul>
      ) : (
        <p className="y-quiet">{t('demand.noEdits')}</p>
      )}
    </div>
  );
}
