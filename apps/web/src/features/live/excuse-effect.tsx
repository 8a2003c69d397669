import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatNumber } from '../../app/format/format-number.js';
import { t } from '../../app/i18n/t.js';
import { JobCard } from '../../app/jobs/job-card.js';
import { request } from '../../graphql/client.js';
import {
  ExcuseEffectDocument,
  ExcuseTrialDocument,
  StartExcuseTrialDocument,
  type ExcuseEffectPartsFragment,
  type ExcuseEffectQueryVariables,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Skeleton, SkeletonRows } from '../../ui/states.js';
import { adherenceText, conformanceText } from './figures.js';
import { formatMinutes } from './live-words.js';

type Of = ExcuseEffectQueryVariables;

function Found({ effect }: { readonly effect: ExcuseEffectPartsFragment }) {
  return (
    <div className="l-effect" role="status">
      <strong>{t('live.effect')}</strong>
      <span>
        {t('live.effectMade', {
          changed: formatNumber(effect.changedAgents),
          scheduled: formatNumber(effect.scheduledAgents),
          minutes: formatMinutes(effect.excusedSeconds * 1000),
        })}
      </span>
      <span>
        {t('live.effectAdherence', { before: adherenceText(effect.before), after: adherenceText(effect.after) })}{' '}
        <span className="y-quiet">{t('live.effectConformance', { same: conformanceText(effect.after) })}</span>
      </span>
    </div>
  );
}

/** Of hundreds of agents: worked out in the background, with progress. */
function Long({ of, scheduled }: { readonly of: Of; readonly scheduled: number }) {
  const [doneId, setDoneId] = useState<string | null>(null);
  const start = useMutation({
    mutationFn: async () => (await request(StartExcuseTrialDocument, of)).startExcuseTrial,
  });
  const trial = useQuery({
    queryKey: ['live', 'excuse-trial', doneId],
    enabled: doneId !== null,
    queryFn: async () => (await request(ExcuseTrialDocument, { jobId: doneId! })).excuseTrial,
  });
  const jobId = start.data?.__typename === 'JobStarted' ? start.data.job.id : null;
  if (trial.data?.__typename === 'ExcuseEffect') return <Found effect={trial.data} />;
  if (start.isError || trial.isError || (start.data && jobId === null)) return <p role="alert">{t('live.noEffect')}</p>;
  if (jobId !== null)
    return <JobCard id={jobId} onFinished={({ id, state }) => setDoneId(state === 'DONE' ? id : null)} />;
  return (
    <div className="l-effect">
      <span>{t('live.effectLong', { count: formatNumber(scheduled) })}</span>
      <span>
        <Button isDisabled={start.isPending} onPress={() => start.mutate()}>
          {t('live.workOut')}
        </Button>
      </span>
    </div>
  );
}

/** What an excuse changes, before it is saved. */
export function ExcuseEffect({ of }: { readonly of: Of }) {
  const { data, isError } = useQuery({
    queryKey: ['live', 'effect', of],
    queryFn: async () => (await request(ExcuseEffectDocument, of)).excuseEffect,
  });
  if (isError) return <p role="alert">{t('live.noEffect')}</p>;
  if (!data)
    return (
      <Skeleton label={t('live.effect')}>
        <SkeletonRows rows={2} />
      </Skeleton>
    );
  if (data.__typename === 'InvalidInput') return <p role="alert">{t('live.cannotExcuse')}</p>;
  if (data.__typename === 'ExcuseEffectTakesLong') return <Long of={of} scheduled={data.scheduledAgents} />;
  return <Found effect={data} />;
}
