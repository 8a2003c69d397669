import { Link } from '@tanstack/react-router';
import { addDays } from '@yotei/time';
import { Check, Circle, Upload } from 'lucide-react';
import { formatDateRange, weekNumber } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { can, useViewer } from '../../app/session.js';
import type { WeeksQuery } from '../../graphql/generated/graphql.js';
import { Chip } from '../../ui/chip.js';
import { EmptyState } from '../../ui/states.js';

export type Week = WeeksQuery['weeks'][number];
type Step = 'forecast' | 'requirement' | 'roster' | 'published';
const STEPS: readonly Step[] = ['forecast', 'requirement', 'roster', 'published'];

export function isDone(week: Week, step: Step): boolean {
  if (step === 'roster') return week.schedule !== null && week.schedule !== undefined;
  if (step === 'published') return week.schedule?.state === 'PUBLISHED';
  return week[step];
}

/** The first step not done yet, or `open` when the week is published. */
export function nextStep(week: Week): Step | 'open' {
  return STEPS.find((step) => !isDone(week, step)) ?? 'open';
}

const TEXTS = {
  forecast: 'home.doForecast',
  requirement: 'home.doRequirement',
  roster: 'home.doRoster',
  published: 'home.doPublish',
  open: 'home.open',
} as const;

function NextLink({ week, isNext }: { readonly week: Week; readonly isNext: boolean }) {
  const step = nextStep(week);
  const className = `y-button ${isNext ? 'y-button-primary' : 'y-button-plain'}`;
  const on = week.weekStartOn;
  if (step === 'forecast') {
    return (
      <Link to="/demand" search={{ from: on }} className={className}>
        {t(TEXTS[step])}
      </Link>
    );
  }
  return (
    <Link to={step === 'requirement' ? '/requirement' : '/roster'} search={{ week: on }} className={className}>
      {t(TEXTS[step])}
    </Link>
  );
}

function Rung({ week, step }: { readonly week: Week; readonly step: Step }) {
  const done = isDone(week, step);
  const said = t(done ? 'home.done' : 'home.missing', { step: t(`home.${step}`) });
  return (
    <td className="y-rung" data-done={done} data-step={step}>
      <span className="y-rung-name" aria-hidden>
        {t(`home.${step}`)}
      </span>
      <span className="y-rung-mark" role="img" aria-label={said}>
        {done ? (
          <Check size={14} strokeWidth={2.25} aria-hidden />
        ) : (
          <Circle size={10} strokeWidth={1.75} aria-hidden />
        )}
      </span>
      {step === 'roster' && week.schedule ? <RosterNote week={week} /> : null}
    </td>
  );
}

function RosterNote({ week }: { readonly week: Week }) {
  const { schedule } = week;
  if (!schedule) return null;
  return schedule.state === 'DRAFT' ? (
    <Chip>{t('home.draft', { version: schedule.version })}</Chip>
  ) : (
    <Chip tone={schedule.changesSincePublish ? 'prefer' : 'plain'}>
      {t('home.changes', { count: schedule.changesSincePublish })}
    </Chip>
  );
}

export function WeekLadder({ weeks, currentWeek }: { readonly weeks: readonly Week[]; readonly currentWeek: string }) {
  const viewer = useViewer();
  if (weeks.every((week) => !isDone(week, 'forecast') && !isDone(week, 'roster'))) {
    return (
      <EmptyState
        icon={<Upload size={24} strokeWidth={1.75} aria-hidden />}
        title={t('home.nothing')}
        text={t('home.nothingText')}
        action={
          <Link to="/import" className="y-button y-button-primary">
            {t('home.import')}
          </Link>
        }
      />
    );
  }
  const nextWeek = weeks.find((week) => nextStep(week) !== 'open');
  const plans = can(viewer, 'schedule.edit');
  return (
    <div className="y-table-scroll" tabIndex={0} role="region" aria-labelledby="ladder-title">
      <table className="y-table y-ladder">
        <thead>
          <tr>
            <th scope="col">{t('home.step')}</th>
            {STEPS.map((step) => (
              <th key={step} scope="col">
                {t(`home.${step}`)}
              </th>
            ))}
            {plans ? <th scope="col">{t('home.next')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.weekStartOn} data-tone={week.weekStartOn === currentWeek ? 'current' : undefined}>
              <th scope="row">
                <strong>{t('app.weekTitle', { number: weekNumber(week.weekStartOn) })}</strong>
                {week.weekStartOn === currentWeek ? <Chip tone="accent">{t('home.current')}</Chip> : null}
                <small className="y-quiet">{formatDateRange(week.weekStartOn, addDays(week.weekStartOn, 6))}</small>
              </th>
              {STEPS.map((step) => (
                <Rung key={step} week={week} step={step} />
              ))}
              {plans ? (
                <td>
                  <NextLink week={week} isNext={week === nextWeek} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
