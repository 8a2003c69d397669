import { useMutation, useQueryClient } from '@tanstack/react-query';
import { t } from '../../../app/i18n/t.js';
import { showToast } from '../../../ui/toast.js';
import type { Refusal } from '../use-saving.js';
import { peopleQuery, type PersonAnswer } from './users.queries.js';

type Saved = Extract<PersonAnswer, { __typename: 'PersonSaved' }>;

/** Stores a change of a person; why something was not stored comes in the reader's words. */
export function usePersonSaving(onSaved: (saved: Saved) => void) {
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: (run: () => Promise<PersonAnswer>) => run(),
    onSuccess: async (answer) => {
      if (answer.__typename !== 'PersonSaved') return;
      onSaved(answer);
      // Who changes their own roles sees another product.
      await client.invalidateQueries({ queryKey: peopleQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['viewer'] });
    },
    onError: () => showToast({ text: t('setup.failed'), tone: 'problem' }),
  });
  const answer = saving.data;
  const refusal = answer && answer.__typename !== 'PersonSaved' ? refusalOf(answer) : null;
  return { save: saving.mutate, isSaving: saving.isPending, refusal: saving.isPending ? null : refusal };
}

function refusalOf(answer: Exclude<PersonAnswer, Saved>): Refusal {
  return { path: answer.__typename === 'InvalidInput' ? answer.path : '', message: answer.message };
}
