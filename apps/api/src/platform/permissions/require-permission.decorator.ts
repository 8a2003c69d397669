import { SetMetadata } from '@nestjs/common';
import type { Permission } from './permissions.js';

export const PERMISSION_KEY = 'yotei:permission';
export const ANONYMOUS = 'anonymous';

/** What the caller's roles must allow. Every resolver method has this or {@link AllowAnonymous}; the guard refuses others. */
export const RequirePermission = (permission: Permission): MethodDecorator => SetMetadata(PERMISSION_KEY, permission);

/** For what must work before sign-in. */
export const AllowAnonymous = (): MethodDecorator => SetMetadata(PERMISSION_KEY, ANONYMOUS);
