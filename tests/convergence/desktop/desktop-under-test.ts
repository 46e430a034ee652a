/**
 * A desktop without its screens: the real journal on a real disk, the real outbox, work desk and
 * sync, over a real network path to a real hub. It can be killed at any moment and started again.
 */
import 'fake-indexeddb/auto';
import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { Journal } from '@main/journal/journal.ts';
import { Cache } from '@renderer/cache/cache.ts';
import { CallDesk } from '@renderer/engine/calls/call-desk.ts';
import { HubSync } from '@renderer/engine/sync/hub-sync.ts';
import { Library } from '@renderer/engine/sync/library.ts';
import { Outbox } from '@renderer/engine/sync/outbox.ts';
import { WorkDesk } from '@renderer/engine/work/work-desk.ts';
import { HubClient } from '@renderer/platform/hub-client.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { JournalRecord } from '@shared/contracts/journal/record.ts';
import type { Reference } from '@shared/contracts/sync/pull.ts';
import { systemClock } from '@shared/kernel/clock.ts';
import { makeIds } from '@shared/kernel/ids.ts';
import { succeed } from '@shared/kernel/result.ts';
import { FakeLineCall } from '../../support/desk/fake-line-call.ts';

const newId = makeIds(systemClock, (length) => new Uint8Array(randomBytes(length)));
const never = new Promise<never>(() => undefined);

export type Home = {
  readonly dir: string;
  readonly key: Uint8Array;
  readonly apiUrl: string;
  readonly session: Session;
};

export class DesktopUnderTest {
  readonly outbox: Outbox;
  readonly work: WorkDesk;
  readonly calls: CallDesk;
  readonly sync: HubSync;
  readonly cache: Cache;
  readonly library: Library;
  reference: Reference;
  shown: readonly WorkItem[] = [];
  readonly #journal: Journal;
  readonly #home: Home;
  #alive = true;

  private constructor(home: Home, cache: Cache, reference: Reference) {
    this.#home = home;
    this.cache = cache;
    this.reference = reference;
    this.#journal = new Journal(home.dir, home.key);
    const guard = async <T>(run: () => Promise<T>): Promise<T> => {
      if (!this.#alive) return never;
      const done = await run();
      return this.#alive ? done : never;
    };
    this.outbox = new Outbox(
      {
        read: () =>
          guard(async () => {
            const { records, damaged } = await this.#journal.read();
            return succeed({ records: [...records], damaged });
          }),
        append: (lines) => guard(() => this.#journal.append(lines)),
        compact: (lines) => guard(() => this.#journal.compact(lines)),
      },
      () => undefined,
    );
    this.library = new Library(cache, () => this.outbox.pending);
    this.work = this.#makeWork();
    this.calls = new CallDesk({
      clock: systemClock,
      show: () => undefined,
      keep: () => undefined,
      listener: {
        answered: (id, at) => this.work.answered(id, at),
        ended: (call) => void this.work.ended(call),
        ringing: () => undefined,
        handedTo: () => false,
      },
    });
    this.sync = this.#makeSync();
  }

  static async start(home: Home, reference: Reference): Promise<DesktopUnderTest> {
    const desktop = new DesktopUnderTest(
      home,
      await Cache.open(home.session.user.id, home.key),
      reference,
    );
    await desktop.library.open();
    await desktop.outbox.load();
    await desktop.work.restore(desktop.outbox.work, new Set());
    desktop.sync.wake();
    return desktop;
  }

  /** A power cut: nothing more is written or answered; a torn line may lie at the journal's end. */
  async kill(torn: boolean): Promise<void> {
    this.#alive = false;
    this.sync.stop();
    await this.#journal.close();
    this.cache.close();
    if (torn)
      appendFileSync(path.join(this.#home.dir, 'journal'), randomBytes(23).toString('base64'));
  }

  async ring(
    direction: 'inbound' | 'outbound',
    brandId: string,
  ): Promise<{ id: string; line: FakeLineCall }> {
    const id = newId();
    const line = new FakeLineCall();
    const now = systemClock.now();
    const number = '+33639980000';
    const about = {
      id,
      brandId,
      direction,
      number,
      numberDisplay: number,
      calledLabel: null,
      training: false,
    };
    this.calls.add(
      {
        ...about,
        numberHidden: false,
        calledNumber: null,
        queue: null,
        title: '',
        consultFor: null,
      },
      line,
      now,
    );
    await this.work.begin({
      ...about,
      callbackId: null,
      customerId: null,
      startedAt: new Date(now).toISOString(),
      facts: { callUid: id, numberHidden: false, calledNumber: null, queue: null },
    });
    return { id, line };
  }

  async write(records: readonly JournalRecord[]) {
    const done = await this.outbox.write(records);
    this.sync.wake();
    return done;
  }

  #makeWork(): WorkDesk {
    return new WorkDesk({
      clock: systemClock,
      newId,
      advisorId: this.#home.session.user.id,
      reference: () => this.reference,
      show: (items) => {
        this.shown = items;
      },
      showCustomer: () => undefined,
      named: () => undefined,
      bundle: (id) => this.library.bundle(id),
      byPhone: async () => [],
      ivr: async () => null,
      colleagueAt: async () => null,
      handed: { ask: async () => [], pause: async () => undefined },
      lookUp: async () => null,
      write: (records) => this.write(records),
      played: () => undefined,
    });
  }

  #makeSync(): HubSync {
    const { session, apiUrl } = this.#home;
    const hub = new HubClient(apiUrl);
    hub.takeTokensFrom(async () => succeed(session.accessToken));
    return new HubSync({
      hub,
      deviceId: newId(),
      outbox: this.outbox,
      cache: this.cache,
      library: this.library,
      listener: {
        online: () => undefined,
        sent: () => undefined,
        wire: () => undefined,
        fresh: () => undefined,
        loading: () => undefined,
        reference: (reference) => {
          this.reference = reference;
        },
        touched: () => undefined,
      },
      calm: async () => undefined,
    });
  }
}
