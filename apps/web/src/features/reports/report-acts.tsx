import { Download, Link2, Send } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useLanguage } from '../../app/i18n/language.js';
import { t } from '../../app/i18n/t.js';
import { can, useViewer } from '../../app/session.js';
import { Button } from '../../ui/button.js';

const ScheduleDialog = lazy(() => import('./schedule-dialog.js').then((it) => ({ default: it.ScheduleDialog })));
const ShareDialog = lazy(() => import('./share-dialog.js').then((it) => ({ default: it.ShareDialog })));

/** What a report is: a dashboard, or a day. */
export interface ReportSubject {
  readonly dashboardId: string | null;
  readonly on: string | null;
  readonly title: string;
}

const icon = (Icon: typeof Download) => <Icon size={14} strokeWidth={1.75} aria-hidden />;

/** Take it as a file, have it sent, share it. */
export function ReportActs({ subject }: { readonly subject: ReportSubject }) {
  const viewer = useViewer();
  const language = useLanguage();
  const [open, setOpen] = useState<'schedule' | 'share'>();
  const file = (format: 'pdf' | 'csv') => {
    const path = subject.on ? `daily/${subject.on}` : `dashboards/${subject.dashboardId}`;
    window.location.assign(`/api/reports/${path}?format=${format}&language=${language}`);
  };
  const mayShare = can(viewer, 'reports.share');
  const close = () => setOpen(undefined);
  return (
    <>
      <Button kind="quiet" icon={icon(Download)} onPress={() => file('pdf')}>
        {t('reports.pdf')}
      </Button>
      <Button kind="quiet" icon={icon(Download)} onPress={() => file('csv')}>
        {t('reports.csv')}
      </Button>
      {mayShare ? (
        <>
          <Button icon={icon(Send)} onPress={() => setOpen('schedule')}>
            {t('reports.schedule')}
          </Button>
          <Button icon={icon(Link2)} onPress={() => setOpen('share')}>
            {t('reports.share')}
          </Button>
        </>
      ) : null}
      <Suspense fallback={null}>
        {open === 'schedule' ? <ScheduleDialog subject={subject} onClose={close} /> : null}
        {open === 'share' ? <ShareDialog subject={subject} onClose={close} /> : null}
      </Suspense>
    </>
  );
}
