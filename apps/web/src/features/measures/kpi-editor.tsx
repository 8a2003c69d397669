import { useQuery } from '@tanstack/react-query';
import { FORMULA_FUNCTIONS, KPI_VARIABLES } from '@yotei/scheduling/formula';
import { useMemo, useState } from 'react';
import { formulaHelp } from '../../app/formulas/formula-help.js';
import { useLanguage } from '../../app/i18n/language.js';
import { local, t } from '../../app/i18n/t.js';
import type { MeasureRangeInput, SaveKpiFormulaMutation } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Select, TextField } from '../../ui/fields.js';
import { FormulaField } from '../../ui/formula-field.js';
import type { FormulaHelp } from '../../ui/formula-functions.js';
import { ErrorState } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import { factSumsOf, outcomeInWords, setWith, type Definitions, type KpiFormula } from './measures.model.js';
import { factsQuery, useSaveKpi } from './measures.queries.js';

/** What the editor starts with: a KPI of one's own to change, or the text of a new one. */
export interface EditedKpi {
  readonly own: KpiFormula | null;
  readonly title: string;
  readonly formula: string;
}

/** The names a KPI may use, offered like functions without values, then the functions. */
function helpOf({ measureDefinitions, measureFactKinds }: Definitions): readonly FormulaHelp[] {
  const named = (name: string, title: string) => ({ name, signature: name, title, example: name, parameters: [] });
  const taken = new Set([...KPI_VARIABLES, ...FORMULA_FUNCTIONS].map(({ name }) => name));
  return [
    ...KPI_VARIABLES.map(({ name, title }) => named(name, local(title))),
    ...measureFactKinds.map(({ name, title }) => named(name, title)),
    ...measureDefinitions.flatMap(({ name, title }) => (name && !taken.has(name) ? [named(name, local(title))] : [])),
    ...formulaHelp(),
  ];
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

/** Every fact of the time shown, so that a formula is tried on what is really there. */
function usePreview(definitions: Definitions, range: MeasureRangeInput) {
  const names = useMemo(
    () => [...KPI_VARIABLES.map(({ name }) => name), ...definitions.measureFactKinds.map(({ name }) => name)],
    [definitions],
  );
  const { data } = useQuery(factsQuery(names, { ...range, period: 'WHOLE', cut: 'ALL' }));
  return data && 'facts' in data ? data : null;
}

function useEditor({ own, ...start }: EditedKpi, { definitions, range, onClose }: Omit<KpiEditorProps, 'edited'>) {
  const [title, setTitle] = useState(start.title);
  const [formula, setFormula] = useState(start.formula);
  const [name, setName] = useState(own?.name ?? '');
  const [better, setBetter] = useState<string>(own?.better ?? 'neither');
  const save = useSaveKpi();
  const facts = usePreview(definitions, range);
  const evaluate = (text: string) => {
    const { set, measure } = setWith(definitions, { id: own?.id ?? null, formula: text, name: name.trim() || null });
    return outcomeInWords(
      set.evaluator(facts ? factSumsOf(facts) : new Map(), facts?.wholeSeconds ?? 0)(measure),
      definitions,
    );
  };
  const isGood = title.trim() !== '' && formula.trim() !== '' && evaluate(formula).kind !== 'fault';
  // A KPI somebody else changed is replaced when it is saved once more.
  const base = save.data?.__typename === 'KpiFormulaEditedMeanwhile' ? save.data.kpi : own;
  const submit = () => {
    if (!isGood || save.isPending) return;
    const change = base ? { id: base.id, version: base.version } : {};
    const beside = { ...(name.trim() && { name: name.trim() }), ...(better !== 'neither' && { better }) };
    save.mutate(
      { ...change, ...beside, title, formula },
      {
        onSuccess: (result) => {
          if (result.__typename !== 'KpiFormulaSaved') return;
          showToast({ text: t('measures.saved', { title: result.kpi.title }) });
          onClose();
        },
      },
    );
  };
  return { title, setTitle, formula, setFormula, name, setName, better, setBetter, evaluate, isGood, save, submit };
}

export interface KpiEditorProps {
  readonly edited: EditedKpi;
  readonly definitions: Definitions;
  /** The time and queue shown, on which the formula is tried while it is typed. */
  readonly range: MeasureRangeInput;
  readonly onClose: () => void;
}

/** Title and formula of a KPI, with its value on what is shown, or the place of a mistake. */
export function KpiEditor({ edited, ...props }: KpiEditorProps) {
  const language = useLanguage();
  const functions = useMemo(() => helpOf(props.definitions), [language, props.definitions]);
  const editor = useEditor(edited, props);
  const { title, setTitle, formula, setFormula, name, setName, better, setBetter, isGood, save, submit } = editor;
  const refused = refusalOf(save.data);
  return (
    <Dialog
      title={t(edited.own ? 'measures.changeTitle' : 'measures.addTitle')}
      isOpen
      onClose={props.onClose}
      width={640}
    >
      <form className="y-kpi-editor" onSubmit={(event) => (event.preventDefault(), submit())}>
        <TextField label={t('measures.title')} value={title} onChange={setTitle} maxLength={120} autoFocus />
        <FormulaField
          label={t('measures.formula')}
          value={formula}
          onChange={setFormula}
          evaluate={editor.evaluate}
          functions={functions}
          remembered={[]}
          onRemember={submit}
        />
        <div className="y-kpi-beside">
          <TextField
            label={t('measureTools.name')}
            hint={t('measureTools.nameHint')}
            value={name}
            onChange={setName}
            maxLength={40}
          />
          <Select
            label={t('measureTools.better')}
            value={better}
            options={['neither', 'higher', 'lower'].map((id) => ({
              id,
              text: t(`measureTools.better_${id as 'higher'}`),
            }))}
            onChange={setBetter}
          />
        </div>
        {refused ? (
          <p role="alert" className="y-kpi-refused">
            {refused}
          </p>
        ) : null}
        {save.error ? <ErrorState error={save.error} /> : null}
        <div className="y-kpi-acts">
          <Button onPress={props.onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={!isGood || save.isPending}>
            {t('measures.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
