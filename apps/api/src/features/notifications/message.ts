import type { NoticeRow } from './notices.repository.js';

/** What goes out at once to one person by one channel. */
export interface Message {
  /** Names this message for ever: Message-ID of the mail, tag of the push. */
  readonly claimId: string;
  readonly userId: string;
  readonly channel: 'mail' | 'push';
  readonly email: string;
  readonly name: string;
  readonly locale: 'en' | 'ja';
  /** Newest first, at least one. */
  readonly notices: readonly NoticeRow[];
  readonly attempts: number;
}

export type SendOutcome =
  | { readonly kind: 'sent' }
  /** Certainly not taken; may be tried again. */
  | { readonly kind: 'later'; readonly problem: string }
  /** Certainly not taken, and will not be. */
  | { readonly kind: 'refused'; readonly problem: string }
  /** The line broke when it may have been taken; never sent again. */
  | { readonly kind: 'uncertain'; readonly problem: string }
  | { readonly kind: 'nobody-there' };
