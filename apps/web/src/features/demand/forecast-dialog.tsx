import { useState } from 'react';
import { addDays } from '@yotei/time';
import { formatDateRange } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { JobCard } from '../../app/jobs/job-card.js';
import { Button } from '../../ui/button.js';
import { Checkbox, Select } from '../../ui/fields.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorState } from '../../ui/states.js';
import { useForecastFinished, useStartForecast } from './demand.queries.js';

export interface ForecastDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly queueId: string;
  /** First days of the weeks that can be chosen. */
  readonly weeks: readonly string[];
  readonly week: string;
}

const LENGTHS = [7, 14, 28];

/** What to forecast, then the job as it runs. Closing does not stop it. */
export function ForecastDialog({ isOpen, onClose, queueId, weeks, week }: ForecastDialogProps) {
  const [fromOn, setFromOn] = useState(week);
  const [days, setDays] = useState(7);
  const [allQueues, setAllQueues] = useState(true);
  const start = useStartForecast();
  const finished = useForecastFinished();
  const result = start.data;
  const jobId = result?.__typename === 'JobStarted' ? result.job.id : undefined;
  const refused =
    result?.__typename === 'NotEnoughHistory'
      ? t('demand.notEnoughHistory', { have: result.haveDays, need: result.needDays })
      : result && result.__typename !== 'JobStarted'
        ? result.message
        : undefined;
  return (
    <Dialog
      title={t('demand.startForecast')}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t(jobId ? 'ui.close' : 'ui.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={start.isPending || jobId !== undefined}
            onPress={() => start.mutate({ queueIds: allQueues ? null : [queueId], fromOn, days })}
          >
            {t('demand.start')}
          </Button>
        </>
      }
    >
      <Select
        label={t('demand.firstWeek')}
        value={fromOn}
        options={weeks.map((on) => ({ id: on, text: formatDateRange(on, addDays(on, 6)) }))}
        onChange={setFromOn}
      />
      <Select
        label={t('demand.length')}
        value={String(days)}
        options={LENGTHS.map((length) => ({ id: String(length), text: t('demand.weekCount', { count: length / 7 }) }))}
        onChange={(id) => setDays(Number(id))}
      />
      <Checkbox isSelected={allQueues} onChange={setAllQueues}>
        {t('demand.allQueues')}
      </Checkbox>
      {refused ? (
        <p role="alert" className="y-refused">
          {refused}
        </p>
      ) : null}
      {start.error ? <ErrorState error={start.error} /> : null}
      {jobId ? <JobCard id={jobId} onFinished={() => void finished()} /> : null}
    </Dialog>
  );
}
