import { compileFormula, formulaErrorText, type FormulaVariable } from '@yotei/scheduling/formula';
import { amountText } from '@yotei/scheduling/staffing';
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formulaHelp } from '../../app/formulas/formula-help.js';
import { currentLanguage, useLanguage } from '../../app/i18n/language.js';
import { t } from '../../app/i18n/t.js';
import { Button, IconButton } from '../../ui/button.js';
import { FormulaField, type FormulaOutcome } from '../../ui/formula-field.js';
import { valuesOfInterval } from './given-values.js';
import type { QueueRequirement } from './requirement.model.js';
import { rememberedFormulas, rememberFormula } from './remembered-formulas.js';
import { twentyPercentMore } from './what-if-question.js';

/** A value of the opened interval that formulas may use by name. */
export type GivenValue = FormulaVariable & { readonly value: number };

const FIRST = 'agents(100 per 30 min, 180 s, 80 %, 20 s)';

function outcomeOf(text: string, given: readonly GivenValue[]): FormulaOutcome {
  const language = currentLanguage();
  const formula = compileFormula(text, given);
  const values = Object.fromEntries(given.map(({ name, value }) => [name, value]));
  const result = formula.kind === 'formula' ? formula.evaluate(values) : formula;
  return result.kind === 'value'
    ? { kind: 'value', text: amountText({ value: result.value, unit: result.unit }, language) }
    : { kind: 'fault', text: formulaErrorText(result, language), position: result.position };
}

/** The values of the interval that stands open, by the names a formula may use. */
function GivenValues({
  given,
  question,
  onTake,
}: {
  readonly given: readonly GivenValue[];
  readonly question: string | null;
  readonly onTake: (text: string) => void;
}) {
  const language = useLanguage();
  if (given.length === 0) return <p className="y-quiet">{t('staffing.whatIfNoValues')}</p>;
  return (
    <p className="y-given">
      <span className="y-quiet">{t('staffing.whatIfValues')}</span>
      {given.map(({ name, unit, value }) => (
        <code key={name}>
          {name} = {amountText({ value, unit }, language)}
        </code>
      ))}
      {question ? <Button onPress={() => onTake(question)}>{t('staffing.whatIfTwentyMore')}</Button> : null}
    </p>
  );
}

export interface WhatIfPanelProps {
  /** The queue whose interval stands open, and which interval. */
  readonly requirement: QueueRequirement | undefined;
  readonly at: number | undefined;
  readonly onClose: () => void;
}

/** A question to the queueing models in one line, answered while it is typed: what if 20 % more came? */
export function WhatIfPanel({ requirement, at, onClose }: WhatIfPanelProps) {
  const language = useLanguage();
  const [remembered, setRemembered] = useState(rememberedFormulas);
  const [text, setText] = useState(remembered[0] ?? FIRST);
  const functions = useMemo(formulaHelp, [language]);
  const given = useMemo(() => valuesOfInterval(requirement, at), [requirement, at]);
  const question = requirement && given.length > 0 ? twentyPercentMore(requirement.plan) : null;
  return (
    <section className="y-panel y-what-if" aria-label={t('staffing.whatIf')}>
      <div className="y-panel-head">
        <h2>{t('staffing.whatIf')}</h2>
        <span className="y-toolbar-fill" />
        <IconButton label={t('ui.close')} icon={<X size={18} strokeWidth={1.75} />} onPress={onClose} />
      </div>
      <div className="y-panel-body y-what-if-body">
        <GivenValues given={given} question={question} onTake={setText} />
        <FormulaField
          label={t('staffing.whatIfLabel')}
          value={text}
          onChange={setText}
          evaluate={(formula) => outcomeOf(formula, given)}
          functions={functions}
          remembered={remembered}
          onRemember={(formula) => setRemembered(rememberFormula(formula))}
        />
      </div>
    </section>
  );
}
