import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { currentLanguage } from '../../app/i18n/language.js';
import { t, tIfKnown } from '../../app/i18n/t.js';
import { JobCard } from '../../app/jobs/job-card.js';
import { request } from '../../graphql/client.js';
import {
  FillSampleDataDocument,
  RemoveSampleDataDocument,
  SampleDataDocument,
  type SampleDataQuery,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { showToast } from '../../ui/toast.js';

type Sample = SampleDataQuery['sampleData'];

const sampleDataQuery = queryOptions({
  queryKey: ['sample-data'],
  queryFn: async () => (await request(SampleDataDocument)).sampleData,
});

/** Names and patterns stand on every screen, so all is read again. */
function useSampleAct<Answer extends { readonly __typename: string; readonly message?: string }>(
  act: () => Promise<Answer>,
  of: { readonly done: Answer['__typename']; readonly said?: string; readonly onDone?: () => void },
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (answer) => {
      if (answer.__typename !== of.done) showToast({ text: answer.message ?? t('sampleData.failed'), tone: 'problem' });
      else if (of.said) showToast({ text: of.said });
      of.onDone?.();
      await client.invalidateQueries();
    },
    onError: () => showToast({ text: t('sampleData.failed'), tone: 'problem' }),
  });
}

/** Offers an empty organisation an invented centre to look around in; where there is one, says so and takes it away. */
export function SampleData() {
  const { data } = useQuery(sampleDataQuery);
  if (!data || (data.state === 'NONE' && !data.mayFill)) return null;
  return (
    <section className="y-panel y-home-sample" aria-labelledby="sample-title">
      {data.state === 'NONE' ? <Offer /> : <Present sample={data} />}
    </section>
  );
}

function Offer() {
  const fill = useSampleAct(
    async () => (await request(FillSampleDataDocument, { language: currentLanguage() })).result,
    { done: 'JobStarted' },
  );
  return (
    <>
      <div className="y-panel-head">
        <h2 id="sample-title">{t('sampleData.offerTitle')}</h2>
        <p className="y-quiet">{t('sampleData.offerText')}</p>
      </div>
      <Button isDisabled={fill.isPending} onPress={() => fill.mutate()}>
        {t('sampleData.fill')}
      </Button>
    </>
  );
}

function Present({ sample }: { readonly sample: Sample }) {
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const { state, jobId, agentCount, queueCount, uses } = sample;
  const counts = { agents: agentCount, queues: queueCount };
  return (
    <>
      <div className="y-panel-head">
        <h2 id="sample-title">{t('sampleData.title')}</h2>
        {state === 'FILLED' ? <p className="y-quiet">{t('sampleData.filledText', counts)}</p> : null}
        {state === 'FAILED' ? <p>{t('sampleData.failedText')}</p> : null}
        {uses.length > 0 ? <p>{t('sampleData.inUse', { uses: usesInWords(uses) })}</p> : null}
      </div>
      {state === 'FILLING' && jobId ? (
        <JobCard id={jobId} onFinished={() => void client.invalidateQueries()} />
      ) : (
        <Button isDisabled={uses.length > 0} onPress={() => setAsking(true)}>
          {t('sampleData.takeAway')}
        </Button>
      )}
      {isAsking ? <TakeAwayDialog onClose={() => setAsking(false)} /> : null}
    </>
  );
}

const usesInWords = (uses: Sample['uses']): string =>
  uses
    .map(({ what, count }) => tIfKnown(`sampleData.use_${what}`, { count }, `${count} ${what}`))
    .join(t('sampleData.separator'));

/** It cannot be undone, so it is said what goes and what stays. */
function TakeAwayDialog({ onClose }: { readonly onClose: () => void }) {
  const remove = useSampleAct(async () => (await request(RemoveSampleDataDocument)).result, {
    done: 'SampleDataRemoved',
    said: t('sampleData.gone'),
    onDone: onClose,
  });
  return (
    <Dialog
      title={t('sampleData.takeAwayTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('sampleData.keep')}</Button>
          <Button kind="primary" isDisabled={remove.isPending} onPress={() => remove.mutate()}>
            {t('sampleData.takeAwayNow')}
          </Button>
        </>
      }
    >
      <p>{t('sampleData.takeAwayText')}</p>
    </Dialog>
  );
}
