/** Lines that mean somebody whose data is restricted (GDPR 18): no second card is made beside hers. */
import { findCards } from '@api/modules/customers/repository.ts';
import { type Identity, identityOf } from '@shared/domain/identity/identity.ts';
import { isAtLeast } from '@shared/domain/identity/verdict.ts';
import { judgeMatch } from '@shared/domain/import/judge-match.ts';
import type { LineProblem } from '@shared/domain/import/problem.ts';
import { sql } from 'kysely';
import { isId } from './people-repository.ts';
import type { Prepared } from './prepared.ts';
import type { Db } from './repository.ts';

/** Everybody of the brand whose data is restricted: they are few. With what the file may call them. */
const restrictedOf = async (
  db: Db,
  brandId: string,
  lines: readonly Prepared[],
): Promise<readonly { readonly id: string; readonly references: readonly string[] }[]> => {
  const cards = lines.flatMap(({ line }) => (line?.kind === 'customers' ? [line.card] : []));
  const references = cards.flatMap(({ reference }) => reference ?? []);
  const { rows } = await sql<{ id: string; references: string[] }>`
    select one.id, array(
      select reference from import_references
        where customer_id = one.id and brand_id = ${brandId} and reference = any(${references}::text[])
      union all
      select named.external_id from external_references named
        join sources source on source.id = named.source_id and source.brand_ids @> ${[brandId]}::text[]
        where named.id = one.id and named.kind = 'customer'
          and named.external_id = any(${references}::text[])
      union all select one.id::text where one.id = any(${references.filter(isId)}::uuid[])
    ) as references
    from customers one
    where one.restricted_at is not null
      and exists (select from customer_relations
        where customer_id = one.id and brand_id = ${brandId})`.execute(db);
  return rows;
};

export const restrictedProblem: LineProblem = {
  column: null,
  field: null,
  read: '',
  code: 'customer-restricted',
  remedy: { kind: 'skip' },
};

/** How a line means her: by a reference of hers, or by being alike. */
export type MeansRestricted = 'named' | 'alike';

/** Which lines mean somebody whose data is restricted, by their number. */
export const restrictedAmong = async (
  db: Db,
  brandId: string,
  lines: readonly Prepared[],
): Promise<ReadonlyMap<number, MeansRestricted>> => {
  const all = await restrictedOf(db, brandId, lines);
  if (all.length === 0) return new Map();
  const named = new Set(all.flatMap(({ references }) => references));
  const cards = await findCards(
    db,
    all.map(({ id }) => id),
  );
  const known = [...cards.values()].map(identityOf);
  const means = (identity: Identity) =>
    known.some((other) => {
      const { match, comparison } = judgeMatch(identity, other);
      return match === 'same' || isAtLeast(comparison.verdict, 'probable');
    });
  return new Map(
    lines.flatMap(({ line, identity, row }): (readonly [number, MeansRestricted])[] => {
      if (line?.kind !== 'customers' || identity === null) return [];
      const { reference } = line.card;
      if (reference !== null && named.has(reference)) return [[row.line, 'named'] as const];
      return means(identity) ? [[row.line, 'alike'] as const] : [];
    }),
  );
};
