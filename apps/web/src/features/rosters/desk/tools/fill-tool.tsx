import { useState } from 'react';
import { formatDate } from '../../../../app/format/format-time.js';
import { t } from '../../../../app/i18n/t.js';
import { Button } from '../../../../ui/button.js';
import { Checkbox } from '../../../../ui/fields.js';
import { dayOf, formatShift, shiftsOnDay, type BoardModel, type BoardShift } from '../../board/index.js';
import { enterCells } from '../../board/gestures/enter-cells.gesture.js';
import { selectedShifts } from '../board-commands.js';
import { useDesk, useDeskState } from '../desk-context.js';
import { entryOptions } from './entry-options.js';
import { Judgement } from './judgement.js';
import { ToolFloat } from './tool-float.js';

/** The days of the shift's own week with nothing on them, as many as the contract still allows. */
function emptyDays(model: BoardModel, shift: BoardShift, daysPerWeek: number): readonly number[] {
  const own = dayOf(model, shift.start);
  const monday = own - (own % 7);
  const week = model.days.map((_, day) => day).filter((day) => day >= monday && day < monday + 7);
  const worked = week.filter((day) => shiftsOnDay(model, shift.agent, day).length > 0).length;
  const isAbsent = (day: number) => {
    const { start, length } = model.days[day]!;
    return (model.timeOff[shift.agent] ?? []).some(
      (off) => off.start < start + length && off.start + off.length > start,
    );
  };
  return week
    .filter((day) => shiftsOnDay(model, shift.agent, day).length === 0 && !isAbsent(day))
    .slice(0, Math.max(0, daysPerWeek - worked));
}

/** The selected shift on other days of the week: a box a day, the contract's free days ticked. */
export function FillTool({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk();
  const model = useDeskState((state) => state.model);
  const [shift] = useState(() => selectedShifts(model, desk.session.state.selection.targets)[0] ?? null);
  if (!shift)
    return (
      <ToolFloat title={t('boardTools.fillTitle')} onClose={onClose}>
        <p>{t('boardTools.fillNothing')}</p>
      </ToolFloat>
    );
  return <FillDays shift={shift} onClose={onClose} />;
}

function FillDays({ shift, onClose }: { readonly shift: BoardShift; readonly onClose: () => void }) {
  const desk = useDesk();
  const { session, planning } = desk;
  const model = useDeskState((state) => state.model);
  const [before] = useState(model);
  const contract = planning.contracts.find(({ id }) => id === model.agents[shift.agent]!.contractId);
  const [days, setDays] = useState<ReadonlySet<number>>(
    () => new Set(emptyDays(model, shift, contract?.daysPerWeekMax ?? 5)),
  );
  const fill = (chosen: ReadonlySet<number>) => {
    const cells = [...chosen].map((day) => ({ agent: shift.agent, day, text: formatShift(before, shift) }));
    return enterCells(before, cells, entryOptions(desk, { verb: 'fill', fill: true })).proposal;
  };
  const choose = (day: number, chosen: boolean) => {
    const next = new Set([...days].filter((one) => one !== day).concat(chosen ? [day] : []));
    setDays(next);
    session.propose(fill(next));
  };
  const apply = () => {
    session.cancel();
    session.commit(fill(days));
    onClose();
  };
  return (
    <ToolFloat title={t('boardTools.fillTitle')} onClose={onClose}>
      <p className="b-quiet">
        {model.agents[shift.agent]!.name} · {formatShift(before, shift)}
      </p>
      <div className="b-tool-days" role="group" aria-label={t('boardTools.fillDays')}>
        {model.days.map(({ on }, day) => (
          <Checkbox
            key={on}
            isSelected={days.has(day) || day === dayOf(model, shift.start)}
            isDisabled={day === dayOf(model, shift.start)}
            onChange={(chosen) => choose(day, chosen)}
          >
            {formatDate(on)}
          </Checkbox>
        ))}
      </div>
      <Judgement />
      <div className="b-tool-row">
        <Button kind="primary" isDisabled={days.size === 0} onPress={apply}>
          {t('boardTools.fill')}
        </Button>
        <Button onPress={onClose}>{t('ui.cancel')}</Button>
      </div>
    </ToolFloat>
  );
}
