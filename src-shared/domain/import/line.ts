/** What one line of each kind of file says, once every cell was read. */
import type { BrandRelation, Consent, Customer } from '../customer/customer.ts';
import type { Interaction } from '../interaction/interaction.ts';
import type { Constants, ImportField, ImportKind } from './field.ts';
import type { LineProblem, Mending } from './problem.ts';

/** Whom a line means: by the file's own name for her, by number, by address. */
export type Who = {
  readonly reference: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly companyName: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
};

/** Empty texts and nulls were not in the file and change nothing. */
export type CardLine = Who & {
  readonly kind: Customer['kind'];
  readonly civility: Customer['civility'] | null;
  readonly birthDate: string | null;
  readonly registration: string | null;
  readonly language: Customer['language'] | null;
  readonly address: Customer['address'];
  readonly relation: Partial<
    Pick<BrandRelation, 'since' | 'value12MonthsCents' | 'segment' | 'vip' | 'score'>
  >;
};

export type ConsentLine = Pick<
  Consent,
  'channel' | 'status' | 'purpose' | 'givenAt' | 'until' | 'proof'
>;

export type InteractionLine = Pick<
  Interaction,
  | 'startedAt'
  | 'endedAt'
  | 'zone'
  | 'channel'
  | 'direction'
  | 'outcome'
  | 'title'
  | 'summary'
  | 'customerWords'
  | 'reasonCode'
> & { readonly reference: string };

export type ImportLine =
  | {
      readonly kind: 'customers';
      readonly card: CardLine;
      readonly consent: ConsentLine | null;
      /** It speaks of a consent that nothing proves: the card comes in without it. */
      readonly unproved: boolean;
    }
  | { readonly kind: 'consents'; readonly who: Who; readonly consent: ConsentLine }
  | { readonly kind: 'interactions'; readonly who: Who; readonly interaction: InteractionLine };

export type Mended = { readonly column: string; readonly mending: Mending };

export type ReadLine = {
  /** Null where the line is refused. */
  readonly line: ImportLine | null;
  readonly problems: readonly LineProblem[];
  readonly mended: readonly Mended[];
};

export type Reading = {
  readonly kind: ImportKind;
  /** Header by field. */
  readonly columns: ReadonlyMap<ImportField, string>;
  readonly constants: Constants;
  readonly nowMs: number;
};
