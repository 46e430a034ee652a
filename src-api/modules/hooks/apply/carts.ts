/** Carts as their shop tells them: an entry of the time line, and a call to make while there is time. */
import { entryOfCart, putCart } from '@api/modules/carts/repository.ts';
import type { HookEventOf, Mention } from '@shared/contracts/hooks/event.ts';
import { type CartFact, cartWords, foldCart } from '@shared/domain/source/cart-facts.ts';
import { inOrder } from '@shared/domain/source/facts.ts';
import { addFact, factsOf, idOfThing, lockThing, nameThing } from '../facts-repository.ts';
import type { Telling } from './applying.ts';
import { isAbout, learnOf } from './customers.ts';
import { recordTold, retell } from './interactions.ts';
import { channelOf, euros } from './orders.ts';

type About = {
  readonly brandId: string;
  readonly zone: string;
  readonly mention?: Mention | undefined;
};
type Fact = CartFact & { readonly about: About };

/** What all that was said so far comes to. */
const settle = async (telling: Telling, ref: string): Promise<void> => {
  const { tx, source } = telling;
  const thing = { sourceId: source.id, kind: 'cart', ref } as const;
  const facts = inOrder(await factsOf<Fact>(tx, thing));
  const cart = foldCart(facts);
  const told = facts.filter(({ fact }) => fact.kind === 'broken-off');
  const last = told.at(-1)?.fact.about;
  if (cart === null || last === undefined) return;
  const mention = told.flatMap(({ fact }) => fact.about.mention ?? []).at(-1);
  const { brandId, zone } = last;
  const words = cartWords(cart);
  const entry = {
    startedAt: cart.brokenOffAt,
    endedAt: null,
    zone,
    channel: channelOf(source.kind),
    direction: 'inbound',
    outcome: 'unanswered',
    title: 'Panier abandonné',
    customerWords: null,
    summary: [euros(cart.amountCents), words].filter(Boolean).join(' · '),
    reasonCode: null,
    queue: null,
  } as const;
  const known = await idOfThing(tx, thing);
  const id = known ?? telling.newId();
  const entryId =
    (known === null ? null : await entryOfCart(tx, id)) ??
    (await recordTold(telling, brandId, entry));
  if (known !== null) await retell(telling, entryId, entry);
  // Before the cart itself: who opposed the telephone is never called, not even for a moment.
  if (mention !== undefined) await isAbout(telling, 'interaction', entryId, { brandId, mention });
  await putCart(tx, {
    id,
    reference: ref,
    brandId,
    number: mention?.phones[0] ?? null,
    amountCents: cart.amountCents,
    lines: cart.lines,
    words,
    brokenOffAt: cart.brokenOffAt,
    expiresAt: cart.expiresAt,
    boughtAt: cart.boughtAt,
    interactionId: entryId,
  });
  await nameThing(tx, thing, id);
};

const tell = async (telling: Telling, ref: string, fact: Fact): Promise<void> => {
  const { tx, source, eventId, messageId, at } = telling;
  const thing = { sourceId: source.id, kind: 'cart', ref };
  await lockThing(tx, thing);
  await addFact(tx, thing, { eventId, at, key: messageId, fact });
  const { brandId, mention } = fact.about;
  if (mention !== undefined) await learnOf(telling, brandId, mention);
  await settle(telling, ref);
};

export const cartBrokenOff = (
  telling: Telling,
  { data, zone }: HookEventOf<'cart.broken-off'>,
): Promise<void> => {
  const { amountCents, lines, timeToLiveMinutes, brandId, customer: mention } = data;
  const content = { amountCents, lines, timeToLiveMinutes };
  return tell(telling, data.ref, {
    kind: 'broken-off',
    ...content,
    about: { brandId, zone, mention },
  });
};

/** By the shop's word on the cart, or by an order that names it. */
export const cartBought = (
  telling: Telling,
  ref: string,
  about: Pick<About, 'brandId' | 'zone'>,
): Promise<void> => tell(telling, ref, { kind: 'bought', about });
