/**
 * Whose profile this is: the id of the desktop, and the machine on which it was made. A profile that was
 * copied to another machine is another desktop: the hub would otherwise take two for one.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Machine } from '@shared/contracts/ipc/channels.ts';
import { z } from 'zod';

const readLine = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    // The first start on this profile, or of a program that keeps it.
    return null;
  }
};

export type OwnProfile = { readonly deviceId: string; readonly copied: boolean };

/** Refresh tokens and mutations are bound to the id; what a copy had not sent keeps its own ids. */
export const ownProfile = (profileDir: string, { mark }: Machine): OwnProfile => {
  const [idFile, markFile] = [path.join(profileDir, 'device-id'), path.join(profileDir, 'machine')];
  const madeOn = readLine(markFile);
  const copied = madeOn !== null && madeOn !== mark;
  const known = z.uuid().safeParse(readLine(idFile));
  const deviceId = known.success && !copied ? known.data : randomUUID();
  if (!known.success || copied) writeFileSync(idFile, deviceId);
  if (madeOn !== mark) writeFileSync(markFile, mark);
  return { deviceId, copied };
};
