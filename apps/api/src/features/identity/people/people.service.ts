import { Inject, Injectable } from '@nestjs/common';
import { DAY_MILLIS } from '@yotei/time';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { SETTINGS, type Settings } from '../../../config/settings.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { MailChannel } from '../../notifications/index.js';
import { AgentsService } from '../../organisation/agents.service.js';
import { hashPassword } from '../passwords.js';
import { invitationMail } from './invitation-mail.js';
import { PeopleRepository } from './people.repository.js';
import {
  faultOfDraft,
  faultOfEmail,
  faultOfPassword,
  INVITATION_DAYS,
  type PersonDraft,
  type PersonFault,
  type PersonRecord,
} from './person.js';

export interface NewPerson extends PersonDraft {
  readonly email: string;
  /** Null: they are sent a link and choose their own. */
  readonly password: string | null;
}

/** A link to hand over, and whether a mail with it has left. */
export interface Invitation {
  readonly path: string;
  readonly isMailed: boolean;
}

export type SavedPerson =
  | { readonly kind: 'saved'; readonly person: PersonRecord; readonly invitation: Invitation | null }
  | ({ readonly kind: 'invalid' } & PersonFault)
  | { readonly kind: 'not-found' }
  | { readonly kind: 'last-admin' };

const UNIQUE_VIOLATION = '23505';
const invalid = (fault: PersonFault): SavedPerson => ({ kind: 'invalid', ...fault });

/** Who signs in to an organisation and what they may do: for its administrators. */
@Injectable()
export class PeopleService {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: TenantDatabase,
    private readonly people: PeopleRepository,
    private readonly agents: AgentsService,
    private readonly mail: MailChannel,
    private readonly clock: Clock,
  ) {}

  all(context: RequestContext): Promise<PersonRecord[]> {
    return this.people.all(context);
  }

  /** With a first password, or with a link that is mailed where a mail server is set and shown once in any case. */
  async add(context: RequestContext, draft: NewPerson): Promise<SavedPerson> {
    const email = draft.email.trim().toLowerCase();
    const fault =
      faultOfDraft(draft) ?? faultOfEmail(email) ?? (draft.password === null ? null : faultOfPassword(draft.password));
    if (fault) return invalid(fault);
    const passwordHash = draft.password === null ? '' : await hashPassword(draft.password);
    try {
      const made = await this.database.withTenant(context, async (tx) => {
        const id = await this.people.insert(tx, { ...draft, name: draft.name.trim(), email, passwordHash });
        const taken = await this.linkAgent(context, tx, { id, agentId: draft.agentId });
        if (taken) throw new TakenAgent(taken);
        await this.people.audit(tx, context, { action: 'user.added', id, after: { email, roles: draft.roles } });
        const token = draft.password === null ? await this.newLink(tx, id) : null;
        return { person: (await this.people.find(tx, id))!, token };
      });
      return this.saved(context, made);
    } catch (error) {
      if (error instanceof TakenAgent) return invalid(error.fault);
      if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === UNIQUE_VIOLATION)
        return invalid({ path: 'email', message: 'this address has an account already' });
      throw error;
    }
  }

  async change(context: RequestContext, id: string, draft: PersonDraft): Promise<SavedPerson> {
    const fault = faultOfDraft(draft);
    if (fault) return invalid(fault);
    return this.changing(context, id, async (tx, before) => {
      if (!draft.roles.includes('admin') && (await this.isLastAdmin(context, before))) return { kind: 'last-admin' };
      const taken = await this.linkAgent(context, tx, { id, agentId: draft.agentId });
      if (taken) return invalid(taken);
      await this.people.update(tx, id, { ...draft, name: draft.name.trim() });
      const [roles, name] = [before.roles, before.name];
      const after = { name: draft.name.trim(), roles: draft.roles };
      await this.people.audit(tx, context, { action: 'user.changed', id, before: { name, roles }, after });
      return null;
    });
  }

  /** Nobody locks themselves out by mistake: another administrator does it. */
  async setAway(context: RequestContext, id: string, isAway: boolean): Promise<SavedPerson> {
    if (isAway && id === context.userId)
      return invalid({ path: 'id', message: 'nobody puts themselves away; ask another administrator' });
    return this.changing(context, id, async (tx, before) => {
      if (isAway && (await this.isLastAdmin(context, before))) return { kind: 'last-admin' };
      await this.people.setAway(tx, id, isAway);
      await this.people.audit(tx, context, { action: isAway ? 'user.put-away' : 'user.brought-back', id });
      return null;
    });
  }

  /** A new link to set a password, for who never came or forgot it; links made before stop working. */
  async renewInvitation(context: RequestContext, id: string): Promise<SavedPerson> {
    const made = await this.database.withTenant(context, async (tx) => {
      const person = await this.people.find(tx, id);
      if (!person || person.state === 'away') return null;
      const token = await this.newLink(tx, id);
      await this.people.audit(tx, context, { action: 'user.invited', id });
      return { person: (await this.people.find(tx, id))!, token };
    });
    return made ? this.saved(context, made) : { kind: 'not-found' };
  }

  private async changing(
    context: RequestContext,
    id: string,
    work: (tx: EntityManager, before: PersonRecord) => Promise<SavedPerson | null>,
  ): Promise<SavedPerson> {
    return this.database.withTenant(context, async (tx) => {
      await this.people.lock(tx);
      const before = await this.people.find(tx, id);
      if (!before) return { kind: 'not-found' };
      const refused = await work(tx, before);
      return refused ?? { kind: 'saved', person: (await this.people.find(tx, id))!, invitation: null };
    });
  }

  /** Whether nobody else could administer. Who is only invited might never come. */
  private async isLastAdmin(context: RequestContext, person: PersonRecord): Promise<boolean> {
    if (!person.roles.includes('admin') || person.state !== 'active') return false;
    const others = (await this.people.all(context)).filter(({ id }) => id !== person.id);
    return !others.some(({ roles, state }) => state === 'active' && roles.includes('admin'));
  }

  private async linkAgent(
    context: RequestContext,
    tx: EntityManager,
    { id, agentId }: { readonly id: string; readonly agentId: string | null },
  ): Promise<PersonFault | null> {
    const isFree = await this.agents.linkUser(context, tx, { userId: id, agentId });
    return isFree ? null : { path: 'agentId', message: 'there is no such agent, or another person is this agent' };
  }

  private newLink(tx: EntityManager, userId: string): Promise<string> {
    return this.people.invite(tx, userId, this.clock.now() + INVITATION_DAYS * DAY_MILLIS);
  }

  /** The mail leaves after the commit: a link that leads nowhere helps nobody. */
  private async saved(
    context: RequestContext,
    { person, token }: { readonly person: PersonRecord; readonly token: string | null },
  ): Promise<SavedPerson> {
    if (token === null) return { kind: 'saved', person, invitation: null };
    // Behind the hash, so that no server's log holds it.
    const path = `/invitation#${token}`;
    const url = new URL(path, this.settings.YOTEI_PUBLIC_URL).href;
    const { name, email } = person;
    const isMailed =
      this.mail.isOn &&
      (await this.mail.post({ id: uuidv7(), to: { name, address: email }, ...invitationMail(person, url) })).kind ===
        'sent';
    return { kind: 'saved', person, invitation: { path, isMailed } };
  }
}

/** Takes the whole of an insertion back. */
class TakenAgent extends Error {
  constructor(readonly fault: PersonFault) {
    super(fault.message);
  }
}
