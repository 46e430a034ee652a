/** The switch's own log of its queues: what no hub heard is told there. */
import { open } from 'node:fs/promises';
import type { HubDependencies } from '@api/hub-app.ts';
import { readLog } from '@shared/domain/queue-call/read-log.ts';
import { takeFacts } from './facts-repository.ts';
import { findLogPlace, keepLogPlace } from './heard-repository.ts';

type Hub = Pick<HubDependencies, 'database' | 'clock'>;

const partBytes = 4_000_000;

const partOf = async (path: string, from: number): Promise<{ text: string; size: number }> => {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(Math.min(partBytes, Math.max(0, size - from)));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, from);
    // Cut where a line ends, so that no letter of several bytes is cut.
    const end = buffer.subarray(0, bytesRead).lastIndexOf(10) + 1;
    return { text: buffer.toString('utf8', 0, end), size };
  } finally {
    await file.close();
  }
};

/**
 * Takes what the log says beyond what was read of it. One that is shorter than that is a new one: what
 * the old one said last may be unread.
 */
export const readLogFile = async (hub: Hub, path: string): Promise<void> => {
  const { db } = hub.database;
  let place = await findLogPlace(db, path);
  for (;;) {
    const now = hub.clock.now();
    let { text, size } = await partOf(path, place?.bytes ?? 0);
    if (place !== null && size < place.bytes) {
      place = { bytes: 0, from: now, until: now };
      ({ text, size } = await partOf(path, 0));
    }
    const bytes = (place?.bytes ?? 0) + Buffer.byteLength(text);
    const firstMs = Number(text.slice(0, text.indexOf('|'))) * 1000;
    const { facts } = readLog(text);
    await takeFacts(db, facts);
    const from = place?.from ?? (firstMs > 0 ? Math.min(firstMs, now) : now);
    const isAll = text === '' || bytes >= size;
    place = { bytes, from, until: isAll ? now : Math.max(from, facts.at(-1)?.at ?? from) };
    await keepLogPlace(db, path, place);
    if (isAll) return;
  }
};
