import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PauseAdvice, ProtectionPoint } from '@yotei/scheduling/protection';
import { useState } from 'react';
import { JobCard } from '../../app/jobs/job-card.js';
import { useJob } from '../../app/jobs/use-job.js';
import { formatNumber, formatPercent } from '../../app/format/format-number.js';
import { t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import {
  StartProtectionCurveDocument,
  UseProtectionDocument,
  WellbeingWeekDocument,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Table, type Column } from '../../ui/table.js';
import { showToast } from '../../ui/toast.js';
import { pausesOf, pointsOf, weightsWith } from './protection.model.js';

const columnsOf = (): Column<ProtectionPoint>[] => [
  {
    id: 'factor',
    title: t('wellbeing.protection'),
    cell: ({ factor }) => (factor === 0 ? t('wellbeing.protectionNone') : formatPercent(factor, 0)),
  },
  {
    id: 'short',
    title: t('wellbeing.protectionShort'),
    numeric: true,
    cell: ({ shortHours, requiredHours }) =>
      t('wellbeing.protectionShortOf', {
        hours: formatNumber(shortHours, 1),
        share: formatPercent(requiredHours === 0 ? 0 : shortHours / requiredHours),
      }),
  },
  {
    id: 'rests',
    title: t('wellbeing.protectionRests'),
    numeric: true,
    cell: ({ shortRests }) => formatNumber(shortRests),
  },
  {
    id: 'lates',
    title: t('wellbeing.protectionLates'),
    numeric: true,
    cell: ({ lateToEarly }) => formatNumber(lateToEarly),
  },
  {
    id: 'stretches',
    title: t('wellbeing.protectionStretches'),
    numeric: true,
    cell: ({ longStretches }) => formatNumber(longStretches),
  },
  {
    id: 'spread',
    title: t('wellbeing.protectionSpread'),
    numeric: true,
    cell: ({ unsocialSpread }) => formatNumber(unsocialSpread, 1),
  },
];

/** Takes a point's prices over into the centre's planning weights. */
function useProtection(weekOn: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (point: ProtectionPoint) => {
      const { planningWeights } = await request(WellbeingWeekDocument, { fromOn: weekOn });
      const weights = weightsWith(planningWeights.weights, point);
      return request(UseProtectionDocument, { expectedVersion: planningWeights.version, weights });
    },
    onSuccess: ({ savePlanningWeights }) => {
      const saved = savePlanningWeights.__typename === 'PlanningWeightsSaved';
      void client.invalidateQueries({ queryKey: ['planning-weights'] });
      showToast(
        saved ? { text: t('wellbeing.protectionUsed') } : { text: t('wellbeing.protectionFailed'), tone: 'problem' },
      );
    },
    onError: () => showToast({ text: t('wellbeing.protectionFailed'), tone: 'problem' }),
  });
}

/** Shifts that hold too few breaks: no plan can mend those, only another pause in the template. */
function MissingPauses({ pauses }: { readonly pauses: readonly PauseAdvice[] }) {
  if (pauses.length === 0) return null;
  return (
    <div className="y-wellbeing-pauses">
      <h3>{t('wellbeing.pauses')}</h3>
      <p className="y-quiet">{t('wellbeing.pausesText')}</p>
      <ul>
        {pauses.map(({ templateId, title, leastRunMinutes, leastRunMinutesAfter, addedPauses, addedMinutes }) => (
          <li key={templateId}>
            {t('wellbeing.pauseOf', {
              title,
              before: formatNumber(leastRunMinutes),
              count: addedPauses,
              minutes: formatNumber(addedMinutes / addedPauses),
              after: formatNumber(leastRunMinutesAfter),
            })}
          </li>
        ))}
      </ul>
      <Link to="/setup" search={{ part: 'templates' }}>
        {t('wellbeing.pausesSetup')}
      </Link>
    </div>
  );
}

function Curve({ jobId, weekOn }: { readonly jobId: string; readonly weekOn: string }) {
  const job = useJob(jobId);
  const use = useProtection(weekOn);
  const points = pointsOf(job?.state === 'DONE' ? job.result : job?.progress);
  const columns = [
    ...columnsOf(),
    {
      id: 'use',
      title: <span className="y-hidden">{t('wellbeing.protectionUse')}</span>,
      cell: (point: ProtectionPoint) => (
        <Button onPress={() => use.mutate(point)} isDisabled={use.isPending}>
          {t('wellbeing.protectionUse')}
        </Button>
      ),
    },
  ];
  return (
    <>
      {job?.state === 'DONE' ? null : <JobCard id={jobId} />}
      {points.length > 0 ? (
        <Table
          caption={t('wellbeing.protectionTitle')}
          columns={columns}
          rows={points}
          rowKey={({ factor }) => `${factor}`}
        />
      ) : null}
      {job?.state === 'DONE' ? <MissingPauses pauses={pausesOf(job.result)} /> : null}
    </>
  );
}

/** What more protection takes from coverage in this week, so that a planner chooses with open eyes. */
export function ProtectionPanel({ weekOn }: { readonly weekOn: string }) {
  const week = useQuery({
    queryKey: ['wellbeing-week', weekOn],
    queryFn: async () => (await request(WellbeingWeekDocument, { fromOn: weekOn })).weeks[0] ?? null,
  });
  const [jobId, setJobId] = useState<string>();
  const start = useMutation({
    mutationFn: async (scheduleId: string) =>
      (await request(StartProtectionCurveDocument, { scheduleId })).startProtectionCurve,
    onSuccess: (answer) => {
      if (answer.__typename === 'JobStarted') setJobId(answer.job.id);
      else showToast({ text: t('wellbeing.protectionFailed'), tone: 'problem' });
    },
    onError: () => showToast({ text: t('wellbeing.protectionFailed'), tone: 'problem' }),
  });
  const scheduleId = week.data?.schedule?.id;
  if (!scheduleId) return null;
  return (
    <section className="y-panel y-wellbeing-team" aria-labelledby="wellbeing-protection">
      <h2 id="wellbeing-protection">{t('wellbeing.protectionTitle')}</h2>
      <p className="y-quiet">{t('wellbeing.protectionText')}</p>
      <div className="y-wellbeing-week">
        <Button onPress={() => start.mutate(scheduleId)} isDisabled={start.isPending}>
          {t('wellbeing.protectionStart')}
        </Button>
        <span className="y-quiet">{t('wellbeing.protectionTime')}</span>
      </div>
      {jobId ? <Curve jobId={jobId} weekOn={weekOn} /> : null}
    </section>
  );
}
