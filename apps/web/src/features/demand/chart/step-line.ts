/** What of a canvas a line needs; a bench and a test count the calls. */
export interface LinePen {
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  stroke(): void;
}

/**
 * Strokes the values `[from, until)` as steps; NaN leaves a gap. Where several intervals share a pixel only their
 * lowest and highest are drawn, so that eight weeks of quarter-hours cost no more than the screen is wide.
 */
export function strokeSteps(
  pen: LinePen,
  values: Float64Array,
  of: {
    readonly from: number;
    readonly until: number;
    readonly xOf: (index: number) => number;
    readonly yOf: (value: number) => number;
  },
): void {
  const { from, until, xOf, yOf } = of;
  let open = false;
  pen.beginPath();
  for (let i = from; i < until;) {
    const value = values[i]!;
    if (Number.isNaN(value)) {
      open = false;
      i += 1;
      continue;
    }
    const left = xOf(i);
    const pixel = Math.floor(left);
    let [low, high, last] = [value, value, value];
    let next = i + 1;
    while (next < until && Math.floor(xOf(next)) === pixel && !Number.isNaN(values[next]!)) {
      last = values[next]!;
      low = Math.min(low, last);
      high = Math.max(high, last);
      next += 1;
    }
    if (open) pen.lineTo(left, yOf(value));
    else pen.moveTo(left, yOf(value));
    if (next > i + 1) {
      pen.lineTo(left, yOf(high));
      pen.lineTo(left, yOf(low));
      pen.lineTo(left, yOf(last));
    }
    pen.lineTo(xOf(next), yOf(last));
    open = true;
    i = next;
  }
  pen.stroke();
}
