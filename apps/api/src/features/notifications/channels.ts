import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/request-context.js';
import { MailChannel } from './mail-channel.js';
import type { Message, SendOutcome } from './message.js';
import { PushChannel } from './push-channel.js';
import { PushDeviceRepository } from './push-devices.repository.js';

/** The ways out of the house. */
@Injectable()
export class Channels {
  constructor(
    private readonly mail: MailChannel,
    private readonly push: PushChannel,
    private readonly devices: PushDeviceRepository,
  ) {}

  /** By which channels each person can be reached at all. */
  async reachable(
    context: RequestContext,
    userIds: readonly string[],
  ): Promise<readonly { readonly userId: string; readonly channel: 'mail' | 'push' }[]> {
    const withDevice = new Set((await this.devices.of(context, userIds)).map(({ userId }) => userId));
    return userIds.flatMap((userId) => [
      ...(this.mail.isOn ? [{ userId, channel: 'mail' as const }] : []),
      ...(withDevice.has(userId) ? [{ userId, channel: 'push' as const }] : []),
    ]);
  }

  send(context: RequestContext, message: Message): Promise<SendOutcome> {
    return message.channel === 'mail' ? this.mail.send(message) : this.push.send(context, message);
  }
}
