import type { AgentGroup, AgentSkill, SimulatedCentre, WorkingSpan } from '@yotei/scheduling/simulation';

/**
 * A contact centre played the plain way, as a second opinion on the engine: objects, one list of things that may happen
 * next searched from end to end, every departure from the queue an event of its own. Written from the types' doc comments.
 */
export interface PlainContact {
  readonly queue: number;
  readonly arrivedAt: number;
  readonly handleSeconds: number;
  /** Infinity = stays. */
  readonly patienceSeconds: number;
}

export interface PlainOutcome {
  readonly contact: PlainContact;
  readonly end: 'answered' | 'abandoned' | 'blocked' | 'unserved';
  /** Seconds in queue until the first answer or until leaving. */
  readonly wait: number;
  /** Order in which contacts were first answered. */
  readonly answeredAs?: number;
}

interface Case extends PlainContact {
  left: number;
  queuedAt: number;
  patienceLeft: number;
  wait?: number;
  answeredAs?: number;
  end?: PlainOutcome['end'];
}

interface Person {
  readonly group: AgentGroup;
  readonly order: number;
  readonly spans: readonly WorkingSpan[];
  span: WorkingSpan | null;
  /** Of the span the agent is in or was in last. */
  boundTo?: readonly string[];
  endedAt: number;
  freeSince: number;
  readonly hands: Case[];
}

interface Event {
  readonly at: number;
  readonly happen: () => void;
}

const isUnlimited = (lines: number | undefined): boolean => lines === undefined;

export class PlainSimulation {
  private now = 0;
  private answers = 0;
  private readonly waiting: Case[][];
  private readonly people: Person[];
  private readonly cases: Case[];

  constructor(
    private readonly centre: SimulatedCentre,
    contacts: readonly PlainContact[],
    staffing: readonly (readonly (readonly WorkingSpan[])[])[],
  ) {
    this.waiting = centre.queues.map(() => []);
    this.people = centre.groups.flatMap((group, g) =>
      staffing[g]!.map((spans, i) => ({
        group,
        order: g * 1000 + i,
        spans: [...spans].sort((a, b) => a.fromSeconds - b.fromSeconds),
        span: null,
        endedAt: 0,
        freeSince: 0,
        hands: [],
      })),
    );
    this.cases = [...contacts]
      .sort((a, b) => a.arrivedAt - b.arrivedAt)
      .map((contact) => ({
        ...contact,
        left: contact.handleSeconds,
        queuedAt: contact.arrivedAt,
        patienceLeft: contact.patienceSeconds,
      }));
  }

  run(): readonly PlainOutcome[] {
    const arriving = [...this.cases];
    for (;;) {
      const next = [...this.leaving(), ...this.finishing(), ...this.shifting(), ...this.arriving(arriving)].sort(
        (a, b) => a.at - b.at,
      )[0];
      if (!next) break;
      this.passTime(next.at);
      next.happen();
    }
    return this.cases.map((one) => ({
      contact: one,
      end: one.end ?? 'unserved',
      wait: one.wait ?? Infinity,
      answeredAs: one.answeredAs,
    }));
  }

  private speedOf({ group, hands }: Person): number {
    return 1 / (1 + (group.slowdownFraction ?? 0) * (hands.length - 1));
  }

  private finishing(): Event[] {
    return this.people.flatMap((person) =>
      person.hands.map((one) => ({
        at: this.now + Math.max(0, one.left) / this.speedOf(person),
        happen: () => this.finishOne(person, one),
      })),
    );
  }

  private leaving(): Event[] {
    return this.waiting.flatMap((line) =>
      line
        .filter((one) => one.patienceLeft < Infinity)
        .map((one) => ({ at: one.queuedAt + one.patienceLeft, happen: () => this.letLeave(line, one) })),
    );
  }

  private shifting(): Event[] {
    return this.people.flatMap(({ spans }) =>
      spans
        .flatMap(({ fromSeconds, untilSeconds }) => [fromSeconds, untilSeconds])
        .filter((at) => at > this.now)
        .map((at) => ({ at, happen: () => this.changeShifts(at) })),
    );
  }

  private arriving(arriving: Case[]): Event[] {
    return arriving.slice(0, 1).map((one) => ({ at: one.arrivedAt, happen: () => this.arrive(arriving.shift()!) }));
  }

  private passTime(at: number): void {
    for (const person of this.people) {
      const speed = this.speedOf(person);
      for (const one of person.hands) one.left -= (at - this.now) * speed;
    }
    this.now = at;
  }

  private letLeave(line: Case[], one: Case): void {
    line.splice(line.indexOf(one), 1);
    Object.assign(one, { end: 'abandoned', wait: this.now - one.arrivedAt, answeredAs: undefined });
  }

  private finishOne(person: Person, one: Case): void {
    person.hands.splice(person.hands.indexOf(one), 1);
    person.freeSince = this.now;
    this.fill(person);
  }

  private changeShifts(at: number): void {
    const begins = (person: Person) => person.spans.find(({ fromSeconds }) => fromSeconds === at);
    for (const person of this.people.filter(begins)) {
      person.span = begins(person)!;
      person.boundTo = person.span.queueIds;
      if (person.hands.length < (person.group.concurrency ?? 1)) person.freeSince = at;
      this.fill(person);
    }
    for (const person of this.people) {
      if (person.span?.untilSeconds !== at) continue;
      person.span = null;
      person.endedAt = at;
      if (this.centre.whenTimeEnds === 'return-contact') this.giveBack(person, at);
    }
  }

  private giveBack(person: Person, at: number): void {
    while (person.hands.length > 0) {
      const one = person.hands.pop()!;
      const skill = this.skillFor(person, one.queue)!;
      one.left = Math.max(0, one.left) * (skill.speedFactor ?? 1);
      one.queuedAt = at;
      this.waiting[one.queue]!.unshift(one);
      const free = this.personFor(one.queue);
      if (free) this.give(free, one.queue);
    }
  }

  private skillFor({ group }: Person, queue: number): AgentSkill | undefined {
    return group.skills.find(({ queueId }) => queueId === this.centre.queues[queue]!.id);
  }

  private mayServe(person: Person, queue: number): boolean {
    const id = this.centre.queues[queue]!.id;
    return this.skillFor(person, queue) !== undefined && (person.boundTo === undefined || person.boundTo.includes(id));
  }

  private arrive(one: Case): void {
    const { lines } = this.centre.queues[one.queue]!;
    const inHand = this.people.reduce(
      (sum, { hands }) => sum + hands.filter(({ queue }) => queue === one.queue).length,
      0,
    );
    if (!isUnlimited(lines) && inHand + this.waiting[one.queue]!.length >= lines!) {
      Object.assign(one, { end: 'blocked', wait: 0 });
      return;
    }
    const free = this.personFor(one.queue);
    this.waiting[one.queue]!.push(one);
    if (free) this.give(free, one.queue);
  }

  private personFor(queue: number): Person | undefined {
    const rank = (person: Person) => {
      const { priority = 1, arrivalPriority = priority } = this.skillFor(person, queue)!;
      return this.centre.routing === 'longest-idle' ? 0 : arrivalPriority;
    };
    return this.people
      .filter((person) => person.span && this.mayServe(person, queue))
      .filter(({ hands, group }) => hands.length < (group.concurrency ?? 1))
      .sort(
        (a, b) =>
          rank(a) - rank(b) || a.hands.length - b.hands.length || a.freeSince - b.freeSince || a.order - b.order,
      )[0];
  }

  private fill(person: Person): void {
    while (person.hands.length < (person.group.concurrency ?? 1)) {
      const queue = this.queueFor(person);
      if (queue === undefined) return;
      this.give(person, queue);
    }
  }

  private queueFor(person: Person): number | undefined {
    const rank = (queue: number) => this.skillFor(person, queue)!.priority ?? 1;
    const own = (queue: number) => this.centre.queues[queue]!.priority ?? 1;
    return [...this.waiting.keys()]
      .filter((queue) => this.waiting[queue]!.length > 0 && this.mayServe(person, queue))
      .filter((queue) => person.span !== null || this.mayStay(person, queue))
      .sort(
        (a, b) =>
          rank(a) - rank(b) || own(a) - own(b) || this.waiting[a]![0]!.arrivedAt - this.waiting[b]![0]!.arrivedAt,
      )[0];
  }

  private mayStay(person: Person, queue: number): boolean {
    const others = this.people.some((one) => one.span !== null && this.mayServe(one, queue));
    const stood = this.waiting[queue]![0]!.arrivedAt < person.endedAt;
    return this.centre.lastAgents !== 'leave' && !others && stood;
  }

  private give(person: Person, queue: number): void {
    const one = this.waiting[queue]!.shift()!;
    one.left /= this.skillFor(person, queue)!.speedFactor ?? 1;
    one.patienceLeft -= this.now - one.queuedAt;
    if (one.answeredAs === undefined) {
      Object.assign(one, { end: 'answered', wait: this.now - one.arrivedAt, answeredAs: this.answers++ });
    }
    person.hands.push(one);
    person.freeSince = this.now;
  }
}
