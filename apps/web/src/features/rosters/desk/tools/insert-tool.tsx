import { useMemo, useState } from 'react';
import { formatSigned } from '../../../../app/format/format-number.js';
import { local, t } from '../../../../app/i18n/t.js';
import { Button } from '../../../../ui/button.js';
import { NumberField, Select } from '../../../../ui/fields.js';
import { agentsOf, clockLabel, dayOf, type BoardModel, type BoardShift, type Proposal } from '../../board/index.js';
import { selectedShifts } from '../board-commands.js';
import { useDesk, type Desk } from '../desk-context.js';
import { newMustBreaches } from '../desk-state.js';
import { bestStarts, type InsertStart } from './insert-starts.js';
import { Judgement } from './judgement.js';
import { ToolFloat } from './tool-float.js';
import { useChoice } from './use-choice.js';

const DEFAULT_MINUTES = 60;
const LEAST_MINUTES = 15;
const MOST_MINUTES = 240;

/** The selected shifts of one day, the cursor's. */
function shiftsOf({ session }: Desk): readonly BoardShift[] {
  const { model, selection } = session.state;
  const shifts = selectedShifts(model, selection.targets);
  const day = shifts[0] ? dayOf(model, shifts[0].start) : -1;
  return shifts.filter((shift) => dayOf(model, shift.start) === day);
}

/** A training or meeting for those selected, at one of the three times that hurt least. */
export function InsertTool({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk();
  const { session } = desk;
  const [shifts] = useState(() => shiftsOf(desk));
  const [model] = useState(() => session.state.model);
  const types = model.activityTypes.flatMap((type, index) => (type.contactWork ? [] : [{ ...type, index }]));
  const [type, setType] = useState(() => (types.find(({ code }) => code === 'training') ?? types[0])?.index ?? 0);
  const [minutes, setMinutes] = useState(DEFAULT_MINUTES);
  if (shifts.length === 0)
    return (
      <ToolFloat title={t('boardTools.insertTitle')} onClose={onClose}>
        <p>{t('boardTools.insertNothing')}</p>
      </ToolFloat>
    );
  return (
    <ToolFloat title={t('boardTools.insertTitle')} onClose={onClose}>
      <p className="b-quiet">{t('boardTools.insertFor', { count: shifts.length })}</p>
      <div className="b-tool-row">
        <Select
          label={t('boardTools.activity')}
          value={String(type)}
          options={types.map(({ index, title }) => ({ id: String(index), text: local(title) }))}
          onChange={(id) => setType(Number(id))}
        />
        <NumberField
          label={t('boardTools.minutes')}
          value={minutes}
          minValue={LEAST_MINUTES}
          maxValue={MOST_MINUTES}
          step={5}
          onChange={(value) => Number.isFinite(value) && setMinutes(value)}
        />
      </div>
      <Proposals key={`${type}/${minutes}`} {...{ model, shifts, type, minutes, onClose }} />
    </ToolFloat>
  );
}

interface ProposalsProps {
  readonly model: BoardModel;
  readonly shifts: readonly BoardShift[];
  readonly type: number;
  readonly minutes: number;
  readonly onClose: () => void;
}

function Proposals({ model, shifts, type, minutes, onClose }: ProposalsProps) {
  const { session, displayZone } = useDesk();
  const { chosen, choose, apply } = useChoice<InsertStart>(onClose);
  const starts = useMemo(() => {
    const newMustOf = (after: BoardModel, { edits }: Proposal) =>
      agentsOf(edits).flatMap((agent) =>
        newMustBreaches(session.state.findings.get(agent) ?? [], session.judgeOn(after, agent)),
      ).length;
    return bestStarts({ model, coverage: session.state.coverage, newMustOf }, shifts, { type, length: minutes });
  }, [model, shifts, type, minutes, session]);
  if (starts.length === 0) return <p role="alert">{t('boardTools.insertNoRoom')}</p>;
  return (
    <>
      <fieldset className="b-choices">
        <legend>{t('boardTools.insertWhen')}</legend>
        {starts.map((one) => (
          <label key={one.start}>
            <input
              type="radio"
              name="insert-start"
              checked={chosen?.start === one.start}
              onChange={() => choose(one)}
            />
            <span>
              {clockLabel(model.startAt, one.start, displayZone)}–
              {clockLabel(model.startAt, one.start + minutes, displayZone)}
            </span>
            <small>
              {t('boardTools.insertHarm', { hours: formatSigned(one.shortHours, 2) })}
              {one.newMust > 0 ? ` · ${t('boardTools.insertBreaches', { count: one.newMust })}` : ''}
            </small>
          </label>
        ))}
      </fieldset>
      <Judgement />
      <div className="b-tool-row">
        <Button kind="primary" isDisabled={!chosen} onPress={apply}>
          {t('boardTools.insert')}
        </Button>
        <Button onPress={onClose}>{t('ui.cancel')}</Button>
      </div>
    </>
  );
}
