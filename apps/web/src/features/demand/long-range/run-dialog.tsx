import { useState } from 'react';
import { formatDateWithYear } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { JobCard } from '../../../app/jobs/job-card.js';
import type { LongRangeTrend } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Select } from '../../../ui/fields.js';
import { RadioCards } from '../../../ui/radio-cards.js';
import { ErrorState } from '../../../ui/states.js';
import { useLongRangeChanged, useStartLongRange } from './long-range.queries.js';

const LENGTHS = [26, 52, 78, 104, 156];

/** How far, and whether the past's trend goes on; then the job as it runs. Closing does not stop it. */
export function RunDialog({ fromOn, onClose }: { readonly fromOn: string; readonly onClose: () => void }) {
  const [weeks, setWeeks] = useState(78);
  const [trend, setTrend] = useState<LongRangeTrend>('DAMPED');
  const start = useStartLongRange();
  const changed = useLongRangeChanged();
  const result = start.data;
  const jobId = result?.__typename === 'JobStarted' ? result.job.id : undefined;
  const refused =
    result?.__typename === 'NotEnoughHistory'
      ? t('longRange.notEnoughHistory', { have: result.haveDays, need: result.needDays })
      : result && result.__typename !== 'JobStarted'
        ? result.message
        : undefined;
  return (
    <Dialog
      title={t('longRange.run')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t(jobId ? 'ui.close' : 'ui.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={start.isPending || jobId !== undefined}
            onPress={() => start.mutate({ fromOn, weeks, trend })}
          >
            {t('longRange.start')}
          </Button>
        </>
      }
    >
      <p>{t('longRange.runFrom', { from: formatDateWithYear(fromOn) })}</p>
      <Select
        label={t('longRange.length')}
        value={String(weeks)}
        options={LENGTHS.map((length) => ({
          id: String(length),
          text: t('longRange.lengthWeeks', { weeks: length, months: Math.round(length / 4.345) }),
        }))}
        onChange={(id) => setWeeks(Number(id))}
      />
      <RadioCards<LongRangeTrend>
        label={t('longRange.trendLabel')}
        value={trend}
        options={[
          { value: 'DAMPED', title: t('longRange.trendDAMPED'), text: t('longRange.trendTextDAMPED') },
          { value: 'NONE', title: t('longRange.trendNONE'), text: t('longRange.trendTextNONE') },
        ]}
        onChange={setTrend}
      />
      {refused ? (
        <p role="alert" className="y-refused">
          {refused}
        </p>
      ) : null}
      {start.error ? <ErrorState error={start.error} /> : null}
      {jobId ? <JobCard id={jobId} onFinished={() => void changed()} /> : null}
    </Dialog>
  );
}
