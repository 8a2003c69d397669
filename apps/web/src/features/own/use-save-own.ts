import { useMutation, useQueryClient } from '@tanstack/react-query';
import { t, tIfKnown } from '../../app/i18n/t.js';
import { showToast } from '../../ui/toast.js';

type Outcome = { readonly __typename: string; readonly path?: string; readonly message?: string };

/** What is wrong, by the last word of its path: `exceptions[2].published`. */
export const faultText = (path: string, message: string): string =>
  tIfKnown(`own.fault-${path.split('.').at(-1)}`, undefined, message);

/** Saves a list of the own page; what is refused is said, what is saved is read again. */
export function useSaveOwn<Value>(save: (value: Value) => Promise<Outcome>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: save,
    onSuccess: ({ __typename, path = '', message = '' }) => {
      if (__typename === 'InvalidInput') return showToast({ text: faultText(path, message), tone: 'problem' });
      showToast({ text: t('own.saved') });
      return client.invalidateQueries({ queryKey: ['my-availability'] });
    },
    onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
  });
}
