import { compileFormula, FORMULA_FUNCTIONS, formulaErrorText, signatureOf } from '@yotei/scheduling/formula';
import { amountText } from '@yotei/scheduling/staffing';
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { currentLanguage, useLanguage } from '../../app/i18n/language.js';
import { local, t } from '../../app/i18n/t.js';
import { IconButton } from '../../ui/button.js';
import { FormulaField, type FormulaOutcome } from '../../ui/formula-field.js';
import type { FormulaHelp } from '../../ui/formula-functions.js';
import { rememberedFormulas, rememberFormula } from './remembered-formulas.js';

const FIRST = 'agents(100 per 30 min, 180 s, 80 %, 20 s)';

function outcomeOf(text: string): FormulaOutcome {
  const language = currentLanguage();
  const formula = compileFormula(text);
  const result = formula.kind === 'formula' ? formula.evaluate() : formula;
  return result.kind === 'value'
    ? { kind: 'value', text: amountText({ value: result.value, unit: result.unit }, language) }
    : { kind: 'fault', text: formulaErrorText(result, language), position: result.position };
}

function helpOf(): readonly FormulaHelp[] {
  return FORMULA_FUNCTIONS.map((one) => ({
    name: one.name,
    signature: signatureOf(one),
    title: local(one.title),
    example: one.example,
    parameters: one.parameters.map(({ name, title }) => ({ name, title: local(title) })),
  }));
}

/** A question to the queueing models in one line, answered while it is typed: what if 20 % more came? */
export function WhatIfPanel({ onClose }: { readonly onClose: () => void }) {
  const language = useLanguage();
  const [remembered, setRemembered] = useState(rememberedFormulas);
  const [text, setText] = useState(remembered[0] ?? FIRST);
  const functions = useMemo(helpOf, [language]);
  return (
    <section className="y-panel y-what-if" aria-label={t('staffing.whatIf')}>
      <div className="y-panel-head">
        <h2>{t('staffing.whatIf')}</h2>
        <span className="y-toolbar-fill" />
        <IconButton label={t('ui.close')} icon={<X size={18} strokeWidth={1.75} />} onPress={onClose} />
      </div>
      <div className="y-panel-body">
        <FormulaField
          label={t('staffing.whatIfLabel')}
          value={text}
          onChange={setText}
          evaluate={outcomeOf}
          functions={functions}
          remembered={remembered}
          onRemember={(formula) => setRemembered(rememberFormula(formula))}
        />
      </div>
    </section>
  );
}
