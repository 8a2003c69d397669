import { createParamDecorator, UnauthorizedException, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { Request } from 'express';
import type { GraphqlContext } from './graphql-context.js';
import type { Loaders } from './loaders.js';
import type { RequestContext } from './request-context.js';

/** REST requests carry their person here once the guard has looked. */
export interface IdentifiedRequest extends Request {
  person?: RequestContext | null;
}

export function graphqlContextOf(execution: ExecutionContext): GraphqlContext {
  return GqlExecutionContext.create(execution).getContext<GraphqlContext>();
}

export function isGraphql(execution: ExecutionContext): boolean {
  return execution.getType<GqlContextType>() === 'graphql';
}

/** The {@link RequestContext} of a signed-in caller. */
export const CurrentContext = createParamDecorator((_: unknown, execution: ExecutionContext): RequestContext => {
  const person = isGraphql(execution)
    ? graphqlContextOf(execution).person
    : execution.switchToHttp().getRequest<IdentifiedRequest>().person;
  if (!person) throw new UnauthorizedException();
  return person;
});

/** The same, or null for a stranger; with {@link AllowAnonymous} only. */
export const MaybeContext = createParamDecorator(
  (_: unknown, execution: ExecutionContext): RequestContext | null => graphqlContextOf(execution).person,
);

/** The request's {@link Loaders}. */
export const CurrentLoaders = createParamDecorator(
  (_: unknown, execution: ExecutionContext): Loaders => graphqlContextOf(execution).loaders,
);
