/** What was typed into a cell, read against the number that stood there. */
export type ReadEntry =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'percent'; readonly percent: number; readonly value: number }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unreadable' };

const PLAIN = /^=?(\d+(?:\.\d+)?|\.\d+)$/;
const CHANGE = /^([+-])(\d+(?:\.\d+)?)(%?)$/;

/**
 * `120` and `=120` set, `+10%` and `-10%` scale, `+5` and `-5` add. Thousands commas, full-width figures and the true
 * minus are read as people write them. An empty cell of a paste changes nothing; nothing becomes negative.
 */
export function readEntry(text: string, current: number): ReadEntry {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[,\s]/g, '');
  if (plain === '') return { kind: 'nothing' };
  const set = PLAIN.exec(plain);
  if (set) return { kind: 'value', value: Number(set[1]) };
  const change = CHANGE.exec(plain);
  if (!change) return { kind: 'unreadable' };
  const amount = Number(change[2]) * (change[1] === '-' ? -1 : 1);
  if (!change[3]) return { kind: 'value', value: Math.max(0, round(current + amount)) };
  if (amount < -100) return { kind: 'unreadable' };
  return { kind: 'percent', percent: amount, value: round(current * (1 + amount / 100)) };
}

const round = (value: number) => Math.round(value * 1000) / 1000;
