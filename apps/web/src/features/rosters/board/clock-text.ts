/** Minutes of the day; 24:00 is the only time past 23:59 that is read. */
export function clockMinutes(hour: string | undefined, minute: string | undefined): number | null {
  const h = Number(hour);
  const m = Number(minute ?? '0');
  if (!Number.isInteger(h) || !Number.isInteger(m) || m > 59 || h > 24 || (h === 24 && m > 0)) return null;
  return h * 60 + m;
}

export interface ReadTime {
  /** Minutes of the day, or null for what looks like a time and is none, such as 25:00. */
  readonly minute: number | null;
  /** Characters read. */
  readonly length: number;
}

const FORMS: readonly RegExp[] = [
  /^(?<hour>\d{1,2}):(?<minute>\d{2})(?!\d)/,
  /^(?<hour>\d{1,2})時(?:(?<half>半)|(?<minute>\d{1,2})分?)?/,
  /^(?<hour>\d{1,2})[.h](?<minute>\d{2})(?!\d)/,
  /^(?<hour>\d{1,2})(?<minute>\d{2})(?!\d)/,
  /^(?<hour>\d{1,2})(?!\d)/,
];

/**
 * A clock time at the beginning of a text, already normalised (NFKC) and in small letters: `9`, `9:30`, `9.30`, `0930`,
 * `9am`, `9時`, `9時半`, `9時30分`. Null when the text does not begin with digits.
 */
export function readClock(text: string): ReadTime | null {
  for (const form of FORMS) {
    const found = form.exec(text);
    if (!found?.groups) continue;
    const { hour, minute, half } = found.groups;
    const plain = clockMinutes(hour, half ? '30' : minute);
    const half12 = /^\s?(am|pm)(?![a-z])/.exec(text.slice(found[0].length));
    if (!half12) return { minute: plain, length: found[0].length };
    return { minute: inHalfDay(plain, half12[1]!), length: found[0].length + half12[0].length };
  }
  return /^\d/.test(text) ? { minute: null, length: /^\d+/.exec(text)![0].length } : null;
}

function inHalfDay(minute: number | null, half: string): number | null {
  if (minute === null || minute < 60 || minute >= 780) return null;
  return (minute % 720) + (half === 'pm' ? 720 : 0);
}
