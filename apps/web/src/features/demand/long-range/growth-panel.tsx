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
}

function GrowthForm({ queueId, fromOn }: GrowthFormProps) {
  const viewer = useViewer();
  const add = useAddGrowth();
  const [kind, setKind] = useState<GrowthKind>('PERCENT_A_YEAR');
  const [target, setTarget] = useState(queueId ?? ALL);
  const [value, setValue] = useState(5);
  const [from, setFrom] = useState(fromOn);
  const [until, setUntil] = useState('');
  const [ramp, setRamp] = useState(0);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const fault = add.data?.__typename === 'InvalidInput' ? add.data : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!reason.trim() || !from) return;
    add.mutate(
      {
        kind,
        value,
        reason,
        fromOn: from,
        untilOn: until || null,
        queueId: target === ALL ? null : target,
        rampWeeks: kind === 'WEEKLY_CONTACTS' && ramp > 0 ? ramp : null,
      },
      {
        onSuccess: (answer) => {
          if (answer.__typename !== 'GrowthSaved') return;
          setReason('');
          setAsked(false);
        },
      },
    );
  };
  const queues = viewer.organisation.queues.map(({ id, name }) => ({ id, text: local(name) }));
  return (
    <form className="y-growth-form" onSubmit={submit}>
      <Select
        label={t('longRange.growthKind')}
        value={kind}
        options={KINDS.map((id) => ({ id, text: t(`longRange.kind${id}`), detail: t(`longRange.kindHint${id}`) }))}
        onChange={(id) => setKind(id as GrowthKind)}
      />
      <NumberField
        label={t('longRange.growthValue')}
        value={value}
        onChange={setValue}
        unit={t(kind === 'WEEKLY_CONTACTS' ? 'longRange.contactsAWeek' : 'longRange.percent')}
        error={fault && ['percent', 'contacts', 'value'].includes(fault.path) ? fault.message : undefined}
      />
      <Select
        label={t('longRange.growthQueue')}
        value={target}
        options={[{ id: ALL, text: t('longRange.everyQueue') }, ...queues]}
        onChange={setTarget}
      />
      <div className="y-growth-dates">
        <TextField type="date" label={t('longRange.growthFrom')} value={from} onChange={setFrom} />
        <TextField
          type="date"
          label={t('longRange.growthUntil')}
          value={until}
          onChange={setUntil}
          error={fault?.path === 'untilOn' ? t('longRange.untilBeforeFrom') : undefined}
        />
      </div>
      {kind === 'WEEKLY_CONTACTS' ? (
        <NumberField
          label={t('longRange.growthRamp')}
          value={ramp}
          minValue={0}
          onChange={setRamp}
          unit={t('longRange.weeks')}
        />
      ) : null}
      <TextField
        label={t('longRange.growthReason')}
        value={reason}
        onChange={setReason}
        error={asked && !reason.trim() ? t('longRange.reasonMissing') : undefined}
      />
      <Button type="submit" isDisabled={add.isPending}>
        {t('longRange.addGrowth')}
      </Button>
    </form>
  );
}

function GrowthLine({ row, mayEdit }: { readonly row: GrowthRowFragment; readonly mayEdit: boolean }) {
  const viewer = useViewer();
  const undo = useUndoGrowth();
  const queue = viewer.organisation.queues.find(({ id }) => id === row.queueId);
  const amount = t(`longRange.amount${row.kind}`, {
    value: row.kind === 'WEEKLY_CONTACTS' ? formatSigned(row.value) : formatSigned(row.value, row.value % 1 ? 1 : 0),
  });
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
        <Button onPress={() => undo.mutate({ id: row.id, undone: !row.undone })} isDisabled={undo.isPending}>
          {t(row.undone ? 'longRange.putBack' : 'longRange.undo')}
        </Button>
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
