/** Whom consents and exchanges of a file are about, and whether they are known already. */

import { searchTextOf } from '@api/modules/customers/search-text.ts';
import { decideCustomer } from '@api/modules/hooks/apply/decide-customer.ts';
import { knownInteractionIds } from '@api/modules/interactions/repository.ts';
import type { Consent } from '@shared/domain/customer/customer.ts';
import type { ConsentLine, ImportLine, Who } from '@shared/domain/import/line.ts';
import type { LineProblem } from '@shared/domain/import/problem.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { againstConsent, consentRow, stableId } from './judge-consent.ts';
import * as people from './people-repository.ts';
import type { Prepared } from './prepared.ts';
import type { Db, ImportRow } from './repository.ts';

type OtherLine = Exclude<ImportLine, { kind: 'customers' }>;
export type OtherJudged = { readonly prepared: Prepared } & (
  | { readonly is: 'refused'; readonly problem: LineProblem }
  | { readonly is: 'same'; readonly customerId: string }
  | { readonly is: 'consent'; readonly customerId: string; readonly consent: Consent }
  | { readonly is: 'interaction'; readonly customerId: string; readonly interaction: Interaction }
);

type Found = { readonly customerId: string } | 'unknown' | 'ambiguous';

/** By the file's own name first; then by number and address, beside a name only one of that name. */
const finder = async (
  db: Db,
  brandId: string,
  whos: readonly Who[],
): Promise<(who: Who) => Found> => {
  const named = await people.customersNamed(
    db,
    brandId,
    whos.flatMap(({ reference }) => reference ?? []),
  );
  const emails = whos.flatMap(({ emails: own }) => own.flatMap((one) => [one, one.toLowerCase()]));
  const phones = whos.flatMap(({ phones: own }) => own);
  const reached = await people.customersReached(db, brandId, phones, [...new Set(emails)]);
  const byKey = new Map<string, people.ContactOf[]>();
  for (const one of reached) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one]);
  return (who) => {
    const known = who.reference === null ? undefined : named.get(who.reference);
    if (known !== undefined) return { customerId: known };
    const keys = [...who.phones, ...who.emails.map((email) => email.toLowerCase())];
    const candidates = new Map(
      keys.flatMap((key) => byKey.get(key) ?? []).map((one) => [one.id, one]),
    );
    const name = searchTextOf({ ...who, companyName: who.companyName || null });
    return decideCustomer(name, [...candidates.values()]);
  };
};

const problem = (code: LineProblem['code']): LineProblem => ({
  column: null,
  field: null,
  read: '',
  code,
  remedy: { kind: 'skip' },
});

type Row = Pick<ImportRow, 'brand_id'> & { readonly mapping: ImportRow['mapping'] };

const columnOfDate = ({ mapping }: Row): string | null =>
  Object.entries(mapping).find(([, field]) => field === 'consentDate')?.[0] ?? null;

const interactionOf = (
  line: Extract<OtherLine, { kind: 'interactions' }>,
  {
    brandId,
    customerId,
    own,
  }: {
    readonly brandId: string;
    readonly customerId: string;
    readonly own: ReadonlySet<string>;
  },
): Interaction => {
  const { reference, ...said } = line.interaction;
  return {
    ...said,
    // A file that we made names exchanges by our own ids.
    id: own.has(reference) ? reference : stableId('interaction', brandId, reference),
    customerId,
    brandId,
    recordedAt: null,
    advisorId: null,
    queue: null,
    campaignId: null,
    dispositionCode: null,
    notes: [],
    caseId: null,
    threadId: null,
    call: null,
    speech: null,
    wrapUpEndedAt: null,
  };
};

type Placed = {
  readonly prepared: Prepared;
  readonly line: OtherLine;
  readonly found: Found;
};

const idsOf = (placed: readonly Placed[]): string[] =>
  placed.flatMap(({ found }) => (typeof found === 'string' ? [] : [found.customerId]));

/** What is standing moves on with each line of the file. */
const judgeConsent = (
  row: Row,
  at: string,
  standing: Map<string, Pick<Consent, 'status' | 'givenAt'>>,
  { customerId, consent }: { readonly customerId: string; readonly consent: ConsentLine },
): { readonly problem: LineProblem } | { readonly consent: Consent } => {
  const key = `${customerId} ${consent.channel}`;
  const now = standing.get(key);
  const against = againstConsent(consent, now, columnOfDate(row));
  if (against !== null) return { problem: against };
  const made = consentRow(consent, { customerId, brandId: row.brand_id, at }, now);
  if (now === undefined || now.givenAt <= made.givenAt) standing.set(key, made);
  return { consent: made };
};

export const judgeOthers = async (
  db: Db,
  row: Row,
  at: string,
  lines: readonly Prepared[],
): Promise<readonly OtherJudged[]> => {
  const others = lines.flatMap((prepared) =>
    prepared.line === null || prepared.line.kind === 'customers'
      ? []
      : [{ prepared, line: prepared.line }],
  );
  const find = await finder(
    db,
    row.brand_id,
    others.map(({ line }) => line.who),
  );
  const placed = others.map((one) => ({ ...one, found: find(one.line.who) }));
  const standing = new Map(await people.standingConsents(db, row.brand_id, idsOf(placed)));
  const own = new Set(
    await knownInteractionIds(
      db,
      others.flatMap(({ line }) =>
        line.kind === 'interactions' && people.isId(line.interaction.reference)
          ? [line.interaction.reference]
          : [],
      ),
    ),
  );
  const judged = placed.map(({ prepared, line, found }): OtherJudged => {
    if (typeof found === 'string') {
      const code = found === 'unknown' ? 'customer-unknown' : 'customer-ambiguous';
      return { prepared, is: 'refused', problem: problem(code) };
    }
    const { customerId } = found;
    if (line.kind === 'interactions') {
      const interaction = interactionOf(line, { brandId: row.brand_id, customerId, own });
      return { prepared, is: 'interaction', customerId, interaction };
    }
    const made = judgeConsent(row, at, standing, { customerId, consent: line.consent });
    if ('problem' in made) return { prepared, is: 'refused', problem: made.problem };
    return { prepared, is: 'consent', customerId, consent: made.consent };
  });
  return withoutKnown(db, judged);
};

/** What is there already, in the hub or on an earlier line, is said once. */
const withoutKnown = async (
  db: Db,
  judged: readonly OtherJudged[],
): Promise<readonly OtherJudged[]> => {
  const idOf = (one: OtherJudged): string | null =>
    one.is === 'consent' ? one.consent.id : one.is === 'interaction' ? one.interaction.id : null;
  const ids = judged.flatMap((one) => idOf(one) ?? []);
  const known = new Set([
    ...(await people.knownConsentIds(db, ids)),
    ...(await knownInteractionIds(db, ids)),
  ]);
  const consents = judged.flatMap((one) => (one.is === 'consent' ? [one.consent] : []));
  const places = await people.consentsSaid(db, consents);
  const said = new Set(consents.filter((_, place) => places.has(place)));
  const isSaid = (one: OtherJudged): boolean => one.is === 'consent' && said.has(one.consent);
  return judged.map((one) => {
    const id = idOf(one);
    if (id === null || one.is === 'refused') return one;
    if (known.has(id) || isSaid(one))
      return { prepared: one.prepared, is: 'same', customerId: one.customerId };
    known.add(id);
    return one;
  });
};
