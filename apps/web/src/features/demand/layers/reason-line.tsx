import { Check, X } from 'lucide-react';
import { useState, type FormEvent, type RefObject } from 'react';
import { Input, TextField } from 'react-aria-components';
import { layerEffects } from '@yotei/forecast/edits';
import { formatNumber, formatSigned, formatSignedPercent } from '../../../app/format/format-number.js';
import { t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import type { ForecastEdit } from '../demand.model.js';
import { layerText, placeText } from './layer-text.js';
import type { Desk } from './use-desk.js';

const MOST_RECENT = 4;

/** Reasons given lately, newest first, each once. */
export function recentReasons(edits: readonly ForecastEdit[]): readonly string[] {
  const newestFirst = [...edits].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return [...new Set(newestFirst.map(({ reason }) => reason))].slice(0, MOST_RECENT);
}

/** What the draft is: its newest edit in words, how many there are, and what they come to. */
function DraftText({ desk }: { readonly desk: Desk }) {
  const { draft, kept, zone } = desk;
  const last = draft.at(-1)!;
  const effects = layerEffects(kept, draft, zone);
  const contacts = effects.reduce((sum, one) => sum + one.contactsAfter - one.contactsBefore, 0);
  const hours = effects.reduce((sum, one) => sum + one.workloadHoursAfter - one.workloadHoursBefore, 0);
  return (
    <p className="y-draft-text">
      <strong>{layerText(last)}</strong> {placeText(last, zone)}
      {draft.length > 1 ? ` ${t('demandEdit.andMore', { count: draft.length - 1 })}` : ''}
      <span className="y-quiet">
        {' '}
        {t('demandEdit.comesTo', { contacts: formatSigned(contacts), hours: formatSigned(hours, 1) })}
      </span>
    </p>
  );
}

function RefusalText({ desk }: { readonly desk: Desk }) {
  const { refusal, zone } = desk;
  if (!refusal) return null;
  if (refusal.kind === 'failed') {
    return (
      <p role="alert" className="y-refused">
        {refusal.message}
      </p>
    );
  }
  return (
    <div role="alert" className="y-refused">
      <p>{t('demandEdit.meanwhile', { author: refusal.layers.map(({ author }) => author).join(', ') })}</p>
      <ul>
        {refusal.layers.map((layer) => (
          <li key={layer.id}>
            {layer.reason} · {placeText(toLayer(layer), zone)}
          </li>
        ))}
      </ul>
      <Button onPress={() => desk.commit(refusal.reason)}>{t('demandEdit.onTop')}</Button>
    </div>
  );
}

const toLayer = (edit: ForecastEdit) => ({
  operation: 'set' as const,
  value: 0,
  measure: 'contacts' as const,
  startAt: Date.parse(edit.fromAt),
  endAt: Date.parse(edit.untilAt),
  pattern: edit.pattern ?? null,
});

export interface ReasonLineProps {
  readonly desk: Desk;
  readonly edits: readonly ForecastEdit[];
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** Where the keys go when the draft is kept or given up. */
  readonly onDone: () => void;
}

/** One line, never a dialog: what is drafted, why, Enter. There while something is drafted. */
export function ReasonLine({ desk, edits, inputRef, onDone }: ReasonLineProps) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  if (desk.draft.length === 0) return null;
  const keep = (why: string) => {
    setAsked(true);
    if (!why.trim()) return inputRef.current?.focus();
    desk.commit(why);
    setReason('');
    setAsked(false);
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep(reason);
  };
  const cancel = () => (desk.cancel(), setAsked(false), onDone());
  return (
    <form className="y-reason-line" aria-label={t('demandEdit.keepDraft')} onSubmit={submit}>
      <RefusalText desk={desk} />
      <DraftText desk={desk} />
      <div className="y-reason-row">
        <TextField
          className="y-field y-reason-field"
          aria-label={t('demand.reason')}
          value={reason}
          onChange={setReason}
          isInvalid={asked && !reason.trim()}
          onKeyDown={(event) => {
            if (event.key === 'Escape') cancel();
            else event.continuePropagation();
          }}
        >
          <Input ref={inputRef} className="y-input" placeholder={t('demandEdit.why')} />
        </TextField>
        <Button kind="primary" type="submit" icon={<Check size={14} strokeWidth={1.75} aria-hidden />}>
          {t('demandEdit.keep')}
        </Button>
        <Button icon={<X size={14} strokeWidth={1.75} aria-hidden />} onPress={cancel}>
          {t('demandEdit.giveUp')}
        </Button>
      </div>
      {asked && !reason.trim() ? <p className="y-must-text">{t('demand.reasonMissing')}</p> : null}
      <div className="y-recent" role="group" aria-label={t('demandEdit.recentReasons')}>
        {recentReasons(edits).map((one) => (
          <Button key={one} kind="quiet" onPress={() => keep(one)}>
            {one}
          </Button>
        ))}
      </div>
    </form>
  );
}

/** Contacts before and after an edit, for lists: `+124 (+12%)`. */
export function changeText(before: number, after: number): string {
  const percent = before > 0 ? ` (${formatSignedPercent(after / before - 1)})` : '';
  return `${formatSigned(after - before)}${percent} → ${formatNumber(after)}`;
}
