import { Inject, Injectable } from '@nestjs/common';
import webPush from 'web-push';
import { SETTINGS, type Settings } from '../../config/settings.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';

export interface PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** The VAPID key pair of an organisation: that of the settings, else one made at first need and kept in the database. */
@Injectable()
export class PushKeyStore {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: TenantDatabase,
  ) {}

  async keys(context: RequestContext): Promise<PushKeys> {
    const { YOTEI_VAPID_PUBLIC_KEY: publicKey, YOTEI_VAPID_PRIVATE_KEY: privateKey } = this.settings;
    if (publicKey && privateKey) return { publicKey, privateKey };
    return this.database.withTenant(context, async (tx) => {
      const select = 'select public_key as "publicKey", private_key as "privateKey" from push_keys';
      const [known] = await tx.query<PushKeys[]>(select);
      if (known) return known;
      const made = webPush.generateVAPIDKeys();
      // Two processes may make one at once: the first to commit wins, and both read it back.
      await tx.query(
        'insert into push_keys (organisation_id, public_key, private_key) values (app_organisation_id(), $1, $2) on conflict do nothing',
        [made.publicKey, made.privateKey],
      );
      return (await tx.query<PushKeys[]>(select))[0]!;
    });
  }
}
