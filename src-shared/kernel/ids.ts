/** UUID version 7 (RFC 9562 §5.7): sortable by the time it was made, unique without a server. */
import { z } from 'zod';
import type { Clock } from './clock.ts';

export type RandomBytes = (length: number) => Uint8Array;

export const idSchema = z.uuid();

const hex = (byte: number) => byte.toString(16).padStart(2, '0');

/** Makes an id generator; ids made within one millisecond still sort in the order they were made. */
export const makeIds = (clock: Clock, random: RandomBytes): (() => string) => {
  let lastMs = 0;
  let counter = 0;
  return () => {
    const now = clock.now();
    if (now > lastMs) {
      lastMs = now;
      counter = 0;
    } else {
      counter += 1;
      if (counter > 0xfff) {
        lastMs += 1;
        counter = 0;
      }
    }
    const tail = random(8);
    const time = lastMs.toString(16).padStart(12, '0');
    const variant = ((tail[0] ?? 0) & 0x3f) | 0x80;
    const rest = [variant, ...tail.slice(1)].map(hex).join('');
    const versioned = `7${counter.toString(16).padStart(3, '0')}`;
    return `${time.slice(0, 8)}-${time.slice(8)}-${versioned}-${rest.slice(0, 4)}-${rest.slice(4)}`;
  };
};
