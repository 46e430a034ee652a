/**
 * Runs alone, on a small disk of its own: the real journal and outbox until the disk refuses, on in
 * memory, and further once there is room. Prints what was said and what a new start finds.
 */
import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Journal } from '@main/journal/journal.ts';
import { Outbox } from '@renderer/engine/sync/outbox.ts';
import type { JournalRecord } from '@shared/contracts/journal/record.ts';
import { succeed } from '@shared/kernel/result.ts';
import { sampleInteraction } from './samples.ts';

const [dir = ''] = process.argv.slice(2);
const key = randomBytes(32);
const portOf = (journal: Journal) => ({
  read: async () => {
    const { records, damaged } = await journal.read();
    return succeed({ records: [...records], damaged });
  },
  append: (lines: string[]) => journal.append(lines),
  compact: (lines: string[]) => journal.compact(lines),
});
const ballast = path.join(dir, 'ballast');
writeFileSync(ballast, Buffer.alloc(64 * 1024));

const outbox = new Outbox(portOf(new Journal(dir, key)), () => undefined);
const said: { readonly id: string; readonly code: string | null; readonly onDisk: boolean }[] = [];
const write = async () => {
  const payload = sampleInteraction();
  const mutation = { id: payload.id, orderKey: 'x', madeAt: payload.startedAt };
  const record = { t: 'mutation', mutation: { ...mutation, kind: 'interaction.record', payload } };
  const done = await outbox.write([record as JournalRecord]);
  said.push({
    id: payload.id,
    code: done.ok ? null : `${done.error.code} ${done.error.detail}`,
    onDisk: outbox.onDisk,
  });
  return done.ok;
};
/** The loop is not top-level: this file is run as it lies, by a loader that knows no await there. */
const run = async (): Promise<void> => {
  for (let refusals = 0; refusals < 3; ) if (!(await write())) refusals += 1;
  const acknowledged = said.filter(({ code }) => code === null).map(({ id }) => id);
  // A program that starts on the full disk finds everything that was acknowledged.
  const restarted = (await new Journal(dir, key).read()).records.length;
  rmSync(ballast);
  await write();
  const found = new Outbox(portOf(new Journal(dir, key)), () => undefined);
  await found.load();
  const ids = found.pending.map(({ id }) => id);
  process.stdout.write(JSON.stringify({ said, acknowledged, restarted, ids }));
};
void run();
