import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { RateLimiter } from '../../../platform/rate-limit/rate-limiter.js';
import { hashPassword } from '../passwords.js';
import { PeopleRepository } from './people.repository.js';
import { faultOfPassword, type PersonFault } from './person.js';

const MOST_TRIES = 20;
const WINDOW_SECONDS = 900;
const TOKEN = /^[\w-]{43}$/;

export type AcceptedInvitation =
  | { readonly kind: 'accepted'; readonly email: string }
  | { readonly kind: 'over' }
  | { readonly kind: 'too-many'; readonly waitSeconds: number }
  | ({ readonly kind: 'invalid' } & PersonFault);

/** Who holds a link sets the password that it was made for, once. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly limits: RateLimiter,
    private readonly clock: Clock,
  ) {}

  async accept(
    token: string,
    password: string,
    from: { readonly address: string; readonly requestId: string },
  ): Promise<AcceptedInvitation> {
    const key = `invitation-address:${from.address}`;
    const waitSeconds = await this.limits.hit({ key, most: MOST_TRIES, windowSeconds: WINDOW_SECONDS });
    if (waitSeconds !== null) return { kind: 'too-many', waitSeconds };
    const fault = faultOfPassword(password);
    if (fault) return { kind: 'invalid', ...fault };
    if (!TOKEN.test(token)) return { kind: 'over' };
    const hash = await hashPassword(password);
    const email = await this.people.accept(token, this.clock.now(), async (tx, invitation) => {
      await this.people.used(tx, invitation.userId);
      await this.people.setPassword(tx, invitation.userId, hash);
      await this.people.audit(tx, from, { action: 'user.password-set', id: invitation.userId });
      return invitation.email;
    });
    if (email === null) return { kind: 'over' };
    // A whole team opens its links from one address on its first day.
    await this.limits.giveBack(key);
    return { kind: 'accepted', email };
  }
}
