import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/request-context.js';
import { MailChannel } from './mail-channel.js';
import { PushChannel } from './push-channel.js';
import { PushDeviceRepository, type PushDevice } from './push-devices.repository.js';
import { PushKeyStore } from './push-keys.js';

export type NewPushDevice = Pick<PushDevice, 'endpoint' | 'p256dh' | 'auth' | 'label'>;

const LONGEST_LABEL = 80;
const bytesOf = (text: string): number => Buffer.from(text, 'base64url').length;

/** What the reader's browsers need to be pushed to, and which of them are. */
@Injectable()
export class PushDevices {
  constructor(
    private readonly devices: PushDeviceRepository,
    private readonly keys: PushKeyStore,
    private readonly push: PushChannel,
    private readonly mail: MailChannel,
  ) {}

  async mine(
    context: RequestContext,
  ): Promise<{ mailIsOn: boolean; pushPublicKey: string; devices: readonly PushDevice[] }> {
    return {
      mailIsOn: this.mail.isOn,
      pushPublicKey: (await this.keys.keys(context)).publicKey,
      devices: await this.devices.of(context, [context.userId!]),
    };
  }

  /** Null when it was added. Keys are a point of P-256 (65 bytes) and 16 random bytes (RFC 8291). */
  async add(
    context: RequestContext,
    device: NewPushDevice,
  ): Promise<{ kind: 'invalid'; path: string; message: string } | null> {
    if (!this.push.accepts(device.endpoint))
      return { kind: 'invalid', path: 'endpoint', message: 'not an address of a push service this centre sends to' };
    if (bytesOf(device.p256dh) !== 65 || bytesOf(device.auth) !== 16)
      return { kind: 'invalid', path: 'p256dh', message: 'not the keys of a push subscription' };
    await this.devices.add(context, { ...device, label: device.label.slice(0, LONGEST_LABEL) });
    return null;
  }

  remove(context: RequestContext, id: string): Promise<boolean> {
    return this.devices.remove(context, id);
  }
}
