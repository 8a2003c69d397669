import { useState } from 'react';
import { t } from '../../../../app/i18n/t.js';
import { Button } from '../../../../ui/button.js';
import { NumberField, Select } from '../../../../ui/fields.js';
import { dayOf, moveShifts, type BoardShift } from '../../board/index.js';
import { enterCells } from '../../board/gestures/enter-cells.gesture.js';
import { clockLabel } from '../../board/index.js';
import { useDesk } from '../desk-context.js';
import { entryOptions } from './entry-options.js';
import './tools.css';

/** The plain way to change many shifts at once: move them all, or give them all one template. */
export function BulkPanel({ shifts }: { readonly shifts: readonly BoardShift[] }) {
  return (
    <div className="b-form">
      <MoveAll shifts={shifts} />
      <TemplateForAll shifts={shifts} />
    </div>
  );
}

function MoveAll({ shifts }: { readonly shifts: readonly BoardShift[] }) {
  const { session, snapMinutes } = useDesk();
  const [minutes, setMinutes] = useState(snapMinutes);
  const move = (deltaMinutes: number) => {
    const targets = shifts.map(({ agent, id }) => ({ agent, shiftId: id, activity: null }));
    session.commit(moveShifts(session.state.model, targets, { deltaMinutes }));
  };
  return (
    <div className="b-tool-row">
      <NumberField
        label={t('boardTools.moveBy')}
        value={minutes}
        minValue={5}
        maxValue={1440}
        step={5}
        onChange={(value) => Number.isFinite(value) && setMinutes(value)}
      />
      <Button onPress={() => move(-minutes)}>{t('boardTools.earlier')}</Button>
      <Button onPress={() => move(minutes)}>{t('boardTools.later')}</Button>
    </div>
  );
}

/** Each shift keeps its day and start; the template gives length, breaks and the rest. */
function TemplateForAll({ shifts }: { readonly shifts: readonly BoardShift[] }) {
  const desk = useDesk();
  const { session, planning } = desk;
  const apply = (id: string) => {
    const { model } = session.state;
    const template = planning.shiftTemplates.find((one) => one.id === id);
    if (!template) return;
    const cells = shifts.map((shift) => {
      const start = clockLabel(model.startAt, shift.start, model.zone);
      return { agent: shift.agent, day: dayOf(model, shift.start), text: `${template.title} ${start}` };
    });
    const options = entryOptions(desk, { verb: 'change', fill: true });
    session.commit(enterCells(model, cells, { ...options, templatesOf: () => [template] }).proposal);
  };
  return (
    <Select
      label={t('boardTools.templateForAll')}
      value={null}
      placeholder={t('boardTools.chooseTemplate')}
      options={planning.shiftTemplates.map(({ id, title }) => ({ id, text: title }))}
      onChange={apply}
    />
  );
}
