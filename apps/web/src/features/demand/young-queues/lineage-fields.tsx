import { formatPercent } from '../../../app/format/format-number.js';
import { local, t } from '../../../app/i18n/t.js';
import { useViewer } from '../../../app/session.js';
import { Checkbox, NumberField, Select, TextField } from '../../../ui/fields.js';

/** What the form of another queue's past holds. */
export interface LineageForm {
  readonly fromQueueId: string | null;
  /** Percent; null = learned. */
  readonly share: number | null;
  readonly sinceOn: string;
}

export interface LineageFieldsProps {
  /** The queue itself, which cannot be chosen; null while it is new. */
  readonly queueId: string | null;
  readonly form: LineageForm;
  readonly similar: readonly { readonly queueId: string; readonly overlap: number }[];
  /** A joined queue comes whole, so no share is asked for. */
  readonly asksShare: boolean;
  readonly error: string | undefined;
  readonly onChange: (form: LineageForm) => void;
}

/** Which queue, at what share, since when; queues whose week looks alike are named first. */
export function LineageFields({ queueId, form, similar, asksShare, error, onChange }: LineageFieldsProps) {
  const viewer = useViewer();
  const set = (change: Partial<LineageForm>) => onChange({ ...form, ...change });
  const overlapOf = (id: string) => similar.find((one) => one.queueId === id)?.overlap;
  const options = viewer.organisation.queues
    .filter(({ id }) => id !== queueId)
    .sort((a, b) => (overlapOf(b.id) ?? 0) - (overlapOf(a.id) ?? 0))
    .map(({ id, name }) => {
      const overlap = overlapOf(id);
      const text = local(name);
      return overlap === undefined
        ? { id, text }
        : { id, text, detail: t('youngQueues.similar', { queue: text, overlap: formatPercent(overlap, 0) }) };
    });
  return (
    <div className="y-curve">
      <Select
        label={t('youngQueues.fromQueue')}
        value={form.fromQueueId}
        options={options}
        error={error}
        onChange={(id) => set({ fromQueueId: id })}
      />
      {asksShare ? (
        <>
          <Checkbox isSelected={form.share === null} onChange={(learn) => set({ share: learn ? null : 30 })}>
            {t('youngQueues.learn')}
          </Checkbox>
          {form.share === null ? null : (
            <NumberField
              label={t('youngQueues.share')}
              value={form.share}
              minValue={0.1}
              unit={t('youngQueues.percent')}
              onChange={(share) => set({ share })}
            />
          )}
        </>
      ) : null}
      <TextField
        type="date"
        label={t('youngQueues.since')}
        value={form.sinceOn}
        onChange={(sinceOn) => set({ sinceOn })}
      />
    </div>
  );
}
