import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { stringifySetCookie } from 'cookie';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { CurrentContext, MaybeContext } from '../../platform/context/current.decorators.js';
import type { GraphqlContext } from '../../platform/context/graphql-context.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { SESSION_COOKIE, sessionTokenOf } from '../../platform/context/request-identity.js';
import { permissionsOf } from '../../platform/permissions/permissions.js';
import { AllowAnonymous, RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { AgentsService } from '../organisation/agents.service.js';
import { Agent, Organisation } from '../organisation/index.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import {
  SignedIn,
  SignInResult,
  TooManyAttempts,
  Viewer,
  WrongCredentials,
  type Role,
} from './identity.graphql-types.js';
import { SessionsService } from './sessions.service.js';
import { SignInService, type SignInOutcome } from './sign-in.service.js';
import { UserAccountsService } from './user-accounts.service.js';

@Resolver(() => Viewer)
export class IdentityResolver {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly signIns: SignInService,
    private readonly sessions: SessionsService,
    private readonly users: UserAccountsService,
    private readonly organisations: OrganisationService,
    private readonly agents: AgentsService,
  ) {}

  @Query(() => Viewer, { nullable: true })
  @AllowAnonymous()
  async viewer(@MaybeContext() context: RequestContext | null): Promise<Viewer | null> {
    return context?.userId ? this.viewerOf(context) : null;
  }

  @ResolveField(() => Organisation)
  organisation(@CurrentContext() context: RequestContext): Promise<Organisation> {
    return this.organisations.organisation(context);
  }

  @ResolveField(() => Agent, { nullable: true, description: 'The agent this user is, when one; opens My week.' })
  agent(@CurrentContext() context: RequestContext): Promise<Agent | null> {
    return this.agents.ofUser(context, context.userId!);
  }

  @Mutation(() => SignInResult)
  @AllowAnonymous()
  async signIn(
    @Args('email', { type: () => String }) email: string,
    @Args('password', { type: () => String }) password: string,
    @Context() graphql: GraphqlContext,
  ): Promise<typeof SignInResult> {
    const outcome = await this.signIns.signIn({
      email,
      password,
      address: graphql.request.socket.remoteAddress ?? 'unknown',
    });
    return outcome.kind === 'signed-in' ? this.welcome(outcome, graphql) : refusal(outcome);
  }

  @Mutation(() => Boolean)
  @RequirePermission('session.end')
  async signOut(@Context() graphql: GraphqlContext): Promise<boolean> {
    const token = sessionTokenOf(graphql.request as Parameters<typeof sessionTokenOf>[0]);
    if (token) await this.sessions.close(token);
    this.setCookie(graphql, '', new Date(0));
    return true;
  }

  private async welcome(
    { person, session }: Extract<SignInOutcome, { kind: 'signed-in' }>,
    graphql: GraphqlContext,
  ): Promise<SignedIn> {
    this.setCookie(graphql, session.token, session.expiresAt);
    const context = { ...person, requestId: graphql.requestId };
    // Fields of the viewer asked for in the same request are resolved on behalf of the person just let in.
    Object.assign(graphql, { person: context });
    return Object.assign(new SignedIn(), { viewer: await this.viewerOf(context) });
  }

  private setCookie(graphql: GraphqlContext, value: string, expires: Date): void {
    graphql.response?.append(
      'set-cookie',
      stringifySetCookie({
        name: SESSION_COOKIE,
        value,
        expires,
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
        secure: this.settings.YOTEI_COOKIE_SECURE,
      }),
    );
  }

  private async viewerOf(context: RequestContext): Promise<Viewer | null> {
    const user = await this.users.find(context, context.userId!);
    if (!user) return null;
    return {
      userId: user.id,
      name: user.displayName,
      email: user.email,
      roles: [...context.roles] as Role[],
      permissions: permissionsOf(context.roles),
    };
  }
}

function refusal(outcome: Exclude<SignInOutcome, { kind: 'signed-in' }>): WrongCredentials | TooManyAttempts {
  if (outcome.kind === 'wrong-credentials')
    return Object.assign(new WrongCredentials(), { message: 'The e-mail address or the password is wrong' });
  return Object.assign(new TooManyAttempts(), {
    message: 'Too many attempts; wait a moment',
    retryAfterSeconds: outcome.retryAfterSeconds,
  });
}
