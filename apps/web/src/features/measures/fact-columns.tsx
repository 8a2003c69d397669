import type { KpiVariable } from '@yotei/scheduling/formula';
import { local, t } from '../../app/i18n/t.js';
import { Select, TextField, type SelectOption } from '../../ui/fields.js';
import type { MappedColumn, Mapping } from './fact-mapping.js';
import type { Definitions } from './measures.model.js';

const UNITS = ['number', 'contacts', 'seconds', 'fraction', 'agents'] as const;
const OWN = 'own';
const NONE = 'none';

export interface FactColumnsProps {
  readonly mapping: Mapping;
  readonly header: readonly string[];
  readonly definitions: Definitions;
  readonly variables: readonly KpiVariable[];
  readonly onChange: (next: Pick<Mapping, 'columns'>) => void;
}

interface FactColumnProps {
  readonly mapped: MappedColumn;
  readonly place: number;
  readonly known: readonly SelectOption[];
  readonly header: readonly string[];
  readonly isCatalogue: (name: string) => boolean;
  readonly onChange: (next: Partial<MappedColumn>) => void;
}

function FactColumn({ mapped, place, known, header, isCatalogue, onChange }: FactColumnProps) {
  const { column, name, unit, weightColumn } = mapped;
  const choice = name === '' ? NONE : known.some(({ id }) => id === name) ? name : OWN;
  return (
    <div className="y-kpi-beside">
      <Select
        label={column}
        value={choice}
        options={[
          { id: NONE, text: t('measureTools.leaveOut') },
          { id: OWN, text: t('measureTools.newName') },
          ...known,
        ]}
        onChange={(id) => onChange({ name: id === NONE ? '' : id === OWN ? nameOfColumn(column, place) : id })}
      />
      {choice === OWN ? (
        <>
          <TextField
            label={t('measureTools.nameOf', { column })}
            value={name}
            onChange={(next) => onChange({ name: next })}
            maxLength={40}
          />
          <Select
            label={t('measureTools.unitOf', { column })}
            value={unit}
            options={UNITS.map((id) => ({ id, text: t(`measureTools.unit_${id}`) }))}
            onChange={(next) => onChange({ unit: next })}
          />
        </>
      ) : null}
      {choice !== NONE && !isCatalogue(name) ? (
        <Select
          label={t('measureTools.weightOf', { column })}
          value={weightColumn || NONE}
          options={[
            { id: NONE, text: t('measureTools.addsUp') },
            ...header.filter((one) => one !== column).map((id) => ({ id, text: id })),
          ]}
          onChange={(id) => onChange({ weightColumn: id === NONE ? '' : id })}
        />
      ) : null}
    </div>
  );
}

/** For each column the fact it tells: of the catalogue, imported before, or a new name with its unit. */
export function FactColumns({ mapping, header, definitions, variables, onChange }: FactColumnsProps) {
  const tellable = variables.filter(
    ({ source, adds }) => adds !== 'made' && (source === 'contacts' || source === 'import'),
  );
  const known = [
    ...tellable.map(({ name, title }) => ({ id: name, text: local(title), detail: name })),
    ...definitions.measureFactKinds.map(({ name, title }) => ({ id: name, text: title, detail: name })),
  ];
  const change = (place: number, next: Partial<MappedColumn>) =>
    onChange({ columns: mapping.columns.map((one, index) => (index === place ? { ...one, ...next } : one)) });
  const isCatalogue = (name: string) => tellable.some((one) => one.name === name);
  return (
    <fieldset className="y-kpi-columns">
      <legend>{t('measureTools.columns')}</legend>
      {mapping.columns.map((mapped, place) => (
        <FactColumn
          key={mapped.column}
          {...{ mapped, place, known, header, isCatalogue }}
          onChange={(next) => change(place, next)}
        />
      ))}
    </fieldset>
  );
}

/** `Answer Speed (AVG)` -> `answerSpeedAVG`: letters and digits of any script, one word. */
function nameOfColumn(column: string, place: number): string {
  const words = column.match(/[\p{L}\p{N}]+/gu) ?? [];
  const joined = words
    .map((word, index) => (index === 0 ? word.toLowerCase() : word[0]!.toUpperCase() + word.slice(1)))
    .join('');
  return /^\p{L}/u.test(joined) ? joined.slice(0, 40) : `fact${place + 1}`;
}
