import type { RuleTextSpec } from '@yotei/scheduling/rules';
import { Plus, Trash2 } from 'lucide-react';
import { t } from '../../../app/i18n/t.js';
import { Button, IconButton } from '../../../ui/button.js';
import { Select } from '../../../ui/fields.js';
import { IdChecks } from '../id-checks.js';
import { idsOf, pairsOf, textOfPairs } from './rule-draft.js';
import { parameterTitle } from './rule-words.js';

interface FieldProps {
  readonly spec: RuleTextSpec;
  readonly text: string;
  readonly templates: readonly { readonly id: string; readonly text: string }[];
  readonly activityTypes: readonly { readonly id: string; readonly text: string }[];
  readonly onChange: (text: string) => void;
}

/** Templates or activities a rule speaks of: several together, or which may not follow which. */
export function TextParameterField({ spec, text, templates, activityTypes, onChange }: FieldProps) {
  const label = parameterTitle(spec);
  if (spec.form !== 'template-pairs')
    return (
      <IdChecks
        label={label}
        value={idsOf(text)}
        options={spec.form === 'templates' ? templates : activityTypes}
        onChange={(ids) => onChange(ids.join(', '))}
      />
    );
  const pairs = pairsOf(text);
  const replace = (index: number, pair: readonly [string, string]) =>
    onChange(textOfPairs(pairs.map((one, i) => (i === index ? pair : one))));
  const [first, second = first] = templates;
  return (
    <fieldset className="su-set su-pairs">
      <legend>{label}</legend>
      {pairs.map(([before, after], index) => (
        <div key={index} className="su-pair">
          <Select
            label={t('setup.dayBefore')}
            value={before}
            options={templates}
            onChange={(id) => replace(index, [id, after])}
          />
          <Select
            label={t('setup.notNextDay')}
            value={after}
            options={templates}
            onChange={(id) => replace(index, [before, id])}
          />
          <IconButton
            label={t('setup.removePair')}
            icon={<Trash2 size={18} strokeWidth={1.75} />}
            onPress={() => onChange(textOfPairs(pairs.filter((_, i) => i !== index)))}
          />
        </div>
      ))}
      {first && second ? (
        <Button
          icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
          onPress={() => onChange(textOfPairs([...pairs, [first.id, second.id]]))}
        >
          {t('setup.addPair')}
        </Button>
      ) : null}
    </fieldset>
  );
}
