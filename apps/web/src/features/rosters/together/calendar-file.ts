import { instantOf, type BoardModel } from '../board/index.js';

const stamp = (at: number): string =>
  new Date(at)
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d{3}/, '');

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** Octets of one sign in UTF-8. */
function octetsOf(sign: string): number {
  const code = sign.codePointAt(0)!;
  if (code < 0x80) return 1;
  return code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** Lines longer than 75 octets go on in the next, which begins with a space (RFC 5545, 3.1); signs are never cut. */
function folded(line: string): string {
  let text = '';
  let used = 0;
  for (const sign of line) {
    const octets = octetsOf(sign);
    if (used + octets > 75) {
      text += '\r\n ';
      used = 1;
    }
    text += sign;
    used += octets;
  }
  return text;
}

interface CalendarOf {
  readonly agents: readonly number[];
  /** Now: when the file was made. */
  readonly at: number;
  readonly summaryOf: (agent: number) => string;
}

/** The shifts of these agents as a calendar file (iCalendar, RFC 5545), in UTC. */
export function calendarOf(model: BoardModel, { agents, at, summaryOf }: CalendarOf): string {
  const events = agents.flatMap((agent) =>
    (model.shifts[agent] ?? []).flatMap((shift) => [
      'BEGIN:VEVENT',
      `UID:${shift.id}@yotei`,
      `DTSTAMP:${stamp(at)}`,
      `DTSTART:${stamp(instantOf(model, shift.start))}`,
      `DTEND:${stamp(instantOf(model, shift.start + shift.length))}`,
      `SUMMARY:${escaped(summaryOf(agent))}`,
      'END:VEVENT',
    ]),
  );
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Yotei//Roster//EN', ...events, 'END:VCALENDAR'];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
