import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatNumber, formatPercent } from '../../../app/format/format-number.js';
import { formatDateRange } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { JobCard } from '../../../app/jobs/job-card.js';
import { useViewer } from '../../../app/session.js';
import { request } from '../../../graphql/client.js';
import {
  SettingsTrialDocument,
  StartSettingsTrialDocument,
  type AdherenceSettingsInput,
  type SettingsTrialQuery,
  type TrialFiguresFragment,
} from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { ErrorState, SkeletonRows } from '../../../ui/states.js';
import { Table, type Column } from '../../../ui/table.js';

type Trial = Extract<SettingsTrialQuery['settingsTrial'], { __typename: 'AdherenceSettingsTrial' }>;
type Row = { readonly id: string; readonly title: string } & Pick<Trial, 'agents' | 'before' | 'after'>;

const adherence = ({ adherenceFraction }: TrialFiguresFragment): string =>
  adherenceFraction === null ? '–' : formatPercent(adherenceFraction, 1);

function conformance({ conformanceKind, conformanceFraction }: TrialFiguresFragment): string {
  if (conformanceKind === 'INFINITE') return '∞';
  return conformanceFraction === null ? '–' : formatPercent(conformanceFraction, 1);
}

const columns = (): Column<Row>[] => [
  { id: 'team', title: t('setupAdherence.team'), cell: ({ title }) => title },
  { id: 'agents', title: t('setupAdherence.agents'), numeric: true, cell: ({ agents }) => formatNumber(agents) },
  {
    id: 'adherence',
    title: t('setupAdherence.adherence'),
    numeric: true,
    cell: ({ before, after }) => t('setupAdherence.fromTo', { before: adherence(before), after: adherence(after) }),
  },
  {
    id: 'conformance',
    title: t('setupAdherence.conformance'),
    numeric: true,
    cell: ({ before, after }) => t('setupAdherence.fromTo', { before: conformance(before), after: conformance(after) }),
  },
];

function Found({ jobId }: { readonly jobId: string }) {
  const viewer = useViewer();
  const trial = useQuery({
    queryKey: ['settings-trial', jobId],
    queryFn: async () => (await request(SettingsTrialDocument, { jobId })).settingsTrial,
  });
  if (trial.isError) return <ErrorState error={trial.error} onRetry={() => void trial.refetch()} />;
  if (!trial.data) return <SkeletonRows rows={4} height={24} />;
  if (trial.data.__typename !== 'AdherenceSettingsTrial') return null;
  const found = trial.data;
  const names = new Map(viewer.organisation.teams.map(({ id, name }) => [id, name]));
  if (found.days === 0) return <p>{t('setupAdherence.nothingJudged')}</p>;
  const rows: Row[] = [
    { id: 'all', title: t('setupAdherence.allTeams'), ...found },
    ...found.teams.map((team) => ({ id: team.teamId, title: names.get(team.teamId) ?? team.teamId, ...team })),
  ];
  const minutes = Math.round(Math.abs(found.fewerOutSeconds) / 60);
  return (
    <>
      <p>
        {t('setupAdherence.trialOf', {
          range: formatDateRange(found.fromOn, found.untilOn),
          days: formatNumber(found.days),
          changed: formatNumber(found.changedDays),
        })}{' '}
        {minutes === 0
          ? t('setupAdherence.sameOut')
          : t(found.fewerOutSeconds > 0 ? 'setupAdherence.fewerOut' : 'setupAdherence.moreOut', {
              minutes: formatNumber(minutes),
            })}
      </p>
      <Table caption={t('setupAdherence.trial')} columns={columns()} rows={rows} rowKey={({ id }) => id} />
    </>
  );
}

/** The site's last seven days by the settings in the form: before they are saved. */
export function AdherenceTrial({ input }: { readonly input: AdherenceSettingsInput | null }) {
  const [doneId, setDoneId] = useState<string | null>(null);
  const start = useMutation({
    mutationFn: async (wanted: AdherenceSettingsInput) =>
      (await request(StartSettingsTrialDocument, { input: wanted })).startSettingsTrial,
    onMutate: () => setDoneId(null),
  });
  const started = start.data;
  return (
    <section className="su-adherence-trial" aria-labelledby="adherence-trial">
      <h3 id="adherence-trial">{t('setupAdherence.trial')}</h3>
      <p className="su-intro">{t('setupAdherence.trialIntro')}</p>
      <div>
        <Button isDisabled={!input || start.isPending} onPress={() => input && start.mutate(input)}>
          {t('setupAdherence.try')}
        </Button>
      </div>
      <div aria-live="polite">
        {start.isError ? <ErrorState error={start.error} /> : null}
        {started?.__typename === 'JobStarted' && doneId !== started.job.id ? (
          <JobCard
            key={started.job.id}
            id={started.job.id}
            onFinished={({ id, state }) => setDoneId(state === 'DONE' ? id : null)}
          />
        ) : null}
        {started && started.__typename !== 'JobStarted' ? <p role="alert">{started.message}</p> : null}
        {doneId ? <Found jobId={doneId} /> : null}
      </div>
    </section>
  );
}
