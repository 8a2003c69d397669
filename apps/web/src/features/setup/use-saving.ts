import { useMutation, useQueryClient } from '@tanstack/react-query';
import { t, tIfKnown } from '../../app/i18n/t.js';
import type { SaveSetupFragment } from '../../graphql/generated/graphql.js';
import { showToast } from '../../ui/toast.js';

export type SaveAnswer = SaveSetupFragment;
type Saved = Extract<SaveAnswer, { __typename: 'SetupSaved' }>;

/** One change of the set-up, and the change that takes it back. */
export interface SetupChange {
  readonly run: () => Promise<SaveAnswer>;
  /** Gets what the change stored: its id and its version now. */
  readonly undo?: (saved: Saved) => Promise<SaveAnswer>;
  /** What the toast says when it is done. */
  readonly said: string;
}

/** Why something was not stored, in words; the path is a field of the form or empty. */
export interface Refusal {
  readonly path: string;
  readonly message: string;
}

/** `12 agents, 3 templates` */
function usesInWords(uses: readonly { readonly what: string; readonly count: number }[]): string {
  return uses
    .map(({ what, count }) => tIfKnown(`setup.use_${what}`, { count }, `${count} ${what}`))
    .join(t('setup.separator'));
}

/** A fault in the reader's language; those that only a wrong program can send stay in the server's words. */
function faultInWords({ path, message }: { readonly path: string; readonly message: string }): string {
  const field = path.split('.').at(-1)!.toLowerCase();
  const kind = /^(name|title)/.test(field) ? 'name' : field;
  return tIfKnown(`setupPlaces.wrong_${kind}`, undefined, message);
}

function refusalOf(answer: Exclude<SaveAnswer, Saved>): Refusal {
  if (answer.__typename === 'InvalidInput') return { path: answer.path, message: faultInWords(answer) };
  if (answer.__typename === 'SetupInUse')
    return { path: '', message: t('setup.inUse', { uses: usesInWords(answer.uses) }) };
  return { path: '', message: t('setup.meanwhile') };
}

/** Stores changes; everything read before is read again, because names and patterns stand on every screen. */
export function useSaving(onSaved?: () => void) {
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: async (change: SetupChange) => ({ change, answer: await change.run() }),
    onSuccess: async ({ change, answer }) => {
      if (answer.__typename !== 'SetupSaved') {
        if (answer.__typename === 'SetupChangedMeanwhile') await client.invalidateQueries();
        return;
      }
      onSaved?.();
      // Said when it can be seen.
      await client.invalidateQueries();
      const { undo } = change;
      showToast({
        text: change.said,
        ...(undo && { action: { text: t('setup.undo'), run: () => takeBack.mutate(() => undo(answer)) } }),
      });
    },
    onError: () => showToast({ text: t('setup.failed'), tone: 'problem' }),
  });
  const takeBack = useMutation({
    mutationFn: (run: () => Promise<SaveAnswer>) => run(),
    onSuccess: async (answer) => {
      await client.invalidateQueries();
      if (answer.__typename === 'SetupSaved') showToast({ text: t('setup.undone') });
      else showToast({ text: refusalOf(answer).message, tone: 'problem' });
    },
    onError: () => showToast({ text: t('setup.failed'), tone: 'problem' }),
  });
  const answer = save.data?.answer;
  const refusal = answer && answer.__typename !== 'SetupSaved' ? refusalOf(answer) : null;
  return { save: save.mutate, isSaving: save.isPending, refusal: save.isPending ? null : refusal, clear: save.reset };
}
