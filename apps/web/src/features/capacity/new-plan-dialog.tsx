import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { t } from '../../app/i18n/t.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Select, TextField } from '../../ui/fields.js';
import { ErrorState } from '../../ui/states.js';
import { useCreatePlan } from './capacity.queries.js';

const LENGTHS = [26, 52, 78, 104];

/** A new plan out of what the centre has, or a copy to try something else on. */
export function NewPlanDialog({
  copyOfId,
  onClose,
  onMade,
}: {
  readonly copyOfId: string | undefined;
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}) {
  const [title, setTitle] = useState(t(copyOfId ? 'capacity.copyTitle' : 'capacity.newTitle'));
  const [weeks, setWeeks] = useState(78);
  const create = useCreatePlan();
  const answer = create.data;
  const submit = () =>
    create.mutate(
      { title, weeks, ...(copyOfId && { copyOfId }) },
      {
        onSuccess: (made) => {
          if (made.__typename === 'CapacityPlanSaved') onMade(made.plan.id);
        },
      },
    );
  return (
    <Dialog
      title={t(copyOfId ? 'capacity.copy' : 'capacity.new')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" onPress={submit} isDisabled={create.isPending || title.trim() === ''}>
            {t('capacity.create')}
          </Button>
        </>
      }
    >
      <TextField label={t('capacity.title')} value={title} onChange={setTitle} />
      {copyOfId ? null : (
        <>
          <Select
            label={t('capacity.length')}
            value={String(weeks)}
            options={LENGTHS.map((length) => ({
              id: String(length),
              text: t('capacity.lengthWeeks', { weeks: length, months: Math.round(length / 4.345) }),
            }))}
            onChange={(id) => setWeeks(Number(id))}
          />
          <p className="y-quiet">{t('capacity.newText')}</p>
        </>
      )}
      <Refused answer={answer} />
      {create.error ? <ErrorState error={create.error} /> : null}
    </Dialog>
  );
}

function Refused({ answer }: { readonly answer: ReturnType<typeof useCreatePlan>['data'] }) {
  if (answer?.__typename === 'CapacityForecastMissing')
    return (
      <p role="alert" className="y-refused">
        {t('capacity.noForecast')} <Link to="/demand">{t('capacity.toDemand')}</Link>
      </p>
    );
  if (answer?.__typename !== 'InvalidInput' && answer?.__typename !== 'NotFound') return null;
  return (
    <p role="alert" className="y-refused">
      {answer.message}
    </p>
  );
}
