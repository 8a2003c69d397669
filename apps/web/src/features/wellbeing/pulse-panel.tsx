import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { localDateOf } from '@yotei/time';
import { useState } from 'react';
import { formatDate } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import {
  AnswerPulseDocument,
  ForgetPulseDocument,
  MyPulseDocument,
  type MyPulseQuery,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Checkbox } from '../../ui/fields.js';
import { showToast } from '../../ui/toast.js';

type Answer = NonNullable<MyPulseQuery['myPulse']>[number];
type Draft = Pick<Answer, 'countsForTeam'> & { readonly energy: number | null; readonly support: number | null };

const QUESTIONS = ['energy', 'support'] as const;
const ANSWERS = [1, 2, 3, 4, 5] as const;
/** So many of the own answers are listed. */
const MOST_SHOWN = 14;

/** One question, answered from 1 to 5 as radio buttons; the ends say what they mean. */
function Question({
  question,
  value,
  onChange,
}: {
  readonly question: (typeof QUESTIONS)[number];
  readonly value: number | null;
  readonly onChange: (value: number) => void;
}) {
  return (
    <fieldset className="y-pulse-question">
      <legend>{t(`wellbeing.pulse-${question}`)}</legend>
      <span className="y-quiet">{t('wellbeing.pulseLow')}</span>
      {ANSWERS.map((answer) => (
        <label key={answer}>
          <input type="radio" name={question} checked={value === answer} onChange={() => onChange(answer)} />
          {answer}
        </label>
      ))}
      <span className="y-quiet">{t('wellbeing.pulseHigh')}</span>
    </fieldset>
  );
}

function useOwnPulse() {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: ['my-pulse'] });
  const failed = () => showToast({ text: t('wellbeing.pulseFailed'), tone: 'problem' });
  const say = useMutation({
    mutationFn: async (input: Omit<Answer, '__typename'>) =>
      (await request(AnswerPulseDocument, { input })).answerPulse,
    onSuccess: (answer) => {
      if (answer.__typename === 'InvalidInput') return failed();
      showToast({ text: t('wellbeing.pulseSaid') });
      return again();
    },
    onError: failed,
  });
  const forget = useMutation({
    mutationFn: (on: string | null) => request(ForgetPulseDocument, { on }),
    onSuccess: () => {
      showToast({ text: t('wellbeing.pulseForgotten') });
      return again();
    },
    onError: failed,
  });
  return { say, forget };
}

function Form({ today, said }: { readonly today: string; readonly said: Answer | undefined }) {
  const [draft, setDraft] = useState<Draft>(said ?? { energy: null, support: null, countsForTeam: false });
  const { say } = useOwnPulse();
  const { energy, support, countsForTeam } = draft;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (energy !== null && support !== null) say.mutate({ on: today, energy, support, countsForTeam });
      }}
    >
      {QUESTIONS.map((question) => (
        <Question
          key={question}
          question={question}
          value={draft[question]}
          onChange={(value) => setDraft({ ...draft, [question]: value })}
        />
      ))}
      <Checkbox isSelected={countsForTeam} onChange={(isSelected) => setDraft({ ...draft, countsForTeam: isSelected })}>
        {t('wellbeing.pulseCounts')}
      </Checkbox>
      <Button type="submit" isDisabled={energy === null || support === null || say.isPending}>
        {t(said ? 'wellbeing.pulseChange' : 'wellbeing.pulseSay')}
      </Button>
    </form>
  );
}

function Said({ answers }: { readonly answers: readonly Answer[] }) {
  const { forget } = useOwnPulse();
  if (answers.length === 0) return null;
  return (
    <details className="y-pulse-said">
      <summary>{t('wellbeing.pulseYours')}</summary>
      <ul className="y-own-list">
        {answers.slice(0, MOST_SHOWN).map(({ on, energy, support, countsForTeam }) => (
          <li key={on}>
            <span>
              {formatDate(on)}: {t('wellbeing.pulseAnswer', { energy, support })}{' '}
              {countsForTeam ? <span className="y-quiet">{t('wellbeing.pulseCounted')}</span> : null}
            </span>
            <Button
              aria-label={t('wellbeing.pulseForgetOf', { date: formatDate(on) })}
              onPress={() => forget.mutate(on)}
              isDisabled={forget.isPending}
            >
              {t('wellbeing.pulseForget')}
            </Button>
          </li>
        ))}
      </ul>
      <Button onPress={() => forget.mutate(null)} isDisabled={forget.isPending}>
        {t('wellbeing.pulseForgetAll')}
      </Button>
    </details>
  );
}

/** How somebody's day was, if they want to say it: two questions, private unless they let the answer count without a name. */
export function PulsePanel({ zone }: { readonly zone: string }) {
  const found = useQuery({
    queryKey: ['my-pulse'],
    queryFn: async () => (await request(MyPulseDocument)).myPulse ?? null,
  });
  // Nobody is asked, or it could not be read: an offer that is not there is no error to read about.
  if (!found.data) return null;
  const today = localDateOf(Date.now(), zone);
  const said = found.data.find(({ on }) => on === today);
  return (
    <section className="y-panel y-own-panel y-pulse" aria-labelledby="own-pulse">
      <h2 id="own-pulse">{t('wellbeing.pulse')}</h2>
      <p className="y-quiet">{t('wellbeing.pulseText')}</p>
      <Form key={said ? 'said' : 'open'} today={today} said={said} />
      <Said answers={found.data} />
    </section>
  );
}
