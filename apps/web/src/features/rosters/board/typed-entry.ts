import { readClock } from './clock-text.js';

/** One shift as typed or pasted: clock minutes of the day; `untilMinute` may pass 1440 for a night shift. */
export interface TypedShift {
  readonly fromMinute: number;
  readonly untilMinute: number;
  /** Named by its title, or null when only times were given. */
  readonly templateId: string | null;
  /** `lengthMinutes` null: the usual length. Times of an activity before the start are on the next day. */
  readonly activities: readonly {
    readonly code: string;
    readonly atMinute: number;
    readonly lengthMinutes: number | null;
  }[];
}

export type EntryProblem =
  'no-span' | 'bad-time' | 'unknown-word' | 'ambiguous-word' | 'no-time' | 'bad-length' | 'outside-shift';

export type TypedEntry =
  | { readonly kind: 'empty' }
  | { readonly kind: 'off' }
  | { readonly kind: 'shift'; readonly shift: TypedShift }
  /** `at`: the part of the text that could not be read. */
  | { readonly kind: 'unreadable'; readonly problem: EntryProblem; readonly at: string };

/** What may be named in an entry, in any language of the product. */
export interface EntryWords {
  readonly activities: readonly { readonly code: string; readonly names: readonly string[] }[];
  readonly templates: readonly {
    readonly id: string;
    readonly title: string;
    readonly earliestStartMinute: number;
    readonly lengthMinutes: number;
  }[];
}

const OFF = new Set(['off', 'day off', 'free', '-', '休み', 'お休み', '公休', '休日']);
const SEPARATORS = /^[\s,;、。・/]+/;
const UNTIL = /^\s*(?:-|–|—|−|~|〜|ー|から|to(?![a-z]))\s*/;
const LATIN_END = /[a-z]$/;

/** Thrown inside this file only: the reader stops at the first thing it cannot read. */
class Unreadable extends Error {
  constructor(
    readonly problem: EntryProblem,
    readonly at: string,
  ) {
    super(problem);
  }
}

/**
 * Reads `9-17 lunch 12`, `9:00-17:30; lunch 12:30+45, break 15`, `9時〜17時 昼12`, `22-6`, `early 8:30` (a template and
 * its start) or `off`. An end before the start means the next day. What cannot be read is named, never guessed.
 */
export function readEntry(text: string, words: EntryWords): TypedEntry {
  const plain = text.normalize('NFKC').toLowerCase().trim();
  if (plain === '') return { kind: 'empty' };
  if (OFF.has(plain)) return { kind: 'off' };
  try {
    return { kind: 'shift', shift: new EntryReader(plain, words).shift() };
  } catch (problem) {
    if (problem instanceof Unreadable) return { kind: 'unreadable', problem: problem.problem, at: problem.at };
    throw problem;
  }
}

/** Walks through the text from left to right. */
class EntryReader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly words: EntryWords,
  ) {}

  shift(): TypedShift {
    const span = this.template() ?? this.span();
    const activities: TypedShift['activities'][number][] = [];
    for (this.skip(SEPARATORS); this.at < this.text.length; this.skip(SEPARATORS)) {
      activities.push(this.activity(span));
    }
    return { ...span, activities };
  }

  private get rest(): string {
    return this.text.slice(this.at);
  }

  /** The word at hand, for a message. */
  private get word(): string {
    return /^[^\s,;、]+/.exec(this.rest)?.[0] ?? this.rest;
  }

  private skip(form: RegExp): boolean {
    const found = form.exec(this.rest);
    this.at += found?.[0].length ?? 0;
    return found !== null;
  }

  private time(missing: EntryProblem): number {
    const read = readClock(this.rest);
    if (!read) throw new Unreadable(missing, this.word);
    if (read.minute === null) throw new Unreadable('bad-time', this.word);
    this.at += read.length;
    return read.minute;
  }

  private span(): Omit<TypedShift, 'activities'> {
    const whole = this.word;
    const fromMinute = this.time('no-span');
    if (!this.skip(UNTIL)) throw new Unreadable('no-span', whole);
    const endMinute = this.time('no-span');
    this.skip(/^まで/);
    if (fromMinute >= 1440) throw new Unreadable('bad-time', whole);
    return { fromMinute, untilMinute: after(fromMinute, endMinute), templateId: null };
  }

  /** A template's title, and its start when that is typed too. */
  private template(): Omit<TypedShift, 'activities'> | null {
    const found = this.words.templates
      .filter(({ title }) => startsWithWord(this.rest, title.normalize('NFKC').toLowerCase()))
      .sort((a, b) => b.title.length - a.title.length)[0];
    if (!found) return null;
    this.at += found.title.normalize('NFKC').length;
    this.skip(SEPARATORS);
    const fromMinute = /^\d/.test(this.rest) ? this.time('no-span') : found.earliestStartMinute;
    if (this.skip(UNTIL)) return { fromMinute, untilMinute: after(fromMinute, this.time('no-span')), templateId: null };
    return { fromMinute, untilMinute: fromMinute + found.lengthMinutes, templateId: found.id };
  }

  private activity(span: Omit<TypedShift, 'activities'>): TypedShift['activities'][number] {
    const whole = this.word;
    const code = this.activityName();
    this.skip(/^[\s:]+/);
    const clock = this.time('no-time');
    const atMinute = clock < span.fromMinute ? clock + 1440 : clock;
    const lengthMinutes = this.length(atMinute);
    if (atMinute + (lengthMinutes ?? 1) > span.untilMinute) throw new Unreadable('outside-shift', whole);
    return { code, atMinute, lengthMinutes };
  }

  /** `+45`, `45m`, `45分` or `-12:45` after a time; null when none is given. */
  private length(atMinute: number): number | null {
    const found =
      /^\s*(?:\+\s*(\d{1,3})(?:\s*(?:minutes|min|m|分))?|(?:\s*)(\d{1,3})\s*(?:minutes|min|m|分))(?![a-z\d])/.exec(
        this.rest,
      );
    if (found) {
      const minutes = Number(found[1] ?? found[2]);
      if (minutes === 0) throw new Unreadable('bad-length', found[0].trim());
      this.at += found[0].length;
      return minutes;
    }
    if (/^\s*\+/.test(this.rest)) throw new Unreadable('bad-length', this.word);
    if (!this.skip(UNTIL)) return null;
    const end = this.time('bad-length');
    this.skip(/^まで/);
    return after(atMinute, end + (atMinute >= 1440 ? 1440 : 0)) - atMinute;
  }

  private activityName(): string {
    const { activities } = this.words;
    const exact = activities
      .flatMap(({ code, names }) => names.map((name) => ({ code, name: name.normalize('NFKC').toLowerCase() })))
      .filter(({ name }) => startsWithWord(this.rest, name))
      .sort((a, b) => b.name.length - a.name.length)[0];
    if (exact) {
      this.at += exact.name.length;
      return exact.code;
    }
    const begun = /^[^\d\s+;:,、-]+/.exec(this.rest)?.[0] ?? '';
    if (begun === '') throw new Unreadable('unknown-word', this.word);
    const codes = new Set(
      activities
        .filter(({ names }) => names.some((name) => name.normalize('NFKC').toLowerCase().startsWith(begun)))
        .map(({ code }) => code),
    );
    if (codes.size !== 1) throw new Unreadable(codes.size === 0 ? 'unknown-word' : 'ambiguous-word', begun);
    this.at += begun.length;
    return [...codes][0]!;
  }
}

/** The text begins with the name, and a Latin name does not go on as another word. */
function startsWithWord(text: string, name: string): boolean {
  return name !== '' && text.startsWith(name) && !(LATIN_END.test(name) && /^[a-z]/.test(text.slice(name.length)));
}

/** The end on the day of the start, or on the next when it is not after it. */
function after(start: number, end: number): number {
  return end > start ? end : end + 1440;
}
