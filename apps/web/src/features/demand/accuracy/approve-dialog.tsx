import { addDays } from '@yotei/time';
import { useState } from 'react';
import { formatDateRange } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { Button, Segmented } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { TextField } from '../../../ui/fields.js';
import { ErrorState } from '../../../ui/states.js';
import { showToast } from '../../../ui/toast.js';
import { useApproveForecast, type VersionRange } from './accuracy.queries.js';

/** Says that these days' forecast counts as it is now, for this queue or for all. */
export function ApproveDialog({ range, onClose }: { readonly range: VersionRange; readonly onClose: () => void }) {
  const [which, setWhich] = useState<'one' | 'all'>('one');
  const [note, setNote] = useState('');
  const approve = useApproveForecast();
  const { queueId, fromOn, days } = range;
  const refused = approve.data && approve.data.__typename !== 'ForecastApproved' ? approve.data.message : null;
  const send = () =>
    approve.mutate(
      { queueIds: which === 'one' ? [queueId] : null, fromOn, days, note },
      {
        onSuccess: (result) => {
          if (result.__typename !== 'ForecastApproved') return;
          showToast({ text: t('accuracy.approved', { count: result.queues.length }) });
          onClose();
        },
      },
    );
  return (
    <Dialog
      title={t('accuracy.approveTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isDisabled={approve.isPending} onPress={send}>
            {t('accuracy.approveDo')}
          </Button>
        </>
      }
    >
      <div className="y-report">
        <p>{t('accuracy.approveText', { range: formatDateRange(fromOn, addDays(fromOn, days - 1)) })}</p>
        <Segmented
          label={t('accuracy.approveWhich')}
          value={which}
          options={[
            { value: 'one', text: t('accuracy.approveQueue') },
            { value: 'all', text: t('accuracy.approveAll') },
          ]}
          onChange={setWhich}
        />
        <TextField label={t('accuracy.note')} value={note} onChange={setNote} />
        {refused ? (
          <p className="y-refused" role="alert">
            {refused}
          </p>
        ) : null}
        {approve.error ? <ErrorState error={approve.error} /> : null}
      </div>
    </Dialog>
  );
}
