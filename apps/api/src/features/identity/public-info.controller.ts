import { randomUUID } from 'node:crypto';
import { Controller, Get } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { DEMO_ORGANISATION_ID, DEMO_PASSWORD, DEMO_SIGN_INS } from '../../platform/demo-filler.js';
import { AllowAnonymous } from '../../platform/permissions/require-permission.decorator.js';

/** What the sign-in page may know before anybody signed in. */
export interface PublicInfo {
  readonly demo: boolean;
  /** Sign-ins of the demo centre, whose every person is invented; empty where there is none. */
  readonly signIns: readonly { readonly email: string; readonly password: string; readonly role: string }[];
}

@Controller()
export class PublicInfoController {
  constructor(private readonly database: TenantDatabase) {}

  @Get('api/public-info')
  @AllowAnonymous()
  async publicInfo(): Promise<PublicInfo> {
    const context = { organisationId: DEMO_ORGANISATION_ID, userId: null, roles: [], requestId: randomUUID() };
    const demo = (await this.database.read(context, 'select 1 from organisations where is_demo')).length > 0;
    const signIns = DEMO_SIGN_INS.map(({ email, role }) => ({
      email,
      password: DEMO_PASSWORD,
      role: role.toUpperCase(),
    }));
    return { demo, signIns: demo ? signIns : [] };
  }
}
