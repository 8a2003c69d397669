import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { formatNumber } from '../../../app/format/format-number.js';
import { t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import {
  CancelRosterJobDocument,
  GenerateScheduleDocument,
  type PlanAgainInput,
} from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Progress } from '../../../ui/chip.js';
import { Checkbox, NumberField } from '../../../ui/fields.js';
import { showToast } from '../../../ui/toast.js';
import { useDeskState } from './desk-context.js';
import { BestSoFar } from '../best/best-so-far.js';
import { CannotPlan } from './cannot-plan.js';
import { LazyRunParts } from '../parts/lazy-run-parts.js';
import { BestCurve } from './best-curve.js';
import { MoreOptions } from './generate-options.js';
import { ShortWeek } from './short-week.js';
import {
  isRunning,
  DRAFT_CHANGED,
  isStoppedWithBest,
  isUnfinished,
  progressOf,
  resultOf,
  type RosterJob,
  type RosterProgress,
} from './roster-job.js';

const DEFAULT_SECONDS = 60;

interface GenerateCardProps {
  readonly job: RosterJob | null;
  readonly onStarted: (job: RosterJob) => void;
  readonly onClose: () => void;
}

/** Makes the week by the engine: limits first, then live progress; Stop keeps the best roster so far. */
export function GenerateCard({ job, onStarted, onClose }: GenerateCardProps) {
  const [limit, setLimit] = useState(DEFAULT_SECONDS);
  return (
    <section className="b-card" aria-label={t('board.generate')}>
      {job && isRunning(job) ? (
        <RunningJob job={job} limit={limit} />
      ) : (
        <GenerateForm last={job} limit={limit} setLimit={setLimit} onStarted={onStarted} onClose={onClose} />
      )}
    </section>
  );
}

interface GenerateFormProps {
  readonly last: RosterJob | null;
  readonly limit: number;
  readonly setLimit: (seconds: number) => void;
  readonly onStarted: (job: RosterJob) => void;
  readonly onClose: () => void;
}

interface GenerateOrder {
  readonly limit: number;
  readonly keepLocked: boolean;
  readonly keepHandEdited: boolean;
  /** NaN: a new one each time. */
  readonly seed: number;
}

/** Starts the engine, from the present roster where a way is given. */
function useGenerate({ limit, keepLocked, keepHandEdited, seed }: GenerateOrder, onStarted: (job: RosterJob) => void) {
  const scheduleId = useDeskState((state) => state.info.id);
  return useMutation({
    mutationFn: async (way: PlanAgainInput | null) =>
      (
        await request(GenerateScheduleDocument, {
          input: {
            scheduleId,
            timeLimitSeconds: limit,
            keepLocked,
            keepHandEdited,
            ...(way && { again: way }),
            ...(!Number.isNaN(seed) && { seed }),
          },
        })
      ).generateSchedule,
    onSuccess: (answer) => {
      if (answer.__typename === 'JobStarted') onStarted(answer.job);
      else
        showToast({
          text: answer.__typename === 'RequirementMissing' ? t('board.requirementMissing') : answer.message,
          tone: 'problem',
        });
    },
    onError: () => showToast({ text: t('board.generateFailed'), tone: 'problem' }),
  });
}

function GenerateForm({ last, limit, setLimit, onStarted, onClose }: GenerateFormProps) {
  const [keepLocked, setKeepLocked] = useState(true);
  const [keepHandEdited, setKeepHandEdited] = useState(true);
  const [again, setAgain] = useState<PlanAgainInput | null>(null);
  const [seed, setSeed] = useState(Number.NaN);
  const start = useGenerate({ limit, keepLocked, keepHandEdited, seed }, onStarted);
  return (
    <>
      <h3>{t('board.generate')}</h3>
      {last ? null : <p className="b-quiet">{t('board.generateText')}</p>}
      {last ? <LastJob job={last} /> : null}
      {last?.state === 'DONE' ? <ShortWeek job={last} /> : null}
      {last && isUnfinished(last) ? (
        <div className="b-actions">
          <Button isDisabled={start.isPending} onPress={() => start.mutate(GO_ON)}>
            {t('rosterBest.goOn')}
          </Button>
        </div>
      ) : null}
      <NumberField
        label={t('board.timeLimit')}
        unit={t('board.seconds')}
        value={limit}
        minValue={5}
        maxValue={1800}
        step={5}
        onChange={setLimit}
      />
      <Checkbox isSelected={keepLocked} onChange={setKeepLocked}>
        {t('board.keepLocked')}
      </Checkbox>
      <Checkbox isSelected={keepHandEdited} onChange={setKeepHandEdited}>
        {t('board.keepHandEdited')}
      </Checkbox>
      <MoreOptions again={again} onAgain={setAgain} seed={seed} onSeed={setSeed} />
      <div className="b-actions">
        <Button kind="primary" isDisabled={start.isPending} onPress={() => start.mutate(again)}>
          {t('board.startGenerate')}
        </Button>
        <Button onPress={onClose}>{t('board.hide')}</Button>
      </div>
    </>
  );
}

/** Going on from the roster of the run before: whatever helps may change. */
const GO_ON: PlanAgainInput = { keep: [], disruption: 0 };

function LastJob({ job }: { readonly job: RosterJob }) {
  const { gapHours, requiredHours } = resultOf(job);
  if (job.errorCode === DRAFT_CHANGED)
    return (
      <>
        <p>{t('rosterBest.beside')}</p>
        <BestSoFar isRunning={false} isOpen />
      </>
    );
  if (job.state === 'FAILED') {
    return (
      <div className="b-problem" role="alert">
        <p>{t('board.jobFailed', { code: job.errorCode ?? '', id: job.correlationId ?? '' })}</p>
        <CannotPlan job={job} />
      </div>
    );
  }
  if (job.state === 'CANCELLED') return <p className="b-quiet">{t('board.jobStopped')}</p>;
  if (isStoppedWithBest(job)) return <p className="b-quiet">{t('board.jobStoppedBest')}</p>;
  return (
    <p className="b-quiet">
      {gapHours === null || requiredHours === null
        ? t('board.jobDone')
        : t('explain.within', { hours: formatNumber(gapHours, 1), required: formatNumber(requiredHours) })}
    </p>
  );
}

/** Seconds since the job was started, ticking; the engine's own figure when it is newer. */
function useElapsed(job: RosterJob): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return job.startedAt ? Math.max(0, (now - Date.parse(job.startedAt)) / 1000) : 0;
}

const minutes = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** The limit the job was started with, from its share done; a page that opens late does not know it otherwise. */
function timeLimitOf({ progressFraction }: RosterJob, { seconds }: RosterProgress): number | null {
  if (seconds === null || !progressFraction || progressFraction < 0.02 || progressFraction >= 1) return null;
  return Math.round(seconds / progressFraction / 5) * 5;
}

function RunningJob({ job, limit }: { readonly job: RosterJob; readonly limit: number }) {
  const progress = progressOf(job);
  const elapsed = useElapsed(job);
  const most = timeLimitOf(job, progress) ?? limit;
  const stop = useMutation({
    mutationFn: () => request(CancelRosterJobDocument, { id: job.id }),
    onError: () => showToast({ text: t('board.stopFailed'), tone: 'problem' }),
  });
  return (
    <>
      <div className="b-card-head">
        <h3>{t(job.state === 'WAITING' ? 'board.waiting' : 'board.improving')}</h3>
        <span className="b-quiet b-figures">
          {t('board.elapsed', { elapsed: minutes(elapsed), limit: minutes(most) })}
        </span>
      </div>
      <Progress
        label={t('board.generate')}
        value={job.state === 'WAITING' ? null : (job.progressFraction ?? Math.min(1, elapsed / most))}
      />
      <BestCurve curve={progress.curve} best={progress.bestCost} bound={progress.lowerBound} />
      <LazyRunParts progress={job.progress} />
      {progress.gapHours === null || progress.requiredHours === null ? null : (
        <p role="status">
          {t('explain.within', {
            hours: formatNumber(progress.gapHours, 1),
            required: formatNumber(progress.requiredHours),
          })}
        </p>
      )}
      <dl className="b-facts">
        <Fact
          name={t('board.factGap')}
          value={
            progress.gapHours === null ? null : t('board.hoursValue', { hours: formatNumber(progress.gapHours, 1) })
          }
        />
        <Fact
          name={t('board.factRequired')}
          value={
            progress.requiredHours === null
              ? null
              : t('board.hoursValue', { hours: formatNumber(progress.requiredHours, 0) })
          }
        />
        <Fact
          name={t('board.factShort')}
          value={progress.shortSlots === null ? null : formatNumber(progress.shortSlots)}
        />
      </dl>
      <div className="b-actions">
        <Button isDisabled={stop.isPending || stop.isSuccess} onPress={() => stop.mutate()}>
          {t(stop.isSuccess ? 'board.stopping' : 'board.stopKeepBest')}
        </Button>
      </div>
      {progress.bestCost === null ? null : <BestSoFar isRunning />}
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | null }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value ?? '–'}</dd>
    </>
  );
}
