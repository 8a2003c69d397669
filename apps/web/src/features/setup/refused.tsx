import type { Refusal } from './use-saving.js';

/** Why nothing was stored, beside what was to be stored. */
export function Refused({ refusal }: { readonly refusal: Refusal | null }) {
  return refusal ? (
    <p role="alert" className="su-refused">
      {refusal.message}
    </p>
  ) : null;
}
