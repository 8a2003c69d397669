import { formatDate } from '../../../app/format/format-time.js';
import { local, t, tIfKnown } from '../../../app/i18n/t.js';
import {
  activityAt,
  activityCount,
  clockLabel,
  sessionTitleOf,
  type BoardModel,
  type BoardShift,
  type EditLabel,
  type GestureTarget,
  findShift,
} from '../board/index.js';

/** Title of an activity by code; `shift` for the whole. */
function whatOf(model: BoardModel, code: string): string {
  const type = model.activityTypes.find((candidate) => candidate.code === code);
  // Inside a sentence: `Move lunch`, not `Move Lunch`. Japanese has no letter case.
  return (type ? local(type.title) : t('board.whatShift')).toLocaleLowerCase('en');
}

/** `Move lunch, Ben Carter`: the name of an undo step. */
export function writeLabel(model: BoardModel, label: EditLabel): string {
  if (label.text !== undefined) return label.text;
  const agents = label.agentIds.map((id) => model.agents.find((agent) => agent.id === id)?.name ?? '');
  const who = agents.length === 1 ? agents[0]! : t('board.agentCount', { count: agents.length });
  return tIfKnown(`board.label_${label.verb}`, { what: whatOf(model, label.what), who }, label.verb);
}

/** `09:00–18:00` of a span of board minutes. */
export function spanText(
  model: BoardModel,
  span: { readonly start: number; readonly length: number },
  zone: string,
): string {
  return `${clockLabel(model.startAt, span.start, zone)}–${clockLabel(model.startAt, span.start + span.length, zone)}`;
}

/** `Training 10:30–11:30` */
function activityText(model: BoardModel, shift: BoardShift, { index, zone }: { index: number; zone: string }): string {
  const activity = activityAt(shift, index)!;
  return t('board.saidActivity', {
    what: sessionTitleOf(shift, index) ?? local(model.activityTypes[activity.type]!.title),
    times: spanText(model, activity, zone),
  });
}

/** A full sentence about an agent's day, for the grid cell. */
export function daySentence(
  model: BoardModel,
  at: {
    readonly agent: number;
    readonly day: number;
    readonly shifts: readonly BoardShift[];
    readonly zone: string;
    readonly breachCount: number;
  },
): string {
  const who = model.agents[at.agent]!.name;
  const day = formatDate(model.days[at.day]!.on);
  const off = (model.timeOff[at.agent] ?? []).find(
    (o) =>
      o.start < model.days[at.day]!.start + model.days[at.day]!.length &&
      o.start + o.length > model.days[at.day]!.start,
  );
  if (at.shifts.length === 0) {
    return off
      ? t('board.saidDayAbsent', { who, day, reason: absenceText(off.reason) })
      : t('board.saidDayOff', { who, day });
  }
  const parts = at.shifts.map((shift) => {
    const others = Array.from({ length: activityCount(shift) }, (_, index) => index)
      .filter((index) => activityAt(shift, index)!.type !== model.baseType)
      .map((index) => activityText(model, shift, { index, zone: at.zone }));
    return [spanText(model, shift, at.zone), ...others, ...(shift.locked ? [t('board.locked')] : [])].join(
      t('board.listSeparator'),
    );
  });
  const said = t('board.saidDay', { who, day, shifts: parts.join(t('board.listSeparator')) });
  return at.breachCount > 0 ? `${said} ${t('board.saidBreaches', { count: at.breachCount })}` : said;
}

/** What the cursor stands on, for the live region: the shift or one of its activities. */
export function targetSentence(model: BoardModel, target: GestureTarget, zone: string): string {
  const shift = findShift(model, target.shiftId, target.agent);
  if (!shift) return '';
  if (target.activity === null)
    return t('board.saidShift', { who: model.agents[target.agent]!.name, times: spanText(model, shift, zone) });
  return target.activity < activityCount(shift) ? activityText(model, shift, { index: target.activity, zone }) : '';
}

/** Why an agent is not there: before the first day, after the last one, else in the words of the absence. */
export function absenceText(reason: string): string {
  return tIfKnown(`board.absence-${reason}`, undefined, reason) || t('board.timeOff');
}
