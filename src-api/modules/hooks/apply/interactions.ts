/**
 * An interaction as its source tells it. Whatever came first, its row is what all that was said so
 * far comes to; a correction that came before its interaction waits for it (TIME-6).
 */
import { insertInteraction } from '@api/modules/interactions/repository.ts';
import { keepLinks } from '@api/modules/threads/repository.ts';
import type { HookEventOf, Mention } from '@shared/contracts/hooks/event.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { inOrder } from '@shared/domain/source/facts.ts';
import {
  type Folded,
  foldInteraction,
  type InteractionFact,
  type Told,
} from '@shared/domain/source/interaction-facts.ts';
import { sameValue } from '@shared/kernel/same-value.ts';
import {
  addFact,
  factKey,
  factsOf,
  idOfThing,
  lockThing,
  nameThing,
  type Thing,
} from '../facts-repository.ts';
import { correctTold, keepSteps } from '../interactions-repository.ts';
import { type Wrong, wrong } from '../read-event.ts';
import type { Telling } from './applying.ts';
import { isAbout, learnOf } from './customers.ts';

type About = {
  readonly brandId: string;
  readonly mention?: Mention | undefined;
  readonly conversation?: string | undefined;
  readonly repliesTo?: string | undefined;
};
type Fact = InteractionFact & { readonly about?: About };

const rowOf = (id: string, brandId: string, told: Told): Interaction => ({
  id,
  customerId: null,
  brandId,
  ...told,
  recordedAt: null,
  advisorId: null,
  campaignId: null,
  dispositionCode: null,
  notes: [],
  caseId: null,
  threadId: null,
  call: null,
  speech: null,
  wrapUpEndedAt: null,
});

/** Inserts the row under a new id. */
export const recordTold = async (
  { tx, heardAt, newId }: Telling,
  brandId: string,
  told: Told,
  correctedAt: string | null = null,
): Promise<string> => {
  const id = newId();
  await insertInteraction(tx, { ...rowOf(id, brandId, told), correctedAt }, heardAt);
  return id;
};

/** Says an entry anew that its source may change without calling it a correction. */
export const retell = (telling: Telling, id: string, told: Told): Promise<void> =>
  correctTold(telling.tx, id, told, null);

const difference = (before: Told, after: Told): Partial<Told> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([field, value]) => !sameValue(before[field as keyof Told], value),
    ),
  );

const settle = async (
  telling: Telling,
  thing: Thing & { readonly kind: 'interaction' },
  before: Folded | null,
): Promise<void> => {
  const { tx, source } = telling;
  const facts = await factsOf<Fact>(tx, thing);
  const after = foldInteraction(facts);
  const base = inOrder(facts).find(({ fact }) => fact.kind === 'happened')?.fact.about;
  if (after === null || base === undefined) return;
  const correctedAt = after.steps.at(-1)?.at ?? null;
  let id = await idOfThing(tx, thing);
  if (id === null) {
    id = await recordTold(telling, base.brandId, after.told, correctedAt);
    await nameThing(tx, thing, id);
  } else if (correctedAt !== null) {
    await correctTold(tx, id, difference(before?.told ?? after.told, after.told), correctedAt);
  }
  const { brandId, mention } = base;
  const named = (name: string | undefined) => (name === undefined ? null : `${source.id} ${name}`);
  await keepLinks(tx, id, {
    own: `${source.id} ${thing.ref}`,
    conversation: named(base.conversation),
    repliesTo: named(base.repliesTo),
  });
  if (mention !== undefined) await isAbout(telling, 'interaction', id, { brandId, mention });
  if (after.steps.length > 0) await keepSteps(tx, id, after.steps, source.id);
};

/** What is wrong with it, where it would make the interaction end before it began. */
const tell = async (telling: Telling, ref: string, fact: Fact): Promise<Wrong | null> => {
  const { tx, source, eventId, messageId, at } = telling;
  const thing = { sourceId: source.id, kind: 'interaction', ref } as const;
  await lockThing(tx, thing);
  const before = foldInteraction(await factsOf<Fact>(tx, thing));
  await addFact(tx, thing, { eventId, at, key: messageId, fact });
  const after = foldInteraction(await factsOf<Fact>(tx, thing));
  if (after?.contrary.has(factKey(messageId, eventId))) {
    return wrong('ends-before-start', 'data.change', 'it would end before it begins');
  }
  const { about } = fact;
  if (about?.mention !== undefined) await learnOf(telling, about.brandId, about.mention);
  await settle(telling, thing, before);
  return null;
};

export const interactionHappened = (
  telling: Telling,
  { data, zone }: HookEventOf<'interaction.happened'>,
): Promise<Wrong | null> => {
  const told: Told = {
    startedAt: telling.at,
    endedAt: data.endedAt ?? null,
    zone,
    channel: data.channel,
    direction: data.direction,
    outcome: data.outcome,
    title: data.title,
    customerWords: data.customerWords ?? null,
    summary: data.summary ?? null,
    reasonCode: data.reasonCode ?? null,
    queue: data.queue ?? null,
    ...(data.satisfaction === undefined ? {} : { satisfaction: data.satisfaction }),
  };
  const { brandId, customer: mention, conversation, repliesTo } = data;
  const about = { brandId, mention, conversation, repliesTo };
  return tell(telling, data.ref, { kind: 'happened', told, about });
};

export const interactionCorrected = (
  telling: Telling,
  { data }: HookEventOf<'interaction.corrected'>,
): Promise<Wrong | null> => {
  const given = Object.entries(data.change).filter(([, value]) => value !== undefined);
  const change = Object.fromEntries(given) as Partial<Told>;
  return tell(telling, data.ref, { kind: 'corrected', why: data.why, change });
};
