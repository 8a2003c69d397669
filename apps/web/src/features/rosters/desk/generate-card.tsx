import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
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
import { CannotPlan } from './cannot-plan.js';
import { LazyRunParts } from '../parts/lazy-run-parts.js';
import { MoreOptions } from './generate-options.js';
import {
  isRunning,
  isStoppedWithBest,
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

function GenerateForm({ last, limit, setLimit, onStarted, onClose }: GenerateFormProps) {
  const scheduleId = useDeskState((state) => state.info.id);
  const [keepLocked, setKeepLocked] = useState(true);
  const [keepHandEdited, setKeepHandEdited] = useState(true);
  const [again, setAgain] = useState<PlanAgainInput | null>(null);
  const [seed, setSeed] = useState(Number.NaN);
  const start = useMutation({
    mutationFn: async () =>
      (
        await request(GenerateScheduleDocument, {
          input: {
            scheduleId,
            timeLimitSeconds: limit,
            keepLocked,
            keepHandEdited,
            ...(again && { again }),
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
  return (
    <>
      <h3>{t('board.generate')}</h3>
      <p className="b-quiet">{t('board.generateText')}</p>
      {last ? <LastJob job={last} /> : null}
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
        <Button kind="primary" isDisabled={start.isPending} onPress={() => start.mutate()}>
          {t('board.startGenerate')}
        </Button>
        <Button onPress={onClose}>{t('board.hide')}</Button>
      </div>
    </>
  );
}

function LastJob({ job }: { readonly job: RosterJob }) {
  const { gapHours, requiredHours } = resultOf(job);
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
      <BestCurve curve={progress.curve} best={progress.bestCost} />
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

const CURVE_WIDTH = 260;
const CURVE_HEIGHT = 44;

/** Best score over time as a falling step line: from the job's curve, or gathered here as it reports. */
function BestCurve({ curve, best }: { readonly curve: readonly number[]; readonly best: number | null }) {
  const seen = useRef<number[]>([]);
  if (best !== null && seen.current.at(-1) !== best) seen.current = [...seen.current, best].slice(-120);
  const points = curve.length > 1 ? curve : seen.current;
  if (points.length < 2) return <div className="b-curve" />;
  const [most, least] = [Math.max(...points), Math.min(...points)];
  const x = (index: number) => Math.round((index / (points.length - 1)) * CURVE_WIDTH);
  const y = (value: number) => Math.round(2 + ((most - value) / (most - least || 1)) * (CURVE_HEIGHT - 4));
  const path = points.map((value, index) => (index === 0 ? `M0 ${y(value)}` : `H${x(index)}V${y(value)}`)).join('');
  return (
    <svg
      className="b-curve"
      viewBox={`0 0 ${CURVE_WIDTH} ${CURVE_HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('board.curve', { first: formatNumber(points[0]!), last: formatNumber(points.at(-1)!) })}
    >
      <path d={path} fill="none" stroke="var(--accent)" strokeWidth="2" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
