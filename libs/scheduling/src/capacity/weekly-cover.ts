/** A source of hours on contacts: how many there are, and what one costs. */
interface Source {
  readonly name: 'timeOff' | 'overtime' | 'outsourced';
  readonly hours: number;
  readonly price: number;
}

/** What a week needs beside its own people, in hours on contacts. */
export interface WeekNeed {
  readonly requiredHours: number;
  /** What own people give in their normal time. */
  readonly supplyHours: number;
  readonly overtimeMax: number;
  readonly timeOffMax: number;
  readonly outsourcedMin: number;
  readonly outsourcedMax: number;
  /** Prices of an hour on contacts. */
  readonly overtimePrice: number;
  readonly timeOffPrice: number;
  readonly outsourcedPrice: number;
  readonly shortPrice: number;
}

export interface WeekCover {
  readonly overtime: number;
  readonly timeOff: number;
  readonly outsourced: number;
  readonly short: number;
}

/**
 * The cheapest cover of one week: all may go home who may, and what is missing then is filled by whatever costs least an
 * hour, staying after all (the saving forgone) among it, until leaving it short is cheaper. The optimum of a linear
 * programme with one row, by merit order.
 */
export function coverWeek(need: WeekNeed): WeekCover {
  const cover = { overtime: 0, timeOff: need.timeOffMax, outsourced: need.outsourcedMin, short: 0 };
  let missing = need.requiredHours - need.supplyHours - need.outsourcedMin + need.timeOffMax;
  const sources: Source[] = [
    { name: 'timeOff', hours: need.timeOffMax, price: need.timeOffPrice },
    { name: 'overtime', hours: need.overtimeMax, price: need.overtimePrice },
    { name: 'outsourced', hours: need.outsourcedMax - need.outsourcedMin, price: need.outsourcedPrice },
  ];
  for (const { name, hours, price } of sources.sort((a, b) => a.price - b.price)) {
    if (missing <= 0 || price >= need.shortPrice) break;
    const used = Math.min(missing, Math.max(0, hours));
    cover[name] += name === 'timeOff' ? -used : used;
    missing -= used;
  }
  cover.short = Math.max(0, missing);
  return cover;
}
