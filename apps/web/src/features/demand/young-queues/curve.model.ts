import type { QueueBeginningQuery, QueueCurveInput } from '../../../graphql/generated/graphql.js';

/** What the form of a typed curve holds. */
export interface CurveForm {
  /** Contacts of each weekday, Monday first; 0 = closed. */
  readonly contacts: readonly number[];
  /** Open hours, half-open, the same on every open day. */
  readonly opens: number;
  readonly closes: number;
  /** Relative weight of each of 24 hours, 0..100. */
  readonly shape: readonly number[];
  readonly handleSeconds: number;
  /** Percent. */
  readonly spread: number;
}

type SavedCurve = NonNullable<NonNullable<QueueBeginningQuery['queueBeginning']>['curve']>;

/** A working day with its peak before noon and a smaller one after, as most contact centres have. */
const USUAL_SHAPE = Array.from({ length: 24 }, (_, hour) =>
  Math.round(70 * Math.exp(-(((hour - 10.5) / 2.2) ** 2)) + 50 * Math.exp(-(((hour - 15) / 2.5) ** 2)) + 12),
);

export const NEW_CURVE: CurveForm = {
  contacts: [100, 100, 100, 100, 100, 0, 0],
  opens: 9,
  closes: 18,
  shape: USUAL_SHAPE,
  handleSeconds: 240,
  spread: 30,
};

/** Share of the day by open hour. */
export function hourShares({ shape, opens, closes }: CurveForm): readonly number[] {
  const open = shape.map((weight, hour) => (hour >= opens && hour < closes ? Math.max(weight, 0) : 0));
  const all = open.reduce((sum, weight) => sum + weight, 0);
  return open.map((weight) => (all > 0 ? weight / all : 0));
}

/** The curve to send, by the hour; null while there is nothing in it. */
export function curveInput(form: CurveForm): QueueCurveInput | null {
  const shares = hourShares(form);
  if (!form.contacts.some((value) => value > 0) || shares.every((share) => share === 0)) return null;
  return {
    stepMinutes: 60,
    weekdays: form.contacts.map((contacts) => ({
      contacts: shares.map((share, hour) =>
        contacts > 0 && hour >= form.opens && hour < form.closes ? Math.round(contacts * share * 1000) / 1000 : null,
      ),
    })),
    averageHandleSeconds: form.handleSeconds > 0 ? form.handleSeconds : null,
    levelSpread: Math.min(1, Math.max(0.02, form.spread / 100)),
  };
}

/** A saved curve as the form shows it: day totals, the hours that are open on any day, and the mean shape. */
export function formOfCurve({ weekdays, stepMinutes, averageHandleSeconds, levelSpread }: SavedCurve): CurveForm {
  const hours = new Array<number>(24).fill(0);
  const open = new Array<boolean>(24).fill(false);
  const contacts = weekdays.map(({ contacts: values }) => {
    values.forEach((value, index) => {
      const hour = Math.min(23, Math.floor((index * stepMinutes) / 60));
      if (value === null || value === undefined) return;
      hours[hour]! += value;
      open[hour] = true;
    });
    return Math.round(values.reduce<number>((sum, value) => sum + (value ?? 0), 0) * 10) / 10;
  });
  const most = Math.max(...hours, 1e-9);
  return {
    contacts,
    opens: Math.max(0, open.indexOf(true)),
    closes: open.lastIndexOf(true) + 1,
    shape: hours.map((value) => Math.round((100 * value) / most)),
    handleSeconds: averageHandleSeconds ?? 0,
    spread: Math.round(100 * levelSpread),
  };
}
