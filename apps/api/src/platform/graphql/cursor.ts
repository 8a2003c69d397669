/** An opaque position in a list that grows: the sort key of the last row seen. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key again, or null when the text is none of ours. */
export function decodeCursor(cursor: string, length: number): readonly string[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(key) && key.length === length && key.every((part) => typeof part === 'string') ? key : null;
  } catch {
    return null;
  }
}

/** Rows asked for: at least one, at most `most`. */
export function pageSize(first: number, most = 500): number {
  return Math.max(1, Math.min(most, Math.trunc(first)));
}
