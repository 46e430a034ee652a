/** Appointments of a diary: a call to make at its time, as long as there is a number to call. */
import type { HookEventOf, Mention } from '@shared/contracts/hooks/event.ts';
import { type AppointmentFact, foldAppointment } from '@shared/domain/source/appointment-facts.ts';
import { inOrder } from '@shared/domain/source/facts.ts';
import { firstNumberOf, putToldCallback } from '../callbacks-repository.ts';
import { addFact, factsOf, idOfThing, lockThing, nameThing } from '../facts-repository.ts';
import type { Telling } from './applying.ts';
import { isAbout, learnOf, whoIs } from './customers.ts';

type Event = HookEventOf<'appointment.set' | 'appointment.moved' | 'appointment.cancelled'>;
type Fact = AppointmentFact & { readonly brandId: string; readonly mention?: Mention | undefined };

const factOf = ({ data }: Event): Fact => {
  const about = { brandId: data.brandId, mention: data.customer };
  return 'dueAt' in data
    ? { kind: 'dated', dueAt: data.dueAt, subject: data.subject, ...about }
    : { kind: 'cancelled', ...about };
};

export const appointmentTold = async (telling: Telling, event: Event): Promise<void> => {
  const { tx, source, eventId, messageId, at } = telling;
  const thing = { sourceId: source.id, kind: 'appointment', ref: event.data.ref } as const;
  await lockThing(tx, thing);
  await addFact(tx, thing, { eventId, at, key: messageId, fact: factOf(event) });
  const { customer } = event.data;
  if (customer !== undefined) await learnOf(telling, event.data.brandId, customer);
  const facts = inOrder(await factsOf<Fact>(tx, thing));
  const found = foldAppointment(facts);
  const mention = facts.flatMap(({ fact }) => fact.mention ?? []).at(-1);
  const [first] = facts;
  if (found === null || mention === undefined || first === undefined) return;
  const { brandId } = first.fact;
  const who = await whoIs(telling, brandId, mention);
  const customerId = typeof who === 'string' ? null : who.customerId;
  const number =
    mention.phones[0] ?? (customerId === null ? null : await firstNumberOf(tx, customerId));
  if (number === null || number === undefined) return;
  const id = (await idOfThing(tx, thing)) ?? telling.newId();
  await putToldCallback(tx, {
    id,
    kind: 'appointment',
    brandId,
    number,
    dueAt: found.dueAt,
    reason: found.subject,
    createdAt: first.at,
    status: found.cancelled ? 'cancelled' : 'open',
  });
  await nameThing(tx, thing, id);
  await isAbout(telling, 'callback', id, { brandId, mention });
};
