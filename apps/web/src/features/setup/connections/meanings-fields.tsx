import { Plus, X } from 'lucide-react';
import { t, tIfKnown } from '../../../app/i18n/t.js';
import { Button, IconButton } from '../../../ui/button.js';
import { Select, TextField } from '../../../ui/fields.js';
import type { Preset } from './connections.queries.js';
import { AS_PRESET, stateOptions, type Meaning } from './source-draft.js';

interface MeaningsProps {
  readonly meanings: readonly Meaning[];
  readonly preset: Preset | undefined;
  readonly onChange: (meanings: readonly Meaning[]) => void;
}

/** The source's own words, one line each: over the preset's, and those nobody understands yet. */
export function MeaningsFields({ meanings, preset, onChange }: MeaningsProps) {
  const options = stateOptions(
    t('setupStates.notMapped', {
      fallback: preset ? tIfKnown(`agentStates.${preset.fallback}`, {}, preset.fallback) : '',
    }),
  );
  const set = (place: number, change: Partial<Meaning>) =>
    onChange(meanings.map((one, i) => (i === place ? { ...one, ...change } : one)));
  return (
    <fieldset className="sc-meanings">
      <legend>{t('setupStates.meanings')}</legend>
      {meanings.map(({ word, state }, i) => (
        <div key={i} className="sc-meaning">
          <TextField label={t('setupStates.word')} value={word} onChange={(text) => set(i, { word: text })} />
          <Select
            label={t('setupStates.means')}
            value={state}
            options={options}
            onChange={(chosen) => set(i, { state: chosen })}
          />
          <IconButton
            label={t('setupStates.removeWord', { word })}
            icon={<X size={16} strokeWidth={1.75} />}
            onPress={() => onChange(meanings.filter((_, place) => place !== i))}
          />
        </div>
      ))}
      <Button
        icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
        onPress={() => onChange([...meanings, { word: '', state: AS_PRESET }])}
      >
        {t('setupStates.addWord')}
      </Button>
    </fieldset>
  );
}
