/** What a desktop of an older protocol cannot read is left out, never told malformed. */

import { type NewerThan, type NewerValue, newerThan } from '@shared/contracts/sync/newer-than.ts';
import { currentProtocol, type ProtocolRange } from '@shared/contracts/sync/protocol.ts';
import type { Change, CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { MutationAnswer } from '@shared/contracts/sync/push.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';

/** What this hub serves; passed in, so that a hub of tomorrow can be tried today. */
export type Wire = { readonly range: ProtocolRange; readonly newerThan: NewerThan };

export const servedWire = (oldest: number): Wire => ({
  range: { oldest: Math.min(oldest, currentProtocol), newest: currentProtocol },
  newerThan,
});

/** `desktop-too-old`, with what to do. A desktop newer than the hub is served as far as it reaches. */
export const admit = (wire: Wire, protocol: number): Result<null> =>
  protocol >= wire.range.oldest
    ? succeed(null)
    : fail(
        'desktop-too-old',
        `protocol ${protocol}, the hub serves ${wire.range.oldest} and later: update the program`,
      );

type Entity = Change['entity'];
const unreadable = Symbol('unreadable');

/** The value with the newer one told as an older one; `unreadable` when there is none. */
const readValue = (value: unknown, path: readonly string[], rule: NewerValue): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) {
    if (value !== rule.value) return value;
    return rule.readAs ?? unreadable;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (step === '*') {
    if (!Array.isArray(value)) return value;
    const entries: unknown[] = value.map((entry) => readValue(entry, rest, rule));
    return entries.includes(unreadable) ? unreadable : entries;
  }
  if (!(step in value)) return value;
  const inner = readValue((value as Record<string, unknown>)[step], rest, rule);
  return inner === unreadable ? unreadable : { ...value, [step]: inner };
};

/** Whether a desktop of this protocol knows the entity at all. */
export const knows = ({ newerThan }: Wire, protocol: number, entity: Entity): boolean =>
  newerThan.entities[entity] <= protocol;

/** The row as this protocol reads it, in a list of its own; an empty list when it cannot. */
export const readableRow = <Row>(
  wire: Wire,
  protocol: number,
  entity: Entity,
  row: Row,
): readonly Row[] => {
  if (!knows(wire, protocol, entity)) return [];
  const rules = wire.newerThan.values.filter(
    (rule) => rule.entity === entity && rule.since > protocol,
  );
  let read: unknown = row;
  for (const rule of rules) {
    read = readValue(read, rule.path, rule);
    if (read === unreadable) return [];
  }
  return [read as Row];
};

/** An answer with a code that this protocol knows. */
export const readableAnswer = (
  { newerThan: { codes } }: Wire,
  protocol: number,
  answer: MutationAnswer,
): MutationAnswer => {
  const newer = codes.find(({ code, since }) => code === answer.code && since > protocol);
  return newer === undefined ? answer : { ...answer, code: newer.readAs };
};

export const readableChange = (wire: Wire, protocol: number, change: Change): readonly Change[] =>
  change.row === null
    ? knows(wire, protocol, change.entity)
      ? [change]
      : []
    : readableRow(wire, protocol, change.entity, change.row).map(
        (row) => ({ ...change, row }) as Change,
      );

export const readableBundle = (
  wire: Wire,
  protocol: number,
  bundle: CustomerBundle,
): readonly CustomerBundle[] => {
  const rows = <Row>(entity: Entity, its: readonly Row[]) =>
    its.flatMap((row) => readableRow(wire, protocol, entity, row));
  return readableRow(wire, protocol, 'customer', bundle.customer).map((customer) => ({
    ...bundle,
    customer,
    cases: rows('case', bundle.cases),
    consents: rows('consent', bundle.consents),
    callbacks: rows('callback', bundle.callbacks),
    interactions: rows('interaction', bundle.interactions),
    grants: rows('grant', bundle.grants),
    purchases: rows('purchase', bundle.purchases),
  }));
};
