import { useMemo } from 'react';
import { formatDate } from '../../app/format/format-time.js';
import { useLanguage } from '../../app/i18n/language.js';
import { t } from '../../app/i18n/t.js';
import type { MeasuresQuery } from '../../graphql/generated/graphql.js';
import { Table } from '../../ui/table.js';
import { showToast } from '../../ui/toast.js';
import { KpiEditor, type EditedKpi } from './kpi-editor.js';
import { KpiTile } from './kpi-tile.js';
import { factsOfSpan, kpiInWords, shownKpis, type KpiFormula, type ShownKpi } from './measures.model.js';
import { useDeleteKpi, useSaveKpi } from './measures.queries.js';

type MeasureRow = MeasuresQuery['measures'][number];

function WeekValue({ kpi, span }: { readonly kpi: ShownKpi; readonly span: MeasureRow['whole'] }) {
  const outcome = kpiInWords(kpi.formula, factsOfSpan(span));
  if (outcome.kind === 'value') return outcome.text;
  return (
    <span className="y-quiet" title={outcome.text}>
      {t('measures.noData')}
    </span>
  );
}

function ByWeek({ row, kpis }: { readonly row: MeasureRow; readonly kpis: readonly ShownKpi[] }) {
  return (
    <section className="y-panel y-kpi-weeks" aria-label={t('measures.byWeek')}>
      <div className="y-panel-head">
        <h2>{t('measures.byWeek')}</h2>
      </div>
      <Table
        caption={t('measures.byWeek')}
        rows={kpis}
        rowKey={({ id }) => id}
        columns={[
          { id: 'kpi', title: t('measures.kpi'), cell: ({ title }) => title },
          ...row.weeks.map((span) => ({
            id: span.fromOn,
            title: t('measures.weekOf', { date: formatDate(span.fromOn) }),
            cell: (kpi: ShownKpi) => <WeekValue kpi={kpi} span={span} />,
            numeric: true,
          })),
        ]}
      />
    </section>
  );
}

/** Deletes at once; the message takes it back, at its old place. */
function useDelete() {
  const remove = useDeleteKpi();
  const save = useSaveKpi();
  const failed = () => showToast({ text: t('ui.failed'), tone: 'problem' });
  const restore = ({ title, formula, position }: KpiFormula) =>
    save.mutate(
      { title, formula, position },
      {
        onSuccess: ({ __typename }) =>
          __typename === 'KpiFormulaSaved' ? showToast({ text: t('measures.undone', { title }) }) : failed(),
        onError: failed,
      },
    );
  const deleted = (kpi: KpiFormula) =>
    showToast({
      text: t('measures.deleted', { title: kpi.title }),
      action: { text: t('measures.undo'), run: () => restore(kpi) },
    });
  return (kpi: KpiFormula) =>
    remove.mutate(kpi, {
      onSuccess: (result) => {
        if (result.__typename === 'KpiFormulaDeleted') deleted(kpi);
        else if (result.__typename === 'NotFound') showToast({ text: t('measures.gone'), tone: 'problem' });
        else if (result.__typename === 'InvalidInput')
          showToast({ text: result.message, tone: 'problem' });
        else showToast({ text: t('measures.editedMeanwhile', { ...result.kpi }), tone: 'problem' });
      },
      onError: failed,
    });
}

export interface MeasuresBoardProps {
  readonly row: MeasureRow;
  readonly formulas: readonly KpiFormula[];
  readonly mayEdit: boolean;
  /** The KPI in the editor. */
  readonly edited: EditedKpi | undefined;
  readonly onEdit: (kpi: EditedKpi | undefined) => void;
}

/** KPIs of one queue, or of all together, over the weeks and by week, and the editor. */
export function MeasuresBoard({ row, formulas, mayEdit, edited, onEdit }: MeasuresBoardProps) {
  const language = useLanguage();
  const kpis = useMemo(() => shownKpis(formulas), [formulas, language]);
  const facts = useMemo(() => factsOfSpan(row.whole), [row]);
  const remove = useDelete();
  return (
    <div className="y-measures">
      <ul className="y-kpis" aria-label={t('measures.tiles')}>
        {kpis.map((kpi) => (
          <KpiTile key={kpi.id} kpi={kpi} facts={facts} acts={mayEdit ? { onEdit, onDelete: remove } : null} />
        ))}
      </ul>
      <p className="y-quiet">{t('measures.inTimeNote')}</p>
      {facts.intervalCount > 0 ? <ByWeek row={row} kpis={kpis} /> : null}
      {edited ? <KpiEditor edited={edited} facts={facts} onClose={() => onEdit(undefined)} /> : null}
    </div>
  );
}
