/**
 * Branches of speeches become routes: their conditions are written as expressions, so that there is
 * one language to read, check and walk by. Nothing else of a version changes.
 */
import { type Kysely, sql } from 'kysely';

type Condition = {
  readonly fact: string;
  readonly is: 'equal' | 'not-equal' | 'present' | 'absent' | 'at-least' | 'at-most';
  readonly value?: string | number | boolean;
};
type OldStep = {
  readonly branches?: readonly { readonly when: readonly Condition[]; readonly next: string }[];
} & Record<string, unknown>;

const operators = { equal: '=', 'not-equal': '!=', 'at-least': '>=', 'at-most': '<=' } as const;
const ownedBy = /^(customer|brand|advisor|case|order|call)\./;

/** Facts keep their names; what else was asked for was an answer of a step. */
const nameOf = (fact: string): string => (ownedBy.test(fact) ? fact : `answer.${fact}`);

const writtenValue = (value: Condition['value']): string =>
  typeof value === 'string' ? JSON.stringify(value) : String(value ?? false);

const expressionOf = ({ fact, is, value }: Condition): string => {
  const name = nameOf(fact);
  if (is === 'present') return `${name} is known`;
  if (is === 'absent') return `${name} is unknown`;
  return `${name} ${operators[is]} ${writtenValue(value)}`;
};

/** One step in its new form; a branch without conditions was always taken. */
export const withRoutes = ({ branches = [], ...step }: OldStep): Record<string, unknown> => ({
  ...step,
  routes: branches.map(({ when, next }) => ({
    if: when.length === 0 ? 'true' : when.map(expressionOf).join(' and '),
    next,
  })),
});

type Row = { script_id: string; version: number; content: { steps: OldStep[] } };

export const speechRoutes = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    const { rows } = await sql<Row>`
      select script_id, version, content from script_versions
      where jsonb_path_exists(content, '$.steps[*].branches')
    `.execute(db);
    for (const { script_id: id, version, content } of rows) {
      const changed = JSON.stringify({ ...content, steps: content.steps.map(withRoutes) });
      await sql`
        update script_versions set content = ${changed}::jsonb
        where script_id = ${id} and version = ${version}
      `.execute(db);
    }
  },
};
