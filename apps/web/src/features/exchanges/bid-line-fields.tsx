import { formatWeekdayNumber } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { Button } from '../../ui/button.js';
import { Checkbox, NumberField, TextField } from '../../ui/fields.js';
import type { BidContract } from './bid-round-form.js';

interface WeekDraft {
  readonly templateIds: readonly string[];
  readonly daysOff: readonly number[];
}

export interface LineDraft {
  readonly key: string;
  readonly title: string;
  readonly places: number;
  readonly weeks: readonly WeekDraft[];
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

const keyed = (line: Omit<LineDraft, 'key'>): LineDraft => ({ ...line, key: crypto.randomUUID() });

export const newLine = ({ templateIds }: BidContract): LineDraft =>
  keyed({ title: '', places: 1, weeks: [{ templateIds, daysOff: [6, 7] }] });

/** A line for each week of the contract's rotation: the same weeks, each begun one further on. */
function linesOfRotation({ rotation, templateIds }: BidContract): LineDraft[] {
  const weeks = (rotation?.weeks ?? []).map((week) => ({
    templateIds: week.templateIds ?? templateIds,
    daysOff: week.daysOff ?? [],
  }));
  return weeks.map((_, i) =>
    keyed({
      title: t('bidding.startsWithWeek', { week: i + 1 }),
      places: 1,
      weeks: [...weeks.slice(i), ...weeks.slice(0, i)],
    }),
  );
}

interface BidLineFieldsProps {
  readonly contract: BidContract;
  readonly titles: ReadonlyMap<string, string>;
  readonly lines: readonly LineDraft[];
  readonly onChange: (lines: readonly LineDraft[]) => void;
}

/** The lines of a round: name, places, and for each week shifts and days off. */
export function BidLineFields({ contract, titles, lines, onChange }: BidLineFieldsProps) {
  const put = (line: LineDraft) => onChange(lines.map((one) => (one.key === line.key ? line : one)));
  return (
    <>
      {lines.map((line, i) => (
        <fieldset key={line.key} className="x-bid-line">
          <legend>{t('bidding.line', { number: i + 1 })}</legend>
          <div className="x-bid-head">
            <TextField
              label={t('bidding.lineTitle')}
              value={line.title}
              onChange={(title) => put({ ...line, title })}
              isRequired
            />
            <NumberField
              label={t('bidding.linePlaces')}
              value={line.places}
              minValue={1}
              maxValue={1000}
              onChange={(places) => put({ ...line, places })}
            />
          </div>
          {line.weeks.map((week, at) => (
            <WeekFields
              key={at}
              name={line.weeks.length > 1 ? t('bidding.weekNumber', { week: at + 1 }) : null}
              week={week}
              contract={contract}
              titles={titles}
              onChange={(next) => put({ ...line, weeks: line.weeks.map((one, j) => (j === at ? next : one)) })}
            />
          ))}
          <div className="x-acts">
            <Button onPress={() => put({ ...line, weeks: [...line.weeks, line.weeks.at(-1)!] })}>
              {t('bidding.addWeek')}
            </Button>
            {line.weeks.length > 1 ? (
              <Button onPress={() => put({ ...line, weeks: line.weeks.slice(0, -1) })}>{t('bidding.dropWeek')}</Button>
            ) : null}
            {lines.length > 1 ? (
              <Button onPress={() => onChange(lines.filter(({ key }) => key !== line.key))}>
                {t('bidding.dropLine')}
              </Button>
            ) : null}
          </div>
        </fieldset>
      ))}
      <div className="x-acts">
        <Button onPress={() => onChange([...lines, newLine(contract)])}>{t('bidding.addLine')}</Button>
        {contract.rotation && contract.rotation.weeks.length > 1 ? (
          <Button onPress={() => onChange(linesOfRotation(contract))}>{t('bidding.fromRotation')}</Button>
        ) : null}
      </div>
    </>
  );
}

interface WeekFieldsProps {
  readonly name: string | null;
  readonly week: WeekDraft;
  readonly contract: BidContract;
  readonly titles: ReadonlyMap<string, string>;
  readonly onChange: (week: WeekDraft) => void;
}

function WeekFields({ name, week, contract, titles, onChange }: WeekFieldsProps) {
  const toggled = <T,>(all: readonly T[], chosen: readonly T[], one: T, isOn: boolean): T[] =>
    all.filter((item) => (item === one ? isOn : chosen.includes(item)));
  const { templateIds, daysOff } = week;
  return (
    <div role="group" aria-label={name ?? t('bidding.everyWeek')} className="x-bid-week">
      {name ? <strong>{name}</strong> : null}
      <fieldset>
        <legend>{t('bidding.shifts')}</legend>
        {contract.templateIds.map((id) => (
          <Checkbox
            key={id}
            isSelected={templateIds.includes(id)}
            onChange={(isOn) =>
              onChange({ ...week, templateIds: toggled(contract.templateIds, templateIds, id, isOn) })
            }
          >
            {titles.get(id) ?? '–'}
          </Checkbox>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('bidding.daysOff')}</legend>
        {WEEKDAYS.map((day) => (
          <Checkbox
            key={day}
            isSelected={daysOff.includes(day)}
            onChange={(isOn) => onChange({ ...week, daysOff: toggled(WEEKDAYS, daysOff, day, isOn) })}
          >
            {formatWeekdayNumber(day, 'short')}
          </Checkbox>
        ))}
      </fieldset>
    </div>
  );
}
