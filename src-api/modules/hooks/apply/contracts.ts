/** Contracts as the system that keeps them tells them: whose, what they are about, since and until when. */
import { putContract } from '@api/modules/contracts/repository.ts';
import type { HookEventOf } from '@shared/contracts/hooks/event.ts';
import { inOrder } from '@shared/domain/source/facts.ts';
import { addFact, factsOf, idOfThing, lockThing, nameThing } from '../facts-repository.ts';
import { type Wrong, wrong } from '../read-event.ts';
import type { Telling } from './applying.ts';
import { learnOf } from './customers.ts';

type Event = HookEventOf<'contract.running' | 'contract.ended'>;
type Fact = Event['data'];
type Running = HookEventOf<'contract.running'>['data'];

const isRunning = (fact: Fact): fact is Running => 'object' in fact;

/** An end that is told before its contract waits for it. */
export const contractTold = async (telling: Telling, { data }: Event): Promise<Wrong | null> => {
  const { tx, source, eventId, messageId, at } = telling;
  const thing = { sourceId: source.id, kind: 'contract', ref: data.ref } as const;
  await lockThing(tx, thing);
  await addFact(tx, thing, { eventId, at, key: messageId, fact: data });
  const facts = inOrder(await factsOf<Fact>(tx, thing)).map(({ fact }) => fact);
  const contract = facts.filter(isRunning).at(-1);
  if (contract === undefined) return null;
  const who = await learnOf(telling, contract.brandId, contract.customer);
  if (who === 'ambiguous')
    return wrong('customer-ambiguous', 'data.customer', 'fits several customers');
  if (who === 'unknown') return wrong('customer-unknown', 'data.customer', 'fits no customer');
  const last = facts.at(-1);
  const until = last === undefined || isRunning(last) ? contract.until : last.endedOn;
  const id = (await idOfThing(tx, thing)) ?? telling.newId();
  await putContract(tx, {
    id,
    customerId: who.customerId,
    brandId: contract.brandId,
    reference: contract.ref,
    object: contract.object,
    since: contract.since,
    until,
    toldAt: at,
  });
  await nameThing(tx, thing, id);
  return null;
};
