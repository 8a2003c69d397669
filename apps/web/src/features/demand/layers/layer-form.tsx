import type { DemandLayer } from '@yotei/forecast/edits';
import { layerFault } from '@yotei/forecast/edits';
import { addDays, instantOfLocal, startOfLocalDay } from '@yotei/time';
import { useEffect, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { dateInZone, formatDate, formatWeekdayNumber, minuteOfDay } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { NumberField, Select } from '../../../ui/fields.js';
import type { DemandView } from '../demand.model.js';
import { placeOf, type Selection } from './draft.js';
import { clockText } from './layer-text.js';
import type { Desk } from './use-desk.js';

const OPERATIONS = ['percent', 'add', 'set', 'total'] as const;
type Operation = (typeof OPERATIONS)[number];
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** Where, as a person says it: days, weekdays among them, hours of each. */
export interface Place {
  readonly fromOn: string;
  readonly untilOn: string;
  readonly weekdays: readonly number[];
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** One stretch where that is what is meant, otherwise the days with a pattern on them. */
export function selectionOf(place: Place, zone: string): Selection {
  const { fromOn, untilOn, weekdays, fromMinute, untilMinute } = place;
  const end = startOfLocalDay(addDays(untilOn, 1), zone);
  if (fromOn === untilOn)
    return {
      fromAt: fromMinute === 0 ? startOfLocalDay(fromOn, zone) : instantOfLocal(fromOn, fromMinute, zone),
      untilAt: untilMinute === 1440 ? end : instantOfLocal(fromOn, untilMinute, zone),
      pattern: null,
    };
  const all = weekdays.length === 7 && fromMinute === 0 && untilMinute === 1440;
  return {
    fromAt: startOfLocalDay(fromOn, zone),
    untilAt: end,
    pattern: all ? null : { weekdays: [...weekdays].sort(), fromMinute, untilMinute },
  };
}

/** A stretch chosen on the chart or in the grid, for the form; hours only where it lies within a day. */
export function placeOfSelection({ fromAt, untilAt, pattern }: Selection, zone: string): Place {
  const fromOn = dateInZone(fromAt, zone);
  const untilOn = dateInZone(untilAt - 1, zone);
  const oneDay = fromOn === untilOn;
  const last = minuteOfDay(untilAt, zone);
  return {
    fromOn,
    untilOn,
    weekdays: pattern?.weekdays ?? WEEKDAYS,
    fromMinute: pattern?.fromMinute ?? (oneDay ? minuteOfDay(fromAt, zone) : 0),
    untilMinute: pattern?.untilMinute ?? (oneDay && last > 0 ? last : 1440),
  };
}

interface PlaceFieldsProps {
  readonly view: DemandView;
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
}

function PlaceFields({ view, place, onPlace }: PlaceFieldsProps) {
  const days = Array.from({ length: view.days }, (_, day) => addDays(view.fromOn, day));
  const options = days.map((on) => ({ id: on, text: formatDate(on) }));
  const step = view.actualContacts.stepMinutes;
  const minutes = Array.from({ length: 1440 / step + 1 }, (_, index) => index * step);
  const clock = (from: number, until: number) =>
    minutes.filter((one) => one >= from && one <= until).map((one) => ({ id: String(one), text: clockText(one) }));
  const { fromOn, untilOn, fromMinute, untilMinute, weekdays } = place;
  return (
    <>
      <div className="y-edit-value">
        <Select
          label={t('demand.firstDay')}
          value={fromOn}
          options={options}
          onChange={(on) => onPlace({ ...place, fromOn: on, untilOn: on > untilOn ? on : untilOn })}
        />
        <Select
          label={t('demand.lastDay')}
          value={untilOn}
          options={options.filter(({ id }) => id >= fromOn)}
          onChange={(on) => onPlace({ ...place, untilOn: on })}
        />
        <Select
          label={t('demand.fromTime')}
          value={String(fromMinute)}
          options={clock(0, untilMinute - step)}
          onChange={(id) => onPlace({ ...place, fromMinute: Number(id) })}
        />
        <Select
          label={t('demand.untilTime')}
          value={String(untilMinute)}
          options={clock(fromMinute + step, 1440)}
          onChange={(id) => onPlace({ ...place, untilMinute: Number(id) })}
        />
      </div>
      {fromOn === untilOn ? null : (
        <ToggleButtonGroup
          aria-label={t('demandEdit.weekdays')}
          className="y-weekdays"
          selectionMode="multiple"
          disallowEmptySelection
          selectedKeys={weekdays.map(String)}
          onSelectionChange={(keys) => onPlace({ ...place, weekdays: [...keys].map(Number) })}
        >
          {WEEKDAYS.map((day) => (
            <ToggleButton key={day} id={String(day)} className="y-segment">
              {formatWeekdayNumber(day, 'short')}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
    </>
  );
}

/** The fields' way to an edit: what the mouse drags can be said here too, on a phone as well. It becomes a draft. */
export function LayerForm({ view, desk }: { readonly view: DemandView; readonly desk: Desk }) {
  const { zone, measure, selection, select } = desk;
  const today: Selection = {
    fromAt: startOfLocalDay(view.fromOn, zone),
    untilAt: startOfLocalDay(addDays(view.fromOn, 1), zone),
    pattern: null,
  };
  const [operation, setOperation] = useState<Operation>('percent');
  const [value, setValue] = useState(10);
  const [asked, setAsked] = useState(false);
  useEffect(() => setAsked(false), [operation, value, selection]);
  const chosen = selection ?? today;
  const layer: DemandLayer = { operation, value, measure, ...placeOf(chosen) };
  const fault = layerFault(layer);
  const perInterval = measure === 'contacts' ? t('demand.perInterval') : t('demand.seconds');
  const unit = operation === 'percent' ? '%' : operation === 'total' && measure === 'contacts' ? '' : perInterval;
  const add = () => {
    setAsked(true);
    if (fault) return;
    if (!selection) select(chosen);
    desk.push(layer);
  };
  return (
    <form className="y-edit-form" onSubmit={(event) => (event.preventDefault(), add())}>
      <PlaceFields
        view={view}
        place={placeOfSelection(chosen, zone)}
        onPlace={(next) => select(selectionOf(next, zone))}
      />
      <div className="y-edit-value">
        <Select
          label={t('demand.operation')}
          value={operation}
          options={OPERATIONS.map((id) => ({
            id,
            text: t(`demand.operation${id.toUpperCase() as Uppercase<Operation>}`),
          }))}
          onChange={(id) => setOperation(id as Operation)}
        />
        <NumberField
          label={t('demand.value')}
          value={value}
          onChange={setValue}
          unit={unit}
          error={asked && fault ? t(`demandEdit.fault${fault.path === 'value' ? 'Value' : 'Place'}`) : undefined}
        />
      </div>
      <Button type="submit">{t('demandEdit.draftIt')}</Button>
    </form>
  );
}
