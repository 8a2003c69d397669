import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '@yotei/time';
import type { CommandContext } from '../../frame/command.js';
import { badInput } from '../../frame/problem-list.js';
import type { CentreClient } from '../../io/centre-client.js';
import type { StateToSend } from '../../io/states-file.js';

export interface PlayOptions {
  readonly source: string;
  /** Times as fast as it happened; null: as fast as the centre takes them. Nothing is sent before it happened. */
  readonly speed: number | null;
  /** Leave out what is still to come instead of waiting for it. */
  readonly once: boolean;
}

export interface PlayedStates {
  readonly sent: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly corrected: number;
  readonly rejected: number;
  readonly unmapped: number;
}

interface Taken {
  readonly accepted: number;
  readonly duplicates: number;
  readonly corrected: number;
  readonly rejected: readonly { readonly code: string; readonly message: string }[];
  readonly unmapped: readonly { readonly count: number }[];
  readonly warnings: readonly string[];
}

const PATH = '/api/v1/agent-states';
const MOST_AT_ONCE = 1000;
const TICK_MILLIS = 250;
/** While nothing happens the centre is told that the source lives. */
const HEARTBEAT_MILLIS = 60_000;
const PATIENCE_MILLIS = [500, 1000, 2000, 4000, 8000];

/** Tells a centre of states in their order and pace. A batch that was not answered is sent again: each event counts once. */
export class StatePlayer {
  private readonly told = new Set<string>();
  private counts: PlayedStates = { sent: 0, accepted: 0, duplicates: 0, corrected: 0, rejected: 0, unmapped: 0 };

  constructor(
    private readonly centre: CentreClient,
    private readonly options: PlayOptions,
    private readonly context: CommandContext,
    private readonly now: () => Instant,
  ) {}

  /** Events in order of time. Ends early, with what was sent, when the command is stopped. */
  async play(events: readonly StateToSend[]): Promise<PlayedStates> {
    const begunAt = this.now();
    let heardAt = begunAt;
    for (let next = 0; next < events.length && !this.context.signal.aborted;) {
      const due = this.dueUntil(events[0]!.at, begunAt);
      let until = next;
      while (until < events.length && until - next < MOST_AT_ONCE && events[until]!.at <= due) until += 1;
      if (until === next && this.options.once && events[next]!.at > this.now()) break;
      if (until > next || this.now() - heardAt > HEARTBEAT_MILLIS) {
        await this.send(events.slice(next, until));
        heardAt = this.now();
        next = until;
        this.context.progress.update({ fraction: next / events.length, message: `${next} states told` });
      } else await sleep(TICK_MILLIS);
    }
    return this.counts;
  }

  /** Everything that happened by then is due now. */
  private dueUntil(firstAt: Instant, begunAt: Instant): Instant {
    const { speed } = this.options;
    const now = this.now();
    return speed === null ? now : Math.min(now, firstAt + (now - begunAt) * speed);
  }

  private async send(events: readonly StateToSend[]): Promise<void> {
    const taken = await this.deliver({ source: this.options.source, events });
    const { counts } = this;
    this.counts = {
      sent: counts.sent + events.length,
      accepted: counts.accepted + taken.accepted,
      duplicates: counts.duplicates + taken.duplicates,
      corrected: counts.corrected + taken.corrected,
      rejected: counts.rejected + taken.rejected.length,
      unmapped: counts.unmapped + taken.unmapped.reduce((sum, { count }) => sum + count, 0),
    };
    for (const line of [
      ...taken.warnings,
      ...taken.rejected.map(({ code, message }) => `left out (${code}): ${message}`),
    ])
      this.tellOnce(line);
  }

  private async deliver(body: object): Promise<Taken> {
    for (const wait of PATIENCE_MILLIS) {
      const { status, answer } = await this.centre.post<Taken & { message?: string }>(PATH, body);
      if (status === 200) return answer;
      if (status !== null && status < 500)
        throw badInput({
          message: `the centre refused the states (${status}): ${answer?.message ?? 'no reason given'}`,
        });
      await sleep(wait);
    }
    throw badInput({ field: '--to', message: 'the centre did not take the states; it was asked for fifteen seconds' });
  }

  private tellOnce(line: string): void {
    const kind = line.slice(0, 60);
    if (this.told.has(kind)) return;
    this.told.add(kind);
    this.context.note(line);
  }
}
