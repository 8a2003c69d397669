import { Link } from '@tanstack/react-router';
import { layerEffects, type LayerEffect } from '@yotei/forecast/edits';
import { weekStartOf } from '@yotei/time';
import { Pencil, Redo2, Undo2 } from 'lucide-react';
import { useMemo, useState, type FormEvent } from 'react';
import { formatSigned } from '../../../app/format/format-number.js';
import { dateInZone, formatDateTime } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { Button, IconButton } from '../../../ui/button.js';
import { Checkbox, TextField } from '../../../ui/fields.js';
import type { DemandView, ForecastEdit } from '../demand.model.js';
import { baseForecast, layerOf } from './editable.js';
import { layerText, placeText } from './layer-text.js';
import { changeText } from './reason-line.js';
import type { Desk } from './use-desk.js';

/** What each layer that counts does, by its id, within the days shown. */
function useEffects(view: DemandView, zone: string): ReadonlyMap<string, LayerEffect> {
  return useMemo(() => {
    const base = baseForecast(view);
    const counting = view.edits.filter(({ undone, off }) => !undone && !off);
    const effects = base ? layerEffects(base, counting.map(layerOf), zone) : [];
    return new Map(counting.map(({ id }, index) => [id, effects[index]!]));
  }, [view, zone]);
}

function EffectText({ effect, edit, zone }: { effect: LayerEffect; edit: ForecastEdit; zone: string }) {
  const hours = effect.workloadHoursAfter - effect.workloadHoursBefore;
  const on = dateInZone(Date.parse(edit.fromAt), zone);
  return (
    <p className="y-layer-effect">
      {edit.measure === 'CONTACTS' ? (
        <span>
          {t('demandEdit.effectContacts', { change: changeText(effect.contactsBefore, effect.contactsAfter) })}
        </span>
      ) : null}
      <span>{t('demandEdit.effectHours', { hours: formatSigned(hours, 1) })}</span>
      <Link to="/requirement" search={{ week: weekStartOf(on) }}>
        {t('demandEdit.seeRequirement')}
      </Link>
    </p>
  );
}

function ReasonForm({ edit, onDone, desk }: { edit: ForecastEdit; onDone: () => void; desk: Desk }) {
  const [reason, setReason] = useState(edit.reason);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!reason.trim()) return;
    onDone();
    if (reason.trim() !== edit.reason) void desk.steps.change([edit], { reason: reason.trim() });
  };
  return (
    <form className="y-reason-row" onSubmit={submit}>
      <TextField label={t('demand.reason')} value={reason} onChange={setReason} />
      <Button type="submit">{t('demandEdit.saveReason')}</Button>
    </form>
  );
}

interface ItemProps {
  readonly edit: ForecastEdit;
  readonly desk: Desk;
  readonly effect: LayerEffect | undefined;
}

function LayerItem({ edit, desk, effect }: ItemProps) {
  const [writing, setWriting] = useState(false);
  const { zone, steps, mayEdit } = desk;
  const layer = layerOf(edit);
  const name = layerText(layer);
  return (
    <li className="y-layer" data-off={edit.off || edit.undone}>
      <div className="y-layer-head">
        {mayEdit && !edit.undone ? (
          <Checkbox isSelected={!edit.off} onChange={(on) => void steps.change([edit], { off: !on })}>
            <strong>{name}</strong>
          </Checkbox>
        ) : (
          <strong>{name}</strong>
        )}
        {mayEdit ? (
          <Button
            kind="quiet"
            icon={edit.undone ? <Redo2 size={14} aria-hidden /> : <Undo2 size={14} aria-hidden />}
            aria-label={`${t(edit.undone ? 'demandEdit.redo' : 'ui.undo')}: ${name}`}
            onPress={() => void steps.change([edit], { undone: !edit.undone })}
          >
            {t(edit.undone ? 'demandEdit.redo' : 'ui.undo')}
          </Button>
        ) : null}
      </div>
      <p>{placeText(layer, zone)}</p>
      {effect ? <EffectText effect={effect} edit={edit} zone={zone} /> : null}
      {edit.off ? <p className="y-quiet">{t('demandEdit.isOff')}</p> : null}
      {writing ? (
        <ReasonForm edit={edit} desk={desk} onDone={() => setWriting(false)} />
      ) : (
        <p className="y-quiet y-layer-why">
          {edit.reason} · {edit.author} · {formatDateTime(edit.createdAt, zone)}
          {mayEdit && !edit.undone ? (
            <IconButton
              label={`${t('demandEdit.changeReason')}: ${name}`}
              icon={<Pencil size={14} aria-hidden />}
              onPress={() => setWriting(true)}
            />
          ) : null}
        </p>
      )}
    </li>
  );
}

/** The edits of the days shown in the order they are applied, each with what it does; taken-back ones below. */
export function LayerList({ view, desk }: { readonly view: DemandView; readonly desk: Desk }) {
  const effects = useEffects(view, desk.zone);
  const live = view.edits.filter(({ undone }) => !undone);
  const undone = view.edits.filter((edit) => edit.undone);
  const item = (edit: ForecastEdit) => (
    <LayerItem key={edit.id} edit={edit} desk={desk} effect={effects.get(edit.id)} />
  );
  return (
    <section aria-label={t('demandEdit.layers')} className="y-layer-list">
      <h3>{t('demand.edits')}</h3>
      {live.length ? (
        <>
          <ol>{live.map(item)}</ol>
          <p className="y-quiet">{t('demandEdit.kept')}</p>
        </>
      ) : (
        <p className="y-quiet">{t('demand.noEdits')}</p>
      )}
      {undone.length ? (
        <details>
          <summary>{t('demandEdit.takenBack', { count: undone.length })}</summary>
          <ul>{undone.map(item)}</ul>
        </details>
      ) : null}
    </section>
  );
}
