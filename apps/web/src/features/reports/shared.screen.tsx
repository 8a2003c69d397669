import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Link2Off } from 'lucide-react';
import { formatDateTime } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { LanguageButton } from '../../app/shell/language-button.js';
import { request } from '../../graphql/client.js';
import { SharedReportDocument } from '../../graphql/generated/graphql.js';
import { EmptyState, QueryState, SkeletonBlock } from '../../ui/states.js';
import { ReportBlocks } from './report-blocks.js';
import './reports.css';

/** A report for who was given its link: no sign-in, nothing that leads further. */
export function SharedScreen() {
  const { token } = useParams({ from: '/shared/$token' });
  const report = useQuery({
    queryKey: ['shared-report', token],
    queryFn: async () => (await request(SharedReportDocument, { token })).sharedReport,
    retry: false,
  });
  return (
    <main id="content" className="rp-shared">
      <QueryState query={report} skeleton={<SkeletonBlock height={420} />}>
        {(found) => {
          if (found.__typename === 'TooManyReads')
            return (
              <EmptyState title={t('reports.tooMany')} text={t('reports.tooManyText', { count: found.waitSeconds })} />
            );
          if (found.__typename !== 'SharedReport')
            return (
              <EmptyState
                icon={<Link2Off size={24} strokeWidth={1.75} aria-hidden />}
                title={t('reports.linkOver')}
                text={t('reports.linkOverText')}
              />
            );
          const { content, expiresAt } = found;
          const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
          return (
            <>
              <header>
                <h1>{local(content.title)}</h1>
                <span className="y-quiet">
                  {local(content.period)} · {t('reports.readableUntil', { at: formatDateTime(expiresAt, zone) })}
                </span>
                <LanguageButton />
              </header>
              <ReportBlocks blocks={content.blocks} />
            </>
          );
        }}
      </QueryState>
    </main>
  );
}
