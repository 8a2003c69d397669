import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatHours } from '../../app/format/format-number.js';
import { dateInZone } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import { AskTimeOffDocument, JudgeTimeOffDocument, type MyTimeOffQuery } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Checkbox, Select, TextField } from '../../ui/fields.js';
import { showToast } from '../../ui/toast.js';
import { ClockField } from './clock-field.js';
import { askedSpan, coverText, reasonText, type TimeOffDraft } from './time-off.model.js';

type Kinds = NonNullable<MyTimeOffQuery['myTimeOff']>['kinds'];

/** What would be answered, while the form is filled in. */
function Answer({ draft, zone }: { readonly draft: TimeOffDraft; readonly zone: string }) {
  const span = askedSpan(draft, zone);
  const judged = useQuery({
    queryKey: ['judge-time-off', draft],
    queryFn: async () => (await request(JudgeTimeOffDocument, { input: { kind: draft.kind, ...span! } })).judgeTimeOff,
    enabled: span !== null,
  });
  if (!span)
    return (
      <p className="y-own-answer" data-verdict="declined">
        {t('own.endBeforeStart')}
      </p>
    );
  if (judged.data?.__typename !== 'TimeOffJudgement') return <p className="y-own-answer">{t('own.judging')}</p>;
  const { verdict, reason, needMinutes, cover } = judged.data;
  return (
    <div className="y-own-answer" data-verdict={verdict} role="status">
      <strong>{t(`own.verdict-${verdict as 'approved' | 'declined' | 'waiting' | 'review'}`)}</strong>
      <p>{reasonText(reason, zone)}</p>
      <p className="y-quiet">{t('own.uses', { hours: formatHours(needMinutes) })}</p>
      {cover.shiftCount > 0 ? <p className="y-quiet">{coverText(cover)}</p> : null}
    </div>
  );
}

function Dates({ draft, onChange }: { readonly draft: TimeOffDraft; readonly onChange: (next: TimeOffDraft) => void }) {
  const { part } = draft;
  return (
    <>
      <div className="y-own-row">
        <TextField
          label={t(part ? 'own.day' : 'own.firstDay')}
          type="date"
          value={draft.fromOn}
          onChange={(fromOn) =>
            fromOn && onChange({ ...draft, fromOn, untilOn: draft.untilOn < fromOn ? fromOn : draft.untilOn })
          }
        />
        {part ? null : (
          <TextField
            label={t('own.lastDay')}
            type="date"
            value={draft.untilOn}
            onChange={(untilOn) => untilOn && onChange({ ...draft, untilOn })}
          />
        )}
      </div>
      <Checkbox
        isSelected={part !== null}
        onChange={(on) => onChange({ ...draft, part: on ? { fromMinute: 13 * 60, untilMinute: 17 * 60 } : null })}
      >
        {t('own.partOfDay')}
      </Checkbox>
      {part ? (
        <div className="y-own-row">
          <ClockField
            label={t('own.from')}
            minute={part.fromMinute}
            onChange={(fromMinute) => onChange({ ...draft, part: { ...part, fromMinute } })}
          />
          <ClockField
            label={t('own.until')}
            minute={part.untilMinute}
            onChange={(untilMinute) => onChange({ ...draft, part: { ...part, untilMinute } })}
          />
        </div>
      ) : null}
    </>
  );
}

/** Asks for time off; the answer stands below before it is sent. */
export function TimeOffForm({ kinds, zone }: { readonly kinds: Kinds; readonly zone: string }) {
  const client = useQueryClient();
  const tomorrow = dateInZone(Date.now() + 7 * 86_400_000, zone);
  const [draft, setDraft] = useState<TimeOffDraft>({
    kind: kinds[0]?.code ?? '',
    fromOn: tomorrow,
    untilOn: tomorrow,
    part: null,
  });
  const send = useMutation({
    mutationFn: async () =>
      (await request(AskTimeOffDocument, { input: { kind: draft.kind, ...askedSpan(draft, zone)! } })).askTimeOff,
    onSuccess: (outcome) => {
      if (outcome.__typename === 'InvalidInput') return showToast({ text: outcome.message, tone: 'problem' });
      showToast({ text: t('own.sent') });
      void client.invalidateQueries({ queryKey: ['judge-time-off'] });
      return client.invalidateQueries({ queryKey: ['my-time-off'] });
    },
    onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
  });
  return (
    <section className="y-panel y-own-panel" aria-labelledby="own-ask">
      <h2 id="own-ask">{t('own.askTitle')}</h2>
      <Select
        label={t('own.kind')}
        value={draft.kind}
        options={kinds.map(({ code, title }) => ({ id: code, text: local(title) }))}
        onChange={(kind) => setDraft({ ...draft, kind })}
      />
      <Dates draft={draft} onChange={setDraft} />
      <Answer draft={draft} zone={zone} />
      <div className="y-own-acts">
        <Button kind="primary" onPress={() => send.mutate()} isDisabled={send.isPending || !askedSpan(draft, zone)}>
          {t('own.send')}
        </Button>
      </div>
    </section>
  );
}
