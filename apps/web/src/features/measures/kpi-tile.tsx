import type { KpiFacts } from '@yotei/scheduling/formula';
import { Copy, Pencil, Trash2 } from 'lucide-react';
import { t } from '../../app/i18n/t.js';
import { IconButton } from '../../ui/button.js';
import type { EditedKpi } from './kpi-editor.js';
import { kpiInWords, type KpiFormula, type ShownKpi } from './measures.model.js';

export interface KpiActs {
  readonly onEdit: (kpi: EditedKpi) => void;
  readonly onDelete: (kpi: KpiFormula) => void;
}

function Acts({ kpi, onEdit, onDelete }: KpiActs & { readonly kpi: ShownKpi }) {
  const { own, title, formula } = kpi;
  if (!own) {
    return (
      <IconButton
        label={t('measures.copy', { title })}
        icon={<Copy size={14} strokeWidth={1.75} />}
        onPress={() => onEdit({ own: null, title, formula })}
      />
    );
  }
  return (
    <>
      <IconButton
        label={t('measures.change', { title })}
        icon={<Pencil size={14} strokeWidth={1.75} />}
        onPress={() => onEdit({ own, title, formula })}
      />
      <IconButton
        label={t('measures.delete', { title })}
        icon={<Trash2 size={14} strokeWidth={1.75} />}
        onPress={() => onDelete(own)}
      />
    </>
  );
}

export interface KpiTileProps {
  readonly kpi: ShownKpi;
  readonly facts: KpiFacts;
  /** Null where the user may only read. */
  readonly acts: KpiActs | null;
}

/** A KPI: its value or why there is none, and the formula behind it. */
export function KpiTile({ kpi, facts, acts }: KpiTileProps) {
  const { kind, text } = kpiInWords(kpi.formula, facts);
  return (
    <li className="y-panel y-kpi">
      <div className="y-kpi-head">
        <h3>{kpi.title}</h3>
        {acts ? <Acts kpi={kpi} {...acts} /> : null}
      </div>
      {kind === 'value' ? (
        <p className="y-kpi-value">{text}</p>
      ) : (
        <div className="y-kpi-none">
          <strong>{t('measures.noData')}</strong>
          <p>{text}</p>
        </div>
      )}
      <code>{kpi.formula}</code>
    </li>
  );
}
