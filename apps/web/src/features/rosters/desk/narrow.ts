/** Up to here the panel lies under the board, out of sight; see narrow.css. */
const NARROW = '(max-width: 760px)';

export function isNarrow(): boolean {
  return typeof matchMedia === 'function' && matchMedia(NARROW).matches;
}
