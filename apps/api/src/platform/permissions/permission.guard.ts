import {
  ForbiddenException,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { graphqlContextOf, isGraphql, type IdentifiedRequest } from '../context/current.decorators.js';
import { RequestIdentity } from '../context/request-identity.js';
import type { RequestContext } from '../context/request-context.js';
import { mayDo, type Permission } from './permissions.js';
import { ANONYMOUS, PERMISSION_KEY } from './require-permission.decorator.js';

/** Stands before every resolver and controller method. One without a permission is refused to everybody. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identity: RequestIdentity,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const needed = this.reflector.get<Permission | typeof ANONYMOUS | undefined>(
      PERMISSION_KEY,
      execution.getHandler(),
    );
    if (needed === ANONYMOUS) return true;
    const person = await this.personOf(execution);
    if (!person) throw new UnauthorizedException();
    if (!needed || !mayDo(person, needed)) throw new ForbiddenException();
    return true;
  }

  private async personOf(execution: ExecutionContext): Promise<RequestContext | null> {
    if (isGraphql(execution)) return graphqlContextOf(execution).person;
    const request = execution.switchToHttp().getRequest<IdentifiedRequest>();
    request.person ??= await this.identity.contextOf(request);
    return request.person;
  }
}
