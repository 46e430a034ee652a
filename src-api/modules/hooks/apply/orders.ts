/** An order as its shop tells it: an entry of the time line, and a row that later words change. */
import type { HookEventOf, Mention } from '@shared/contracts/hooks/event.ts';
import type { Channel } from '@shared/domain/interaction/channel.ts';
import { inOrder } from '@shared/domain/source/facts.ts';
import type { SourceKind } from '@shared/domain/source/source.ts';
import { addFact, factsOf, idOfThing, lockThing, nameThing } from '../facts-repository.ts';
import { putOrder } from '../orders-repository.ts';
import type { Telling } from './applying.ts';
import { isAbout, learnOf } from './customers.ts';
import { recordTold } from './interactions.ts';

type Fact = {
  readonly brandId: string;
  readonly zone: string;
  readonly amountCents: number;
  readonly lines: unknown;
  readonly mention?: Mention | undefined;
};

const channels: Readonly<Record<SourceKind, Channel>> = {
  'web-shop': 'web',
  form: 'form',
  ivr: 'phone',
  'mail-gateway': 'email',
  store: 'store',
  'representative-diary': 'representative',
  other: 'web',
};
export const channelOf = (kind: SourceKind): Channel => channels[kind];

export const euros = (cents: number): string => `${(cents / 100).toFixed(2).replace('.', ',')} €`;

export const orderPlaced = async (
  telling: Telling,
  { data, zone }: HookEventOf<'order.placed'>,
): Promise<void> => {
  const { tx, source, eventId, messageId, at } = telling;
  const thing = { sourceId: source.id, kind: 'order', ref: data.ref } as const;
  await lockThing(tx, thing);
  const { brandId, amountCents, lines, customer: mention } = data;
  const told: Fact = { brandId, zone, amountCents, lines, mention };
  await addFact(tx, thing, { eventId, at, key: messageId, fact: told });
  if (mention !== undefined) await learnOf(telling, brandId, mention);
  const facts = inOrder(await factsOf<Fact>(tx, thing));
  const [first] = facts;
  const last = facts.at(-1);
  if (first === undefined || last === undefined) return;
  const known = await idOfThing(tx, thing);
  const interactionId =
    known === null
      ? await recordTold(telling, first.fact.brandId, {
          startedAt: first.at,
          endedAt: null,
          zone: first.fact.zone,
          channel: channelOf(source.kind),
          direction: 'inbound',
          outcome: 'done',
          title: `Commande ${data.ref}`.slice(0, 200),
          customerWords: null,
          summary: euros(last.fact.amountCents),
          reasonCode: null,
          queue: null,
        })
      : null;
  const id = known ?? telling.newId();
  const entry = await putOrder(tx, {
    id,
    interactionId,
    brandId: first.fact.brandId,
    reference: data.ref,
    placedAt: first.at,
    amountCents: last.fact.amountCents,
    lines: last.fact.lines,
    summary: euros(last.fact.amountCents),
  });
  await nameThing(tx, thing, id);
  const about = { brandId: first.fact.brandId, mention: first.fact.mention };
  if (entry !== null && about.mention !== undefined) {
    await isAbout(telling, 'interaction', entry, { ...about, mention: about.mention });
  }
};
