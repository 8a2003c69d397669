import { useState, type FormEvent } from 'react';
import { formatNumber, formatSigned } from '../../../app/format/format-number.js';
import { formatDateWithYear } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { can, useViewer } from '../../../app/session.js';
import type { GrowthKind, GrowthRowFragment } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Chip } from '../../../ui/chip.js';
import { NumberField, Select, TextField } from '../../../ui/fields.js';
import { useAddGrowth, useUndoGrowth } from './long-range.queries.js';

const KINDS: readonly GrowthKind[] = ['PERCENT_A_YEAR', 'STEP_PERCENT', 'WEEKLY_CONTACTS'];
const ALL = 'all';

interface GrowthFormProps {
  /** The queue shown; null = all of them. */
  readonly queueId: string | null;
  readonly fromOn: string;
  /** The row that is changed: the new one takes its place, and it stays among the undone. Left out: another row. */
  readonly row?: GrowthRowFragment;
  readonly onDone?: () => void;
}

/** What the form holds, and its sending. */
function useGrowthForm({ queueId, fromOn, row, onDone }: GrowthFormProps) {
  const add = useAddGrowth();
  const undo = useUndoGrowth();
  const [values, setValues] = useState({
    kind: row?.kind ?? ('PERCENT_A_YEAR' as GrowthKind),
    target: (row ? row.queueId : queueId) ?? ALL,
    value: row?.value ?? 5,
    from: row?.fromOn ?? fromOn,
    until: row?.untilOn ?? '',
    ramp: row?.rampWeeks ?? 0,
    reason: row?.reason ?? '',
  });
  const [asked, setAsked] = useState(false);
  const set = (change: Partial<typeof values>) => setValues((old) => ({ ...old, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const { kind, value, reason, from, until, target, ramp } = values;
    if (!reason.trim() || !from) return;
    const input = {
      kind,
      value,
      reason,
      fromOn: from,
      untilOn: until || null,
      queueId: target === ALL ? null : target,
      rampWeeks: kind === 'WEEKLY_CONTACTS' && ramp > 0 ? ramp : null,
    };
    add.mutate(input, {
      onSuccess: (answer) => {
        if (answer.__typename !== 'GrowthSaved') return;
        if (row) undo.mutate({ id: row.id, undone: true });
        set({ reason: '' });
        setAsked(false);
        onDone?.();
      },
    });
  };
  const fault = add.data?.__typename === 'InvalidInput' ? add.data : undefined;
  return { values, set, submit, fault, isPending: add.isPending, reasonMissing: asked && !values.reason.trim() };
}

function GrowthForm(props: GrowthFormProps) {
  const viewer = useViewer();
  const { values, set, submit, fault, isPending, reasonMissing } = useGrowthForm(props);
  const { kind } = values;
  const queues = viewer.organisation.queues.map(({ id, name }) => ({ id, text: local(name) }));
  return (
    <form className="y-growth-form" onSubmit={submit}>
      <Select
        label={t('longRange.growthKind')}
        value={kind}
        options={KINDS.map((id) => ({ id, text: t(`longRange.kind${id}`), detail: t(`longRange.kindHint${id}`) }))}
        onChange={(id) => set({ kind: id as GrowthKind })}
      />
      <NumberField
        label={t('longRange.growthValue')}
        value={values.value}
        onChange={(value) => set({ value })}
        unit={t(kind === 'WEEKLY_CONTACTS' ? 'longRange.contactsAWeek' : 'longRange.percent')}
        error={fault && ['percent', 'contacts', 'value'].includes(fault.path) ? fault.message : undefined}
      />
      <Select
        label={t('longRange.growthQueue')}
        value={values.target}
        options={[{ id: ALL, text: t('longRange.everyQueue') }, ...queues]}
        onChange={(target) => set({ target })}
      />
      <GrowthDates values={values} set={set} untilWrong={fault?.path === 'untilOn'} />
      {kind === 'WEEKLY_CONTACTS' ? (
        <NumberField
          label={t('longRange.growthRamp')}
          value={values.ramp}
          minValue={0}
          onChange={(ramp) => set({ ramp })}
          unit={t('longRange.weeks')}
        />
      ) : null}
      <TextField
        label={t('longRange.growthReason')}
        value={values.reason}
        onChange={(reason) => set({ reason })}
        error={reasonMissing ? t('longRange.reasonMissing') : undefined}
      />
      <div className="y-growth-head">
        <Button type="submit" isDisabled={isPending}>
          {t(props.row ? 'longRange.saveGrowth' : 'longRange.addGrowth')}
        </Button>
        {props.onDone ? <Button onPress={props.onDone}>{t('ui.cancel')}</Button> : null}
      </div>
    </form>
  );
}

function GrowthDates({
  values,
  set,
  untilWrong,
}: Pick<ReturnType<typeof useGrowthForm>, 'values' | 'set'> & { readonly untilWrong: boolean }) {
  return (
    <div className="y-growth-dates">
      <TextField type="date" label={t('longRange.growthFrom')} value={values.from} onChange={(from) => set({ from })} />
      <TextField
        type="date"
        label={t('longRange.growthUntil')}
        value={values.until}
        onChange={(until) => set({ until })}
        error={untilWrong ? t('longRange.untilBeforeFrom') : undefined}
      />
    </div>
  );
}

function GrowthLine({ row, mayEdit }: { readonly row: GrowthRowFragment; readonly mayEdit: boolean }) {
  const viewer = useViewer();
  const undo = useUndoGrowth();
  const [isEditing, setEditing] = useState(false);
  const queue = viewer.organisation.queues.find(({ id }) => id === row.queueId);
  const amount = t(`longRange.amount${row.kind}`, {
    value: row.kind === 'WEEKLY_CONTACTS' ? formatSigned(row.value) : formatSigned(row.value, row.value % 1 ? 1 : 0),
  });
  if (isEditing)
    return (
      <li>
        <GrowthForm queueId={row.queueId ?? null} fromOn={row.fromOn} row={row} onDone={() => setEditing(false)} />
      </li>
    );
  return (
    <li data-undone={row.undone || undefined}>
      <div className="y-growth-head">
        <strong>{amount}</strong>
        <Chip>{queue ? local(queue.name) : t('longRange.everyQueue')}</Chip>
        {row.undone ? <Chip>{t('longRange.undone')}</Chip> : null}
      </div>
      <p>{row.reason}</p>
      <p className="y-quiet">
        {row.untilOn
          ? t('longRange.fromUntil', { from: formatDateWithYear(row.fromOn), until: formatDateWithYear(row.untilOn) })
          : t('longRange.fromOn', { from: formatDateWithYear(row.fromOn) })}
        {row.rampWeeks ? ` · ${t('longRange.rampOf', { weeks: formatNumber(row.rampWeeks) })}` : ''} · {row.author}
      </p>
      {mayEdit ? (
        <div className="y-growth-head">
          {row.undone ? null : (
            <Button aria-label={t('longRange.changeRow', { what: amount })} onPress={() => setEditing(true)}>
              {t('longRange.change')}
            </Button>
          )}
          <Button onPress={() => undo.mutate({ id: row.id, undone: !row.undone })} isDisabled={undo.isPending}>
            {t(row.undone ? 'longRange.putBack' : 'longRange.undo')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

/** What planners expect beside the past, each with author and reason; undone ones stay to be put back. */
export function GrowthPanel({ rows, ...form }: GrowthFormProps & { readonly rows: readonly GrowthRowFragment[] }) {
  const mayEdit = can(useViewer(), 'demand.edit');
  return (
    <aside className="y-panel y-growth" aria-labelledby="growth-title">
      <div className="y-panel-head">
        <h2 id="growth-title">{t('longRange.growthTitle')}</h2>
      </div>
      <div className="y-panel-body">
        <p className="y-quiet">{t('longRange.growthText')}</p>
        {rows.length > 0 ? (
          <ul className="y-growth-list">
            {rows.map((row) => (
              <GrowthLine key={row.id} row={row} mayEdit={mayEdit} />
            ))}
          </ul>
        ) : (
          <p className="y-quiet">{t('longRange.noGrowth')}</p>
        )}
        {mayEdit ? <GrowthForm key={form.queueId ?? ALL} {...form} /> : null}
      </div>
    </aside>
  );
}
