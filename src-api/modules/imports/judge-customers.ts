/** What each line of customers comes to: a new card, an update, nothing new, a doubt, a refusal. */

import { setImmediate } from 'node:timers/promises';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { fillCard } from '@shared/domain/import/fill-card.ts';
import type { ImportLine } from '@shared/domain/import/line.ts';
import type { LineProblem } from '@shared/domain/import/problem.ts';
import type { Decision, DoubtRule } from '@shared/domain/import/progress.ts';
import { sameValue } from '@shared/kernel/same-value.ts';
import { Acquaintances, type Judged, type Known } from './acquaintances.ts';
import { searchKeysOf } from './keys-repository.ts';
import * as people from './people-repository.ts';
import { cardOf, type Prepared } from './prepared.ts';
import type { Db, ImportRow } from './repository.ts';
import { restrictedAmong, restrictedProblem } from './restricted-repository.ts';

type CustomerLine = Extract<ImportLine, { kind: 'customers' }>;
type Settled = Decision | DoubtRule;

export type JudgedLine = {
  readonly prepared: Prepared;
  readonly line: CustomerLine;
  readonly judged:
    | Judged
    | { readonly is: 'skip' }
    | { readonly is: 'restricted'; readonly problem: LineProblem };
  /** The card it makes or fills, as it is after this line. */
  readonly known: Known | null;
  /** As it was before this line. */
  readonly before: Customer | null;
  readonly relationChanged: boolean;
};

const isCustomer = (prepared: Prepared): prepared is Prepared & { line: CustomerLine } =>
  prepared.line?.kind === 'customers';

/** Everybody in the hub whom these lines may mean. */
const gather = async (
  db: Db,
  { row }: Pick<Judging, 'row'>,
  lines: readonly Prepared[],
): Promise<Acquaintances> => {
  const cards = lines.filter(isCustomer).map(({ line }) => line.card);
  const references = cards.flatMap(({ reference }) => reference ?? []);
  const named = await people.customersNamed(db, row.brand_id, references);
  const by = {
    ...searchKeysOf(lines),
    emails: [...new Set(cards.flatMap(({ emails }) => emails))],
    ids: [...named.values(), ...lines.flatMap((one) => one.row.match_id ?? [])],
  };
  const met = await people.cardsMeeting(db, row.brand_id, by);
  const known = new Acquaintances();
  for (const [at, [customerId, card]] of [...met].entries()) {
    known.add({ customerId, line: null, card });
    if (at % 50 === 49) await setImmediate();
  }
  for (const [reference, customerId] of named) known.name(reference, customerId);
  return known;
};

/** A doubt that is settled, by a person for this line or by the rule for all. */
const settle = (judged: Judged, settled: Settled, known: Known | null): JudgedLine['judged'] => {
  if (judged.is !== 'doubt') return judged;
  switch (settled) {
    case 'wait':
      return judged;
    case 'skip':
      return { is: 'skip' };
    case 'same-person':
      return { is: 'same', known: known ?? judged.known };
    case 'same-household':
    case 'two-records':
      return { is: 'new' };
  }
};

const relationOf = (card: Customer, brandId: string) =>
  card.relations.find((relation) => relation.brandId === brandId);

/** The card after the line, and whether the line changed what the brand knows of her. */
const filled = (
  card: Customer,
  line: CustomerLine,
  brandId: string,
): { readonly next: Customer; readonly relationChanged: boolean } => {
  const { next } = fillCard(card, line.card);
  const relation = relationOf(card, brandId);
  const after = relation === undefined ? undefined : { ...relation, ...line.card.relation };
  const relationChanged = after !== undefined && !sameValue(relation, after);
  if (!relationChanged) return { next, relationChanged };
  const relations = card.relations.map((one) => (one === relation ? after : one));
  return { next: { ...next, relations }, relationChanged };
};

export type Judging = {
  readonly row: ImportRow;
  readonly at: string;
  readonly newId: () => string;
  /** For doubts that nobody settled. */
  readonly rule: DoubtRule;
  /** Earlier lines of the file that would make a card, where nothing is written yet. */
  readonly earlier: readonly Known[];
};

export const judgeCustomers = async (
  db: Db,
  judging: Judging,
  lines: readonly Prepared[],
): Promise<readonly JudgedLine[]> => {
  const { row, at, newId, rule, earlier } = judging;
  const known = await gather(db, judging, lines);
  const restricted = await restrictedAmong(db, row.brand_id, lines);
  for (const one of earlier) known.add(one);
  const found: JudgedLine[] = [];
  for (const prepared of lines) {
    if (found.length % 20 === 19) await setImmediate();
    if (!isCustomer(prepared) || prepared.identity === null) continue;
    const { line, identity, keys } = prepared;
    const { decision, match_id } = prepared.row;
    const doubted = match_id === null ? null : known.withId(match_id);
    const judged = settle(
      known.judge(identity, keys, line.card.reference),
      decision ?? rule,
      doubted,
    );
    const own = { prepared, line, judged };
    const hers = restricted.get(prepared.row.line);
    if (hers === 'named' || (hers === 'alike' && judged.is !== 'same')) {
      // Alike, but certainly somebody else who is there: then it is that one.
      const left = { is: 'restricted', problem: restrictedProblem } as const;
      found.push({ ...own, judged: left, known: null, before: null, relationChanged: false });
    } else if (judged.is === 'new') {
      const made = { id: newId(), brandId: row.brand_id, at };
      const one: Known = {
        customerId: null,
        line: prepared.row.line,
        card: cardOf(line.card, made),
      };
      known.add(one, line.card.reference);
      found.push({ ...own, known: one, before: null, relationChanged: false });
    } else if (judged.is === 'same') {
      const before = judged.known.card;
      const { next, relationChanged } = filled(before, line, row.brand_id);
      judged.known.card = next;
      known.add(judged.known, line.card.reference);
      found.push({ ...own, known: judged.known, before, relationChanged });
    } else found.push({ ...own, known: null, before: null, relationChanged: false });
  }
  return found;
};

/** Earlier lines of the file as cards. */
export const earlierCards = (
  row: ImportRow,
  at: string,
  lines: readonly Prepared[],
): readonly Known[] =>
  lines.filter(isCustomer).map(({ line, row: { line: number } }) => ({
    customerId: null,
    line: number,
    card: cardOf(line.card, { id: `line ${number}`, brandId: row.brand_id, at }),
  }));
