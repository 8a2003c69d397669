import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { formatDateTime } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { AcknowledgeNoticeDocument } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { showToast } from '../../../ui/toast.js';
import type { MyWeek } from './my-week.model.js';

/** What changed and is not yet acknowledged; stays on top until it is. */
export function NoticeList({ week }: { readonly week: MyWeek }) {
  const client = useQueryClient();
  const acknowledge = useMutation({
    mutationFn: (id: string) => request(AcknowledgeNoticeDocument, { id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['my-week'] }),
    onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
  });
  const open = week.notices.filter((notice) => !notice.acknowledgedAt);
  if (open.length === 0) return null;
  return (
    <section aria-label={t('app.notices')} className="y-notices">
      {open.map((notice) => (
        <div key={notice.id} className="y-notice">
          <Bell size={18} strokeWidth={1.75} aria-hidden />
          <div>
            <p>{local(notice.text)}</p>
            <p className="y-quiet">{formatDateTime(notice.createdAt, week.zone)}</p>
          </div>
          <Button onPress={() => acknowledge.mutate(notice.id)} isDisabled={acknowledge.isPending}>
            {t('rosters.acknowledge')}
          </Button>
        </div>
      ))}
    </section>
  );
}
