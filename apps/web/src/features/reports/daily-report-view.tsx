import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { PencilLine, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { formatDateTime } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { homeSite, useViewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import { NoteDailyReportDocument, RewriteDailyReportDocument } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { EmptyState, QueryState, SkeletonBlock } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import { ReportActs } from './report-acts.js';
import { ReportBlocks } from './report-blocks.js';
import { dailyReportQuery, reportsQuery, type DailyReport } from './reports.queries.js';

const failed = () => showToast({ text: t('ui.failed'), tone: 'problem' });

/** Stores the answer as the report shown and refreshes the list. */
function useShown(on: string) {
  const client = useQueryClient();
  return (report: DailyReport) => {
    client.setQueryData(dailyReportQuery(on).queryKey, { __typename: 'DailyReport', ...report });
    void client.invalidateQueries({ queryKey: reportsQuery.queryKey });
  };
}

function NoteEditor({ report, onClose }: { readonly report: DailyReport; readonly onClose: () => void }) {
  const [note, setNote] = useState(report.note);
  const shown = useShown(report.on);
  const save = useMutation({
    mutationFn: async () =>
      (await request(NoteDailyReportDocument, { on: report.on, version: report.version, note })).noteDailyReport,
    onSuccess: (answer) => {
      if (answer.__typename === 'DailyReport') {
        shown(answer);
        onClose();
      } else showToast({ text: t('reports.noteRefused'), tone: 'problem' });
    },
    onError: failed,
  });
  return (
    <>
      <label htmlFor="rp-note">{t('reports.note')}</label>
      <textarea
        id="rp-note"
        className="y-input"
        rows={4}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="rp-head">
        <Button onPress={onClose}>{t('reports.cancel')}</Button>
        <Button kind="primary" isDisabled={save.isPending} onPress={() => save.mutate()}>
          {t('reports.save')}
        </Button>
      </div>
    </>
  );
}

function Note({ report, mayEdit }: { readonly report: DailyReport; readonly mayEdit: boolean }) {
  const [isEditing, setEditing] = useState(false);
  const { note, noteByName, noteAt } = report;
  const { zone } = homeSite(useViewer());
  if (!note && !mayEdit) return null;
  return (
    <section className="y-panel rp-note" aria-label={t('reports.note')}>
      {isEditing ? (
        <NoteEditor report={report} onClose={() => setEditing(false)} />
      ) : (
        <>
          {note ? <p>{note}</p> : <p className="y-quiet">{t('reports.noNote')}</p>}
          <div className="rp-head">
            <span className="y-quiet">
              {note && noteAt ? t('reports.noteBy', { name: noteByName ?? '', at: formatDateTime(noteAt, zone) }) : ''}
            </span>
            {mayEdit ? (
              <Button icon={<PencilLine size={14} strokeWidth={1.75} aria-hidden />} onPress={() => setEditing(true)}>
                {t('reports.writeNote')}
              </Button>
            ) : null}
          </div>
        </>
      )}
    </section>
  );
}

function Shown({ report, mayEdit }: { readonly report: DailyReport; readonly mayEdit: boolean }) {
  const shown = useShown(report.on);
  const rewrite = useMutation({
    mutationFn: async () => (await request(RewriteDailyReportDocument, { on: report.on })).rewriteDailyReport,
    onSuccess: (answer) => answer.__typename === 'DailyReport' && shown(answer),
    onError: failed,
  });
  const title = local(report.content.title);
  const { zone } = homeSite(useViewer());
  return (
    <div className="rp-report">
      <div className="rp-head">
        <h2>{title}</h2>
        <span className="y-quiet">
          {local(report.content.period)} · {t('reports.writtenAt', { at: formatDateTime(report.writtenAt, zone) })}
        </span>
        {mayEdit ? (
          <Button
            kind="quiet"
            icon={<RotateCw size={14} strokeWidth={1.75} aria-hidden />}
            isDisabled={rewrite.isPending}
            onPress={() => rewrite.mutate()}
          >
            {t('reports.rewrite')}
          </Button>
        ) : null}
        <ReportActs subject={{ dashboardId: null, on: report.on, title }} />
      </div>
      <Note report={report} mayEdit={mayEdit} />
      <ReportBlocks blocks={report.content.blocks} />
    </div>
  );
}

/** What happened on a day, why, what was done, and what stands for the next. */
export function DailyReportView({ on, mayEdit }: { readonly on: string; readonly mayEdit: boolean }) {
  const report = useQuery(dailyReportQuery(on));
  return (
    <QueryState query={report} skeleton={<SkeletonBlock height={420} />}>
      {(found) =>
        found.__typename === 'DailyReport' ? (
          <Shown report={found} mayEdit={mayEdit} />
        ) : (
          <EmptyState title={t('reports.yetToCome')} text={t('reports.yetToComeText')} />
        )
      }
    </QueryState>
  );
}
