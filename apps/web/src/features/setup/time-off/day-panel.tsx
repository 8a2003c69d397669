import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { AnswerTimeOffDocument } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Chip } from '../../../ui/chip.js';
import { TextField } from '../../../ui/fields.js';
import { showToast } from '../../../ui/toast.js';
import { absencesOn, isWaiting, placesInWords, spanInWords, type Absence, type TeamTimeOff } from './calendar.model.js';
import type { Kind } from './time-off.queries.js';

/** One day of the calendar: who is off, and who asks, with the answer beside. */
export function DayPanel({
  on,
  found,
  kinds,
}: {
  readonly on: string;
  readonly found: TeamTimeOff;
  readonly kinds: readonly Kind[];
}) {
  const all = absencesOn(found, on);
  const places = placesInWords(found.days.find((day) => day.on === on));
  const waiting = all.filter(isWaiting).sort((a, b) => (a.position ?? 99) - (b.position ?? 99));
  const kindOf = (code: string) => {
    const kind = kinds.find((one) => one.code === code);
    return kind ? local(kind.title) : code;
  };
  return (
    <section className="su-panel su-day-panel" aria-live="polite" aria-label={formatDate(on)}>
      <h4>
        {formatDate(on)} {places ? <Chip>{places}</Chip> : null}
      </h4>
      {all.length === 0 ? <p className="y-quiet">{t('setupTimeOff.nobodyOff')}</p> : null}
      <ul>
        {waiting.map((one) => (
          <li key={one.id}>
            <Who absence={one} kind={kindOf(one.kind)} zone={found.zone} />
            <Answer absence={one} />
          </li>
        ))}
        {all
          .filter((one) => !isWaiting(one))
          .map((one) => (
            <li key={one.id}>
              <Who absence={one} kind={kindOf(one.kind)} zone={found.zone} />
            </li>
          ))}
      </ul>
    </section>
  );
}

function waitsFor({ verdict, position }: Absence): string {
  if (verdict === 'waiting' && position) return t('setupTimeOff.waitsAs', { position });
  return t('setupTimeOff.waitsForAnswer');
}

function Who({ absence, kind, zone }: { readonly absence: Absence; readonly kind: string; readonly zone: string }) {
  return (
    <div>
      <strong>{absence.agentName}</strong>{' '}
      <Chip tone={isWaiting(absence) ? 'prefer' : 'good'}>
        {isWaiting(absence) ? waitsFor(absence) : t('setupTimeOff.isOff')}
      </Chip>
      <p className="y-quiet">
        {kind} · {spanInWords(absence, zone)}
      </p>
      {absence.note ? <p>{absence.note}</p> : null}
    </div>
  );
}

function Answer({ absence }: { readonly absence: Absence }) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: (approve: boolean) =>
      request(AnswerTimeOffDocument, { id: absence.id, approve, reason: reason.trim() || null }),
    onSuccess: async ({ decideTimeOff }, approve) => {
      const gone = decideTimeOff.__typename !== 'TimeOffDecided';
      const said = approve ? 'setupTimeOff.approved' : 'setupTimeOff.declined';
      showToast({ text: t(gone ? 'setupTimeOff.decidedMeanwhile' : said, { name: absence.agentName }) });
      await client.invalidateQueries();
    },
    onError: () => showToast({ text: t('setup.failed'), tone: 'problem' }),
  });
  return (
    <div className="su-answer">
      <TextField label={t('setupTimeOff.reason')} maxLength={300} value={reason} onChange={setReason} />
      <Button kind="primary" isDisabled={decide.isPending} onPress={() => decide.mutate(true)}>
        {t('setupTimeOff.approve')}
      </Button>
      <Button isDisabled={decide.isPending} onPress={() => decide.mutate(false)}>
        {t('setupTimeOff.decline')}
      </Button>
    </div>
  );
}
