/** Secrets that must be read again are sealed (AES-256-GCM) by a key that is made with the database. */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { HubDatabase } from '@api/db/database.ts';
import { settingOf } from '@api/db/hub-settings.ts';
import type { RandomBytes } from '@shared/kernel/ids.ts';

const keyName = 'secrets-seal';
const ivBytes = 12;
const tagBytes = 16;

export type Seal = {
  readonly seal: (text: string) => Buffer;
  readonly open: (sealed: Buffer) => string;
};

/** The hub's seal; the first who asks makes its key. */
export const sealOf = async (db: HubDatabase, random: RandomBytes): Promise<Seal> => {
  const made = () => Buffer.from(random(32)).toString('hex');
  const key = Buffer.from(await settingOf(db, keyName, made), 'hex');
  return {
    seal: (text) => {
      const iv = Buffer.from(random(ivBytes));
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
    },
    open: (sealed) => {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes));
      decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
      const rest = sealed.subarray(ivBytes + tagBytes);
      return Buffer.concat([decipher.update(rest), decipher.final()]).toString('utf8');
    },
  };
};
