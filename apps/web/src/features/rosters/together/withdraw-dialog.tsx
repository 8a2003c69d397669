import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { WithdrawScheduleDocument } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { TextField } from '../../../ui/fields.js';
import { showToast } from '../../../ui/toast.js';
import { useDesk, useDeskState } from '../desk/desk-context.js';

/** The emergency exit after publishing: says what it does, and needs a reason that agents will read. */
export function WithdrawDialog({ onClose }: { readonly onClose: () => void }) {
  const { acts } = useDesk();
  const { id: scheduleId, version: expectedVersion } = useDeskState((state) => state.info);
  const [reason, setReason] = useState('');
  const failed = (message: string) => showToast({ text: t('together.withdrawFailed', { message }), tone: 'problem' });
  const withdraw = useMutation({
    mutationFn: async () =>
      (await request(WithdrawScheduleDocument, { scheduleId, expectedVersion, reason })).withdrawSchedule,
    onSuccess: (answer) => {
      if (answer.__typename !== 'ScheduleWithdrawn') return failed(answer.message);
      showToast({ text: t('together.withdrawn', { count: answer.notifiedAgents }) });
      acts.reload();
      onClose();
    },
    onError: (error) => failed(error.message),
  });
  return (
    <Dialog
      title={t('together.withdrawTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('board.notYet')}</Button>
          <Button
            kind="primary"
            isDisabled={reason.trim() === '' || withdraw.isPending}
            onPress={() => withdraw.mutate()}
          >
            {t('together.withdrawNow')}
          </Button>
        </>
      }
    >
      <p>{t('together.withdrawText')}</p>
      <TextField label={t('together.withdrawReason')} value={reason} onChange={setReason} autoFocus />
    </Dialog>
  );
}
