import { useMutation, useQueryClient } from '@tanstack/react-query';
import { t } from '../../app/i18n/t.js';
import { showToast } from '../../ui/toast.js';

type Outcome = { readonly __typename: string; readonly message?: string };

/** Saves a list of the own page; what is refused is said, what is saved is read again. */
export function useSaveOwn<Value>(save: (value: Value) => Promise<Outcome>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: save,
    onSuccess: ({ __typename, message = '' }) => {
      if (__typename === 'InvalidInput') return showToast({ text: message, tone: 'problem' });
      showToast({ text: t('own.saved') });
      return client.invalidateQueries({ queryKey: ['my-availability'] });
    },
    onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
  });
}
