/**
 * The append-only journal of one advisor: each line is one sealed record, on the disk (fsync)
 * before its append is answered. IndexedDB may lose everything when the disk fills; this may not.
 */

import { readFileSync } from 'node:fs';
import { type FileHandle, open, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { seal, unseal } from '../vault/seal.ts';

const context = 'journal';

export type JournalContent = { readonly records: readonly string[]; readonly damaged: number };

export class Journal {
  readonly #file: string;
  readonly #key: Uint8Array;
  #handle: FileHandle | null = null;
  #length = 0;
  #work: Promise<unknown> = Promise.resolve();

  constructor(dir: string, key: Uint8Array) {
    this.#file = path.join(dir, 'journal');
    this.#key = key;
  }

  /**
   * Reads all records. A torn last line was never acknowledged and is cut off; a damaged line in
   * the middle is counted and kept beside, and what follows it is still read.
   */
  async read(): Promise<JournalContent> {
    return this.#inTurn(async () => {
      const bytes = this.#bytes();
      const whole = bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1);
      const lines = whole.toString('latin1').split('\n').slice(0, -1);
      const records: string[] = [];
      const damaged: string[] = [];
      for (const line of lines) {
        const plain = unseal(this.#key, Buffer.from(line, 'base64'), context);
        if (plain === null) damaged.push(line);
        else records.push(plain.toString('utf8'));
      }
      if (damaged.length > 0) await writeFile(`${this.#file}.damaged`, `${damaged.join('\n')}\n`);
      this.#length = whole.length;
      return { records, damaged: damaged.length };
    });
  }

  /** Answers once the records are on the disk, in the order of the calls. */
  async append(records: readonly string[]): Promise<Result<null>> {
    return this.#inTurn(async () => {
      try {
        const handle = await this.#opened();
        const bytes = Buffer.from(this.#lines(records));
        try {
          await writeWhole(handle, bytes, this.#length);
          await handle.datasync();
        } catch (error) {
          // A half-written record must not stand before the next one.
          await handle.truncate(this.#length).catch(() => undefined);
          throw error;
        }
        this.#length += bytes.length;
        return succeed(null);
      } catch (error) {
        return fail('journal-unwritable', (error as NodeJS.ErrnoException).code);
      }
    });
  }

  /** Replaces the journal by `records`, whole or not at all. */
  async compact(records: readonly string[]): Promise<Result<null>> {
    return this.#inTurn(async () => {
      try {
        const beside = `${this.#file}.new`;
        const bytes = Buffer.from(this.#lines(records));
        const fresh = await open(beside, 'w', 0o600);
        try {
          await writeWhole(fresh, bytes, 0);
          await fresh.sync();
        } finally {
          await fresh.close();
        }
        await this.#closeHandle();
        await rename(beside, this.#file);
        await syncFolder(path.dirname(this.#file));
        this.#length = bytes.length;
        return succeed(null);
      } catch (error) {
        return fail('journal-unwritable', (error as NodeJS.ErrnoException).code);
      }
    });
  }

  async close(): Promise<void> {
    await this.#inTurn(() => this.#closeHandle());
  }

  #lines(records: readonly string[]): string {
    return records
      .map((text) => `${seal(this.#key, Buffer.from(text), context).toString('base64')}\n`)
      .join('');
  }

  #bytes(): Buffer {
    try {
      return readFileSync(this.#file);
    } catch {
      // No file yet: an empty journal.
      return Buffer.alloc(0);
    }
  }

  async #opened(): Promise<FileHandle> {
    if (this.#handle !== null) return this.#handle;
    // 'a' makes the file where there is none; 'r+' then writes where it is told to.
    await (await open(this.#file, 'a', 0o600)).close();
    const handle = await open(this.#file, 'r+');
    const bytes = this.#bytes();
    this.#length = bytes.lastIndexOf(0x0a) + 1;
    if (bytes.length > this.#length) await handle.truncate(this.#length);
    this.#handle = handle;
    return handle;
  }

  async #closeHandle(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    await handle?.close();
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const run = this.#work.then(task, task);
    this.#work = run.catch(() => undefined);
    return run;
  }
}

/** A disk that fills takes a part of the bytes and says so only in how many: the next part is refused. */
const writeWhole = async (handle: FileHandle, bytes: Buffer, at: number): Promise<void> => {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
};

/** A rename is durable once its folder is; not every system lets a folder be opened. */
const syncFolder = async (dir: string): Promise<void> => {
  const handle = await open(dir, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};
