import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';

/** The wall clock, so that a test can set it. */
@Injectable()
export class Clock {
  now(): Instant {
    return Date.now();
  }
}

/** Where seeds of computations come from when nobody gave one; each is stored with its result. */
@Injectable()
export class RandomSource {
  seed(): number {
    return randomInt(1, 2 ** 31 - 1);
  }
}
