/** Ends of handling by time: a binary heap over two flat arrays, nothing allocated after it has grown. */
export class EventHeap {
  times: Float64Array;
  agents: Int32Array;
  size = 0;

  constructor(capacity: number) {
    this.times = new Float64Array(Math.max(16, capacity));
    this.agents = new Int32Array(this.times.length);
  }

  push(time: number, agent: number): void {
    if (this.size === this.times.length) this.grow();
    const { times, agents } = this;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (times[parent]! <= time) break;
      times[at] = times[parent]!;
      agents[at] = agents[parent]!;
      at = parent;
    }
    times[at] = time;
    agents[at] = agent;
  }

  /** Puts another event in the place of the first. */
  replaceFirst(time: number, agent: number): void {
    this.sink(time, agent);
  }

  removeFirst(): void {
    const last = --this.size;
    if (last > 0) this.sink(this.times[last]!, this.agents[last]!);
  }

  private sink(time: number, agent: number): void {
    const { times, agents, size } = this;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && times[child + 1]! < times[child]!) child++;
      if (times[child]! >= time) break;
      times[at] = times[child]!;
      agents[at] = agents[child]!;
      at = child;
    }
    times[at] = time;
    agents[at] = agent;
  }

  private grow(): void {
    const times = new Float64Array(this.times.length * 2);
    const agents = new Int32Array(times.length);
    times.set(this.times);
    agents.set(this.agents);
    this.times = times;
    this.agents = agents;
  }
}
