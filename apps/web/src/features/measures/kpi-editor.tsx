import { KPI_VARIABLES, type KpiFacts } from '@yotei/scheduling/formula';
import { useMemo, useState } from 'react';
import { formulaHelp } from '../../app/formulas/formula-help.js';
import { useLanguage } from '../../app/i18n/language.js';
import { local, t } from '../../app/i18n/t.js';
import type { SaveKpiFormulaMutation } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { FormulaField } from '../../ui/formula-field.js';
import type { FormulaHelp } from '../../ui/formula-functions.js';
import { ErrorState } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import { kpiInWords, type KpiFormula } from './measures.model.js';
import { useSaveKpi } from './measures.queries.js';

/** What the editor starts with: a KPI of one's own to change, or the text of a new one. */
export interface EditedKpi {
  readonly own: KpiFormula | null;
  readonly title: string;
  readonly formula: string;
}

/** The names a KPI may use, offered like functions without values, then the functions. */
function helpOf(): readonly FormulaHelp[] {
  const names = KPI_VARIABLES.map(({ name, title }) => ({
    name,
    signature: name,
    title: local(title),
    example: name,
    parameters: [],
  }));
  return [...names, ...formulaHelp()];
}

function refusalOf(saved: SaveKpiFormulaMutation['saveKpiFormula'] | undefined): string | undefined {
  switch (saved?.__typename) {
    case 'KpiFormulaFault':
      return local(saved.text);
    case 'KpiFormulaEditedMeanwhile':
      return t('measures.editedMeanwhile', { title: saved.kpi.title, formula: saved.kpi.formula });
    case 'InvalidInput':
      return saved.message;
    case 'NotFound':
      return t('measures.gone');
    default:
      return undefined;
  }
}

function useEditor({ own, ...start }: EditedKpi, facts: KpiFacts, onClose: () => void) {
  const [title, setTitle] = useState(start.title);
  const [formula, setFormula] = useState(start.formula);
  const save = useSaveKpi();
  const isGood = title.trim() !== '' && formula.trim() !== '' && kpiInWords(formula, facts).kind !== 'fault';
  // A KPI somebody else changed is replaced when it is saved once more.
  const base = save.data?.__typename === 'KpiFormulaEditedMeanwhile' ? save.data.kpi : own;
  const submit = () => {
    if (!isGood || save.isPending) return;
    const change = base ? { id: base.id, version: base.version } : {};
    save.mutate(
      { ...change, title, formula },
      {
        onSuccess: (result) => {
          if (result.__typename !== 'KpiFormulaSaved') return;
          showToast({ text: t('measures.saved', { title: result.kpi.title }) });
          onClose();
        },
      },
    );
  };
  return { title, setTitle, formula, setFormula, isGood, save, submit };
}

export interface KpiEditorProps {
  readonly edited: EditedKpi;
  /** Of the weeks and queue shown, on which the formula is tried while it is typed. */
  readonly facts: KpiFacts;
  readonly onClose: () => void;
}

/** Title and formula of a KPI, with its value on what is shown, or the place of a mistake. */
export function KpiEditor({ edited, facts, onClose }: KpiEditorProps) {
  const language = useLanguage();
  const functions = useMemo(helpOf, [language]);
  const { title, setTitle, formula, setFormula, isGood, save, submit } = useEditor(edited, facts, onClose);
  const refused = refusalOf(save.data);
  return (
    <Dialog title={t(edited.own ? 'measures.changeTitle' : 'measures.addTitle')} isOpen onClose={onClose} width={640}>
      <form className="y-kpi-editor" onSubmit={(event) => (event.preventDefault(), submit())}>
        <TextField label={t('measures.title')} value={title} onChange={setTitle} maxLength={120} autoFocus />
        <FormulaField
          label={t('measures.formula')}
          value={formula}
          onChange={setFormula}
          evaluate={(text) => kpiInWords(text, facts)}
          functions={functions}
          remembered={[]}
          onRemember={submit}
        />
        {refused ? (
          <p role="alert" className="y-kpi-refused">
            {refused}
          </p>
        ) : null}
        {save.error ? <ErrorState error={save.error} /> : null}
        <div className="y-kpi-acts">
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={!isGood || save.isPending}>
            {t('measures.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
