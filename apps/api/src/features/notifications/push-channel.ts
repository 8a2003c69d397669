import { Inject, Injectable } from '@nestjs/common';
import webPush from 'web-push';
import { SETTINGS, type Settings } from '../../config/settings.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { PushDeviceRepository, type PushDevice } from './push-devices.repository.js';
import { PushKeyStore, type PushKeys } from './push-keys.js';
import type { Message, SendOutcome } from './message.js';
import { pushText } from './message-text.js';

const TIME_TO_LIVE_SECONDS = 24 * 60 * 60;
const TIMEOUT_MILLIS = 20_000;

/**
 * Web Push (RFC 8030, 8291, 8292) to the devices of one person. A message repeated after a crash carries the same tag,
 * so a device shows it once; the push service replaces a waiting message of the same topic.
 */
@Injectable()
export class PushChannel {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly devices: PushDeviceRepository,
    private readonly keys: PushKeyStore,
  ) {}

  /** Whether the address is one of a push service we know; any other could be a way into our own network. */
  accepts(endpoint: string): boolean {
    const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
    if (!url) return false;
    return this.settings.YOTEI_PUSH_HOSTS.some((host) =>
      host.includes('://')
        ? url.origin === host
        : url.protocol === 'https:' &&
          (url.hostname === host || (host.startsWith('*.') && url.hostname.endsWith(host.slice(1)))),
    );
  }

  async send(context: RequestContext, message: Message): Promise<SendOutcome> {
    const devices = await this.devices.of(context, [message.userId]);
    if (devices.length === 0) return { kind: 'nobody-there' };
    const keys = await this.keys.keys(context);
    const outcomes = await Promise.all(devices.map((device) => this.sendTo(device, message, keys)));
    const ids = (outcome: DeviceOutcome): string[] =>
      devices.flatMap(({ id }, index) => (outcomes[index] === outcome ? [id] : []));
    await this.devices.settle(context, { taken: ids('taken'), gone: ids('gone') });
    if (outcomes.includes('taken')) return { kind: 'sent' };
    return outcomes.includes('later')
      ? { kind: 'later', problem: 'push service did not take it' }
      : { kind: 'nobody-there' };
  }

  private async sendTo(device: PushDevice, message: Message, keys: PushKeys): Promise<DeviceOutcome> {
    if (!this.accepts(device.endpoint)) return 'gone';
    const newest = message.notices[0]!;
    const { title, body } = pushText(message);
    const {
      endpoint,
      headers,
      method,
      body: encrypted,
    } = webPush.generateRequestDetails(
      { endpoint: device.endpoint, keys: { p256dh: device.p256dh, auth: device.auth } },
      JSON.stringify({ title, body, path: newest.payload.path ?? '/my-week', tag: message.claimId }),
      {
        TTL: TIME_TO_LIVE_SECONDS,
        urgency: message.notices.some(({ urgent }) => urgent) ? 'high' : 'normal',
        topic: message.claimId.replaceAll('-', ''),
        contentEncoding: 'aes128gcm',
        vapidDetails: { subject: this.settings.YOTEI_VAPID_SUBJECT, ...keys },
      },
    );
    try {
      const answer = await fetch(endpoint, {
        method,
        headers: headers as Record<string, string>,
        body: new Uint8Array(encrypted!),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MILLIS),
      });
      if (answer.ok) return 'taken';
      // 404 and 410: the person withdrew the permission or the browser is gone (RFC 8030, 7.3).
      return answer.status === 404 || answer.status === 410 || answer.status === 400 ? 'gone' : 'later';
    } catch {
      return 'later';
    }
  }
}

type DeviceOutcome = 'taken' | 'gone' | 'later';
