import { t, tIfKnown } from '../i18n/t.js';
import { Button } from '../../ui/button.js';
import { Chip, Progress } from '../../ui/chip.js';
import { isFinal, useCancelJob, useJob, type Job } from './use-job.js';
import './job-card.css';

const TONES = { WAITING: 'plain', RUNNING: 'accent', DONE: 'good', FAILED: 'must', CANCELLED: 'plain' } as const;

export function jobKind(job: Pick<Job, 'kind'>): string {
  return tIfKnown(`jobs.kind${job.kind}`, undefined, job.kind);
}

export function JobStateChip({ job }: { readonly job: Pick<Job, 'state'> }) {
  return <Chip tone={TONES[job.state]}>{t(`jobs.state${job.state}`)}</Chip>;
}

export function JobProgress({ job }: { readonly job: Job }) {
  return <Progress label={t('jobs.progressOf', { kind: jobKind(job) })} value={job.progressFraction ?? null} />;
}

/** What is running, how far it is, and Stop. */
export function JobCard({ id, onFinished }: { readonly id: string; readonly onFinished?: (job: Job) => void }) {
  const job = useJob(id, onFinished);
  const cancel = useCancelJob();
  if (!job) return null;
  return (
    <section className="y-job-card" aria-live="polite" aria-label={jobKind(job)}>
      <div className="y-job-card-head">
        <strong>{jobKind(job)}</strong>
        <JobStateChip job={job} />
        {!isFinal(job) && job.mayStop ? (
          <Button onPress={() => cancel.mutate(id)} isDisabled={cancel.isPending}>
            {t('jobs.stop')}
          </Button>
        ) : null}
      </div>
      {isFinal(job) ? null : <JobProgress job={job} />}
      {job.state === 'FAILED' ? (
        <p className="y-job-failed">
          {tIfKnown(`jobs.error.${job.errorCode ?? ''}`, undefined, t('ui.failedUnexpectedly'))}
          {job.correlationId ? (
            <>
              {' '}
              {t('ui.correlationId')} <code>{job.correlationId}</code>
            </>
          ) : null}
        </p>
      ) : null}
    </section>
  );
}
