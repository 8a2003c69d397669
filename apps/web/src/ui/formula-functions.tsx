import { useState } from 'react';
import { t } from '../app/i18n/t.js';
import { Button } from './button.js';
import { TextField } from './text-field.js';

export interface FormulaHelp {
  readonly name: string;
  /** `agents(contacts, handleSeconds[, patienceSeconds])`. */
  readonly signature: string;
  readonly title: string;
  /** A call that works as it stands; this is what is written into the formula. */
  readonly example: string;
  /** What each value stands for. */
  readonly parameters: readonly { readonly name: string; readonly title: string }[];
}

function matches({ name, title }: FormulaHelp, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return name.toLowerCase().includes(wanted) || title.toLowerCase().includes(wanted);
}

/** Every function with what it takes and a call that works; searched by name or by what it gives. */
export function FormulaFunctions({
  functions,
  onInsert,
}: {
  readonly functions: readonly FormulaHelp[];
  readonly onInsert: (text: string) => void;
}) {
  const [search, setSearch] = useState('');
  const found = functions.filter((one) => matches(one, search));
  return (
    <details className="y-formula-functions">
      <summary>{t('ui.formulaFunctions')}</summary>
      <TextField label={t('ui.formulaSearch')} value={search} onChange={setSearch} />
      <ul>
        {found.map((one) => (
          <li key={one.name}>
            <div className="y-formula-function">
              <code>{one.signature}</code>
              <span>{one.title}</span>
              <span className="y-quiet">
                {one.parameters.map(({ name, title }) => `${name}: ${title}`).join(t('ui.listSeparator'))}
              </span>
            </div>
            <Button aria-label={t('ui.formulaInsert', { name: one.name })} onPress={() => onInsert(one.example)}>
              {one.example}
            </Button>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="y-quiet">{t('ui.formulaNone')}</p> : null}
    </details>
  );
}
