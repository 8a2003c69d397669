const MOST_LINES = 20;

/** One thing wrong with the input: where, and what is expected instead. */
export interface Problem {
  readonly file?: string;
  /** Line of the file, 1 = the first. */
  readonly line?: number;
  /** Column, option or field. */
  readonly field?: string;
  readonly message: string;
}

/** Characters of a message before its middle is left out: a cell can hold a whole file. */
const LONGEST_MESSAGE = 400;
/** Kept of the end of a long message, where the remedy stands. */
const KEPT_END = 150;

/** One line of readable characters, whatever the file held. */
function oneLine(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]+/gu, ' ');
  return plain.length <= LONGEST_MESSAGE
    ? plain
    : `${plain.slice(0, LONGEST_MESSAGE - KEPT_END)} … ${plain.slice(-KEPT_END)}`;
}

function lineOf({ file, line, field, message }: Problem): string {
  const place = file === undefined ? '' : line === undefined ? `${file}: ` : `${file}:${line}: `;
  const text = `${place}${field === undefined ? '' : `${field}: `}${message}`;
  // What is said of an option may point at a place in a line below; what a file holds may hold anything.
  return file === undefined ? text : oneLine(text);
}

/** Ends a command with exit code 2; the frame prints its problems. */
export class BadInputError extends Error {
  constructor(readonly problems: ProblemList) {
    super(problems.lines().join('\n'));
    this.name = 'BadInputError';
  }
}

/** Gathers everything wrong with an input in one pass, so that it can be mended in one go. */
export class ProblemList {
  private readonly kept: Problem[] = [];
  private total = 0;

  add(problem: Problem): void {
    this.total += 1;
    if (this.kept.length < MOST_LINES) this.kept.push(problem);
  }

  addAll(other: ProblemList): void {
    for (const problem of other.kept) this.add(problem);
    this.total += other.total - other.kept.length;
  }

  get count(): number {
    return this.total;
  }

  /** One line a problem, at most 20, then how many more there are. */
  lines(): readonly string[] {
    const lines = this.kept.map(lineOf);
    return this.total > this.kept.length ? [...lines, `… and ${this.total - this.kept.length} more problems`] : lines;
  }

  throwIfAny(): void {
    if (this.total > 0) throw new BadInputError(this);
  }
}

/** The error for a single problem found before any file is read. */
export function badInput(problem: Problem): BadInputError {
  const problems = new ProblemList();
  problems.add(problem);
  return new BadInputError(problems);
}
