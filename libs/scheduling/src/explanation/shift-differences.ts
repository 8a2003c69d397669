import type { LocalDate } from '@yotei/time';
import { localDateOf } from '@yotei/time';
import type { Agent, Shift } from '../roster/index.js';

export type ShiftAspect = 'start' | 'end' | 'template' | 'breaks' | 'lock';

/** What differs on one day of one agent. */
export type ShiftDifference =
  | { readonly kind: 'added'; readonly on: LocalDate; readonly after: Shift }
  | { readonly kind: 'removed'; readonly on: LocalDate; readonly before: Shift }
  | {
      readonly kind: 'changed';
      readonly on: LocalDate;
      readonly before: Shift;
      readonly after: Shift;
      /** In that order. */
      readonly aspects: readonly ShiftAspect[];
    };

/** Day by day, shifts paired in order of start; days alike are left out. */
export function shiftDifferences(agent: Agent, before: readonly Shift[], after: readonly Shift[]): ShiftDifference[] {
  const [old, fresh] = [byDate(agent, before), byDate(agent, after)];
  const dates = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return dates.flatMap((on) => differencesOn(on, old.get(on) ?? [], fresh.get(on) ?? []));
}

function byDate(agent: Agent, shifts: readonly Shift[]): Map<LocalDate, Shift[]> {
  const dates = new Map<LocalDate, Shift[]>();
  for (const shift of [...shifts].sort((a, b) => a.startAt - b.startAt)) {
    const on = localDateOf(shift.startAt, agent.zone);
    dates.set(on, [...(dates.get(on) ?? []), shift]);
  }
  return dates;
}

function differencesOn(on: LocalDate, before: readonly Shift[], after: readonly Shift[]): ShiftDifference[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, i): ShiftDifference[] => {
    const [old, fresh] = [before[i], after[i]];
    if (!old) return fresh ? [{ kind: 'added', on, after: fresh }] : [];
    if (!fresh) return [{ kind: 'removed', on, before: old }];
    const aspects = aspectsOf(old, fresh);
    return aspects.length === 0 ? [] : [{ kind: 'changed', on, before: old, after: fresh, aspects }];
  }).flat();
}

function aspectsOf(before: Shift, after: Shift): ShiftAspect[] {
  const differs: readonly (readonly [ShiftAspect, boolean])[] = [
    ['start', before.startAt !== after.startAt],
    ['end', before.endAt !== after.endAt],
    ['template', before.templateId !== after.templateId],
    ['breaks', activitiesKey(before) !== activitiesKey(after)],
    ['lock', (before.locked ?? false) !== (after.locked ?? false)],
  ];
  return differs.filter(([, isDifferent]) => isDifferent).map(([aspect]) => aspect);
}

/** Activities by their place in the shift: a shift moved whole keeps its breaks. */
const activitiesKey = ({ startAt, activities }: Shift): string =>
  activities
    .map((one) => `${one.activityTypeId} ${one.queueId ?? ''} ${one.startAt - startAt} ${one.endAt - startAt}`)
    .join();
