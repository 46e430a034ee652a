/** Twenty desktops and clients of protocol 1 before two hubs: what they do, and what was answered. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Random } from '@api/seed/random.ts';
import type { Mutation, MutationBody } from '@shared/contracts/sync/mutation.ts';
import type { MutationAnswer } from '@shared/contracts/sync/push.ts';
import * as make from '../../contract/api/mutations.ts';
import type { Operation } from '../../support/history/register-history.ts';
import type { Added } from '../../support/history/set-history.ts';
import { until } from '../../support/until.ts';
import type { RecordedDesktop1 } from '../hub/recorded-desktop-1.ts';
import { ConvergingDesktop, type Place } from './converging-desktop.ts';

const dayMs = 86_400_000;
export const firstValue = 'Anne';

type Changing = { customerId: string; base: string; value: string; from: number; to: number };

export type World = {
  readonly random: Random;
  readonly newId: () => string;
  readonly customers: readonly string[];
  readonly advisorOf: (index: number) => string;
  /** The hub's value of the register now. */
  readonly readHub: (customerId: string) => Promise<string>;
  /** She asked for it: nothing of her may be anywhere from now on. */
  readonly erase: (customerId: string) => Promise<void>;
  readonly placeOf: (index: number) => Omit<Place, 'dir' | 'key' | 'name'>;
  readonly old: readonly { readonly client: RecordedDesktop1; readonly advisorId: string }[];
};

type Fact = { readonly id: string; readonly customerId: string };
type Station = {
  desktop: ConvergingDesktop;
  readonly place: Place;
  readonly skewMs: number;
  /** Exchanges that were recorded here: whatever happens, they are seen here from then on. */
  readonly own: Fact[];
  readonly known: Set<string>;
};

export class Episode {
  readonly #world: World;
  readonly #changes = new Map<string, Changing>();
  readonly #reads: (Operation & { readonly customerId: string })[] = [];
  readonly #facts = new Map<string, Fact>();
  /** What a desktop did not see, or saw twice, although it had recorded it itself. */
  readonly notOnce: string[] = [];
  erased: string | null = null;
  readonly #outcomes = new Map<string, MutationAnswer['status']>();
  readonly stations: Station[] = [];
  /** Counts what happens: later things have later times, whatever any clock says. */
  #time = 0;

  constructor(world: World) {
    this.#world = world;
  }

  async begin(count: number): Promise<void> {
    const { random, newId, placeOf } = this.#world;
    for (let index = 0; index < count; index += 1) {
      const dir = mkdtempSync(path.join(tmpdir(), 'parlance-many-'));
      const key = new Uint8Array(randomBytes(32));
      const place = { ...placeOf(index), dir, key, name: newId() };
      const skewMs = random.chance(0.4) ? random.between(-9, 9) * dayMs : 0;
      this.stations.push({
        desktop: await this.#start(place),
        place,
        skewMs,
        own: [],
        known: new Set(),
      });
    }
  }

  /** Everyone does something or nothing; some are killed, some talk to the hub. */
  async round(): Promise<void> {
    const { random, old, customers, readHub } = this.#world;
    for (const station of this.stations) {
      if (random.chance(0.5)) await this.#act(station);
      if (random.chance(0.04)) {
        await station.desktop.kill(random.chance(0.5));
        station.desktop = await this.#start(station.place);
      }
      if (random.chance(0.7)) station.desktop.wake();
      if (random.chance(0.3)) await this.#look(station);
    }
    for (const { client, advisorId } of old) {
      if (random.chance(0.5)) this.#actOld(client, advisorId);
      await client.push();
      await client.pull();
      this.#note([...client.answers.values()]);
    }
    const customerId = random.pick(customers);
    if (customerId === this.erased) return;
    const from = this.#tick();
    const value = await readHub(customerId);
    this.#reads.push({ kind: 'read', customerId, value, from, to: this.#tick() });
  }

  async eraseOne(): Promise<void> {
    this.erased = this.#world.random.pick(this.#world.customers);
    await this.#world.erase(this.erased);
  }

  /** All faults are over: everything goes out, and everyone has seen everything. */
  async settle(): Promise<void> {
    for (const { desktop } of this.stations) {
      await until(
        'everything has been sent',
        () => {
          desktop.wake();
          return desktop.outbox.pending.length === 0;
        },
        120_000,
      );
    }
    for (const { client } of this.#world.old) while (client.outbox.length > 0) await client.push();
    for (const { client } of this.#world.old) this.#note([...client.answers.values()]);
  }

  async catchUp(): Promise<void> {
    for (const { desktop } of this.stations) {
      const before = desktop.rounds;
      await until(
        'a round with the hub',
        () => {
          desktop.wake();
          return desktop.rounds > before + 1;
        },
        120_000,
      );
    }
    for (const { client } of this.#world.old) while (await client.pull());
  }

  async end(): Promise<void> {
    for (const { desktop, place } of this.stations) {
      await desktop.kill(false);
      rmSync(place.dir, { recursive: true, force: true });
    }
  }

  /** What was added to the set of facts; all of it was acknowledged when the journal had it. */
  get added(): readonly Added[] {
    return [...this.#facts.values()].map(({ id, customerId }) => ({
      value: id,
      outcome: customerId === this.erased ? 'refused' : 'acknowledged',
    }));
  }

  historyOf(customerId: string): readonly Operation[] {
    const changes = [...this.#changes].filter(([, one]) => one.customerId === customerId);
    return [
      ...this.#reads.filter((one) => one.customerId === customerId),
      ...changes.map(([id, { base, value, from, to }]): Operation => {
        const status = this.#outcomes.get(id);
        const outcome =
          status === undefined ? 'unknown' : status === 'superseded' ? status : 'accepted';
        return { kind: 'change', base, value, outcome, from, to };
      }),
    ];
  }

  /** One that was recorded here, long ago or just now, sent or not, killed since or not. */
  async #look({ desktop, own, known, place }: Station): Promise<void> {
    if (own.length === 0) return;
    const { id, customerId } = this.#world.random.pick(own);
    const seen = await desktop.library.bundle(customerId);
    if (customerId === this.erased) return;
    if (seen !== null) known.add(customerId);
    // Somebody whom the first load has not brought yet shows nothing; whoever is known stays so.
    else if (!known.has(customerId)) return;
    const times = seen?.interactions.filter((one) => one.id === id).length ?? 0;
    if (times !== 1) this.notOnce.push(`${place.name}: ${id} ${times} times`);
  }

  #tick(): number {
    this.#time += 1;
    return this.#time;
  }

  #start(place: Place): Promise<ConvergingDesktop> {
    return ConvergingDesktop.start(place, (outbox) => {
      this.#note(outbox.sent.map(({ mutation: { id } }) => ({ id, status: 'accepted' })));
      this.#note(
        outbox.parked.map(({ mutation: { id }, code }) => ({
          id,
          status: code === 'version-superseded' ? 'superseded' : 'rejected',
        })),
      );
    });
  }

  #note(answers: readonly Pick<MutationAnswer, 'id' | 'status'>[]): void {
    for (const { id, status } of answers) {
      if (this.#outcomes.has(id)) continue;
      this.#outcomes.set(id, status);
      const change = this.#changes.get(id);
      if (change !== undefined) change.to = this.#tick();
    }
  }

  #mutation(orderKey: string, body: MutationBody, skewMs: number): Mutation {
    const madeAt = new Date(Date.now() + skewMs).toISOString();
    return { id: this.#world.newId(), orderKey, madeAt, ...body };
  }

  async #act({ desktop, skewMs, place, own }: Station): Promise<void> {
    const { random, customers, newId, advisorOf } = this.#world;
    const customerId = random.pick(customers);
    const orderKey = `customer:${customerId}`;
    const deed = random.between(0, 9);
    if (deed < 5) {
      const payload = make.someInteraction(newId(), {
        customerId,
        advisorId: advisorOf(this.stations.findIndex((one) => one.place === place)),
        startedAt: new Date(Date.now() + skewMs).toISOString(),
      });
      const mutation = this.#mutation(orderKey, { kind: 'interaction.record', payload }, skewMs);
      const fact = { id: payload.id, customerId };
      this.#facts.set(mutation.id, fact);
      await desktop.write(mutation);
      own.push(fact);
    } else if (deed < 7) {
      const payload = make.someConsent(newId(), customerId);
      const opposed = { ...payload, status: 'opposed' as const };
      const mutation = this.#mutation(
        orderKey,
        { kind: 'consent.record', payload: opposed },
        skewMs,
      );
      this.#facts.set(mutation.id, { id: payload.id, customerId });
      await desktop.write(mutation);
    } else if (deed < 9) await this.#change(desktop, customerId, skewMs);
    else {
      // Refused for ever: it names a case that nobody has.
      const payload = { caseId: newId(), status: 'closed' as const, at: new Date().toISOString() };
      const mutation = this.#mutation(orderKey, { kind: 'case.advance', payload }, skewMs);
      await desktop.write(mutation);
    }
  }

  async #change(desktop: ConvergingDesktop, customerId: string, skewMs: number): Promise<void> {
    const known = await desktop.library.bundle(customerId);
    if (known === null) return;
    const base = known.customer.firstName;
    const value = `N${this.#changes.size}`;
    const payload = { customerId, base: { firstName: base }, change: { firstName: value } };
    const body = { kind: 'customer.change' as const, payload };
    const mutation = this.#mutation(`customer:${customerId}`, body, skewMs);
    this.#changes.set(mutation.id, { customerId, base, value, from: this.#tick(), to: Infinity });
    await desktop.write(mutation);
  }

  #actOld(client: RecordedDesktop1, advisorId: string): void {
    const { random, customers, newId } = this.#world;
    const customerId = random.pick(customers);
    const payload = make.someInteraction(newId(), { customerId, advisorId });
    const mutation = this.#mutation(customerId, { kind: 'interaction.record', payload }, 0);
    this.#facts.set(mutation.id, { id: payload.id, customerId });
    client.outbox.push(mutation);
  }
}
