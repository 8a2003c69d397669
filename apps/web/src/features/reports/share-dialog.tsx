import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { formatDateTime } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { homeSite, useViewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import {
  ReportSharesDocument,
  RevokeReportShareDocument,
  ShareReportDocument,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { CopyButton } from '../../ui/copy-button.js';
import { Dialog } from '../../ui/dialog.js';
import { Select } from '../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import type { ReportSubject } from './report-acts.js';

const DAYS = [1, 7, 30, 90];
const sharesQueryKey = ['report-shares'];
const failed = () => showToast({ text: t('ui.failed'), tone: 'problem' });

function NewLink({ subject }: { readonly subject: ReportSubject }) {
  const client = useQueryClient();
  const [days, setDays] = useState(7);
  const make = useMutation({
    mutationFn: async () =>
      (await request(ShareReportDocument, { days, dashboardId: subject.dashboardId, on: subject.on })).shareReport,
    onSuccess: (answer) =>
      answer.__typename === 'ReportShareCreated' ? client.invalidateQueries({ queryKey: sharesQueryKey }) : failed(),
    onError: failed,
  });
  const address = make.data?.__typename === 'ReportShareCreated' ? window.location.origin + make.data.path : null;
  if (address) {
    return (
      <>
        <p>{t('reports.linkOnce')}</p>
        <code className="rp-address">{address}</code>
        <div>
          <CopyButton text={address} label={t('reports.copyLink')} />
        </div>
      </>
    );
  }
  return (
    <div className="rp-form-row">
      <Select
        label={t('reports.linkDays')}
        value={`${days}`}
        options={DAYS.map((count) => ({ id: `${count}`, text: t('reports.days_', { count }) }))}
        onChange={(count) => setDays(Number(count))}
      />
      <Button kind="primary" isDisabled={make.isPending} onPress={() => make.mutate()}>
        {t('reports.makeLink')}
      </Button>
    </div>
  );
}

function Links({ subject }: { readonly subject: ReportSubject }) {
  const { zone } = homeSite(useViewer());
  const client = useQueryClient();
  const place = useRef<HTMLDivElement>(null);
  const shares = useQuery({ queryKey: sharesQueryKey, queryFn: () => request(ReportSharesDocument) });
  const revoke = useMutation({
    mutationFn: (id: string) => request(RevokeReportShareDocument, { id }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: sharesQueryKey });
      // The button that was pressed is gone with its row; without this the focus would be nowhere.
      place.current?.focus();
    },
    onError: failed,
  });
  return (
    <div ref={place} tabIndex={-1} role="group" aria-label={t('reports.links')}>
      <QueryState query={shares} skeleton={<SkeletonRows rows={3} />}>
        {({ reportShares }) => {
          const now = Date.now();
          const own = reportShares.filter(
            ({ dashboardId, on, revokedAt, expiresAt }) =>
              (dashboardId ?? null) === subject.dashboardId &&
              (on ?? null) === subject.on &&
              revokedAt == null &&
              Date.parse(expiresAt) > now,
          );
          if (own.length === 0) return <p className="y-quiet">{t('reports.noLinks')}</p>;
          return (
            <ul className="rp-rows" aria-label={t('reports.links')}>
              {own.map(({ id, expiresAt, openCount, createdBy }) => (
                <li key={id}>
                  <span>
                    {t('reports.linkUntil', { at: formatDateTime(expiresAt, zone) })}
                    <br />
                    <small className="y-quiet">
                      {t('reports.linkOpened', { count: openCount, name: createdBy ?? '' })}
                    </small>
                  </span>
                  <Button kind="danger" isDisabled={revoke.isPending} onPress={() => revoke.mutate(id)}>
                    {t('reports.revoke')}
                  </Button>
                </li>
              ))}
            </ul>
          );
        }}
      </QueryState>
    </div>
  );
}

/** Links that show one report without a sign-in: made, counted, revoked. */
export function ShareDialog({ subject, onClose }: { readonly subject: ReportSubject; readonly onClose: () => void }) {
  return (
    <Dialog title={t('reports.shareTitle', { title: subject.title })} isOpen onClose={onClose} width={560}>
      <div className="rp-form">
        <p>{t('reports.shareText')}</p>
        <NewLink subject={subject} />
        <Links subject={subject} />
      </div>
    </Dialog>
  );
}
