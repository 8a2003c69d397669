import type { Fault } from './fault.js';

/** A JSON text as a value, or what keeps it from being one. */
export type JsonText =
  { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'refused'; readonly faults: readonly Fault[] };

/** Levels of lists and objects inside each other; roster files need five. */
const MOST_LEVELS = 64;

const BLANK = /[ \t\n\r]*/y;
const TOKEN =
  // eslint-disable-next-line no-control-regex -- JSON forbids control characters inside texts, so the pattern must name them
  /[{}[\]:,]|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;

/** An object or list that is open: its path, what it holds so far, and what may come next. */
interface Level {
  readonly path: string;
  readonly keys: Set<string> | null;
  count: number;
  key: string;
  expects: 'first' | 'key' | 'colon' | 'value' | 'comma';
}

/**
 * Parses JSON as RFC 8259 has it, a byte-order mark allowed. Names the line and column of the first slip of syntax with
 * its likely cure, fields written twice (of which `JSON.parse` would silently keep the last), and nesting beyond 64 levels.
 */
export function parseJsonText(text: string): JsonText {
  const plain = text.replace(/^\uFEFF/, '');
  if (/^[ \t\n\r]*$/.test(plain)) return refused('is empty; expected an object { … }');
  const scan = new JsonScan(plain);
  const slip = scan.run();
  if (slip) return { kind: 'refused', faults: [slip] };
  return scan.repeated.length > 0
    ? { kind: 'refused', faults: scan.repeated }
    : { kind: 'value', value: JSON.parse(plain) };
}

const refused = (message: string): JsonText => ({ kind: 'refused', faults: [{ path: '(file)', message }] });

/** One pass over the text, token by token, without recursion: a file may be nested as deep as it likes. */
class JsonScan {
  readonly repeated: Fault[] = [];
  private readonly open: Level[] = [];
  private at = 0;
  private isDone = false;

  constructor(private readonly text: string) {}

  /** The first slip, or null. */
  run(): Fault | null {
    for (;;) {
      BLANK.lastIndex = this.at;
      this.at += BLANK.exec(this.text)![0].length;
      if (this.at >= this.text.length) return this.isDone ? null : this.slip(this.unfinished());
      TOKEN.lastIndex = this.at;
      const token = TOKEN.exec(this.text)?.[0];
      if (this.isDone) return this.slip(`${this.shown()} must not follow the end of the object; take it out`);
      if (token === undefined) return this.slip(this.notJson());
      const wrong = this.take(token);
      if (wrong !== null) return this.slip(wrong);
      this.at += token.length;
    }
  }

  private take(token: string): string | null {
    const level = this.open.at(-1);
    if (token === '}' || token === ']') return this.close(token, level);
    if (!level) return this.value(token, '');
    if (level.expects === 'colon')
      return token === ':' ? this.next(level, 'value') : `a colon must stand before ${this.shown()}`;
    if (level.expects === 'comma') {
      if (token === ',') return this.next(level, level.keys ? 'key' : 'value');
      return `a comma must stand before ${this.shown()}`;
    }
    if (level.keys && level.expects !== 'value') return this.field(level, level.keys, token);
    const path = level.keys ? join(level.path, level.key) : `${level.path}[${level.count}]`;
    return this.value(token, path);
  }

  private next(level: Level, expects: Level['expects']): null {
    level.expects = expects;
    return null;
  }

  private field(level: Level, keys: Set<string>, token: string): string | null {
    if (!token.startsWith('"')) return `${this.shown()} must be the name of a field in double quotes`;
    level.key = JSON.parse(token) as string;
    if (keys.has(level.key)) {
      this.repeated.push({
        path: join(level.path, level.key),
        message: 'is written twice in one object; keep one of them',
      });
    }
    keys.add(level.key);
    return this.next(level, 'colon');
  }

  private value(token: string, path: string): string | null {
    if (token === ':' || token === ',') return `a value must stand before ${this.shown()}`;
    const level = this.open.at(-1);
    if (level) {
      level.count++;
      level.expects = 'comma';
    }
    if (token === '{' || token === '[') {
      if (this.open.length >= MOST_LEVELS)
        return `lists and objects must not be nested deeper than ${MOST_LEVELS} levels`;
      this.open.push({ path, keys: token === '{' ? new Set() : null, count: 0, key: '', expects: 'first' });
    } else if (!level) this.isDone = true;
    return null;
  }

  private close(token: string, level: Level | undefined): string | null {
    if (!level) return `${token} must not stand here; nothing is open`;
    const own = level.keys ? '}' : ']';
    if (token !== own) return `${token} must be ${own}, which closes ${level.path || 'the file'}`;
    if (level.expects === 'key' || (level.expects === 'value' && !level.keys))
      return `the comma before ${token} must be taken out`;
    if (level.expects !== 'first' && level.expects !== 'comma') return `a value must stand before ${token}`;
    this.open.pop();
    this.isDone = this.open.length === 0;
    return null;
  }

  private unfinished(): string {
    const level = this.open.at(-1);
    return `the file ends early${level ? `; ${level.path || 'its object'} is not closed with ${level.keys ? '}' : ']'}` : ''}`;
  }

  private notJson(): string {
    const rest = this.text.slice(this.at, this.at + 12);
    if (/^-?(NaN|Infinity)/.test(rest))
      return `${this.shown()} is no JSON number; write a number or leave the field out`;
    if (rest.startsWith('"'))
      return `${this.shown()} is a text that is not closed, or holds a line end or a wrong \\ escape`;
    if (rest.startsWith("'") || /^[“”„]/.test(rest)) return `${this.shown()} must stand in straight double quotes`;
    if (rest.startsWith('//') || rest.startsWith('/*') || rest.startsWith('#'))
      return 'comments are not part of JSON; take them out';
    return `${this.shown()} is not JSON; texts stand in double quotes, numbers are written like 0.5`;
  }

  /** The characters at hand up to the next blank, for messages. */
  private shown(): string {
    return /[^\s,:\]}]{0,20}/.exec(this.text.slice(this.at, this.at + 20))![0] || this.text.charAt(this.at);
  }

  private slip(message: string): Fault {
    const before = this.text.slice(0, this.at).split('\n');
    return {
      path: '(file)',
      message: `is not JSON at line ${before.length}, column ${before.at(-1)!.length + 1}: ${message}`,
    };
  }
}

const join = (path: string, key: string): string => (path ? `${path}.${key}` : key);
