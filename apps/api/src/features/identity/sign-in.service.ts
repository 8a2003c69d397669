import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedInPerson } from '../../platform/context/authenticator.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { RateLimiter } from '../../platform/rate-limit/rate-limiter.js';
import { MembershipEntity, UserEntity } from './identity.entity.js';
import { passwordMatches } from './passwords.js';
import { SessionsService, type NewSession } from './sessions.service.js';

const WINDOW_SECONDS = 900;
const MOST_PER_EMAIL = 10;
const MOST_PER_ADDRESS = 100;

export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly person: SignedInPerson; readonly session: NewSession }
  | { readonly kind: 'wrong-credentials' }
  | { readonly kind: 'too-many-attempts'; readonly retryAfterSeconds: number };

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Network address the attempt comes from. */
  readonly address: string;
}

/** E-mail and password for a session. An unknown address and a wrong password are one answer. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly limiter: RateLimiter,
    private readonly sessions: SessionsService,
  ) {}

  async signIn(credentials: Credentials): Promise<SignInOutcome> {
    const email = credentials.email.trim().toLowerCase();
    const wait = await this.waitFor(email, credentials.address);
    if (wait !== null) return { kind: 'too-many-attempts', retryAfterSeconds: wait };
    const user = await this.database.withSecret('sign_in_email', email, (tx) => findWithHash(tx, email));
    // Who is invited and has not chosen a password has an empty hash, which is none.
    const right = await passwordMatches(user?.passwordHash || null, credentials.password);
    const person = right && user && !user.disabledAt ? await this.membershipOf(user.id) : null;
    if (!person) return { kind: 'wrong-credentials' };
    await this.limiter.forget(`sign-in-email:${email}`);
    // A whole centre signs in from one address when its shift begins: only wrong attempts count there.
    await this.limiter.giveBack(`sign-in-address:${credentials.address}`);
    return { kind: 'signed-in', person, session: await this.sessions.open(person) };
  }

  private async waitFor(email: string, address: string): Promise<number | null> {
    const byEmail = await this.limiter.hit({
      key: `sign-in-email:${email}`,
      most: MOST_PER_EMAIL,
      windowSeconds: WINDOW_SECONDS,
    });
    const byAddress = await this.limiter.hit({
      key: `sign-in-address:${address}`,
      most: MOST_PER_ADDRESS,
      windowSeconds: WINDOW_SECONDS,
    });
    return byEmail ?? byAddress;
  }

  /** Whoever belongs to several organisations lands in the one joined first. */
  private async membershipOf(userId: string): Promise<SignedInPerson | null> {
    const [membership] = await this.database.withUser(userId, (tx) =>
      tx.find(MembershipEntity, { where: { userId }, order: { createdAt: 'ASC' }, take: 1 }),
    );
    return membership ? { organisationId: membership.organisationId, userId, roles: membership.roles } : null;
  }
}

function findWithHash(tx: EntityManager, email: string): Promise<UserEntity | null> {
  return tx.findOne(UserEntity, { where: { email }, select: { id: true, passwordHash: true, disabledAt: true } });
}
