import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DAY_MILLIS } from '@yotei/time';
import { MoreThan } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { Clock } from '../../platform/clock/clock.js';
import type { SignedInPerson } from '../../platform/context/authenticator.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { MembershipEntity, SessionEntity, UserEntity } from './identity.entity.js';

export interface NewSession {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Sessions are random tokens of which the database knows only the hash: a stolen table opens no door. */
@Injectable()
export class SessionsService {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  async open(person: SignedInPerson): Promise<NewSession> {
    const token = randomBytes(32).toString('base64url');
    const now = new Date(this.clock.now());
    const expiresAt = new Date(now.getTime() + this.settings.YOTEI_SESSION_DAYS * DAY_MILLIS);
    await this.database.withTenant({ ...person, requestId: 'sign-in' }, (tx) =>
      tx.insert(SessionEntity, {
        organisationId: person.organisationId,
        id: uuidv7(),
        userId: person.userId,
        tokenSha256: sha256(token),
        createdAt: now,
        seenAt: now,
        expiresAt,
      }),
    );
    return { token, expiresAt };
  }

  async close(token: string): Promise<void> {
    await this.database.withSecret('session_sha256', sha256(token), (tx) =>
      tx.delete(SessionEntity, { tokenSha256: sha256(token) }),
    );
  }

  /** Roles are read each time: taking one away works at once. */
  async personOf(token: string): Promise<SignedInPerson | null> {
    const tokenSha256 = sha256(token);
    return this.database.withSecret('session_sha256', tokenSha256, async (tx) => {
      const session = await tx.findOneBy(SessionEntity, {
        tokenSha256,
        expiresAt: MoreThan(new Date(this.clock.now())),
      });
      if (!session) return null;
      const { organisationId, userId } = session;
      await tx.query(`select set_config('app.organisation', $1, true)`, [organisationId]);
      const membership = await tx.findOneBy(MembershipEntity, { organisationId, userId });
      const user = membership && (await tx.findOneBy(UserEntity, { id: userId }));
      return user && !user.disabledAt ? { organisationId, userId, roles: membership.roles } : null;
    });
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
