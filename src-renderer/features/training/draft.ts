/** A role-play as it stands in the form: numbers as they are typed. Pure. */

import type { BrandNumber } from '@shared/domain/brand/brand.ts';
import { displayNumber } from '@shared/domain/number/display-number.ts';
import { parseNumber } from '@shared/domain/number/parse-number.ts';
import type { RolePlay, RolePlayDraft } from '@shared/domain/role-play/role-play.ts';

export type FormDraft = Omit<RolePlayDraft, 'customerNumber'> & {
  readonly numberTyped: string;
  readonly numberHidden: boolean;
};

const fictionalNumber = '06 39 98 41 50';

export const formOf = (
  rolePlay: RolePlay | null,
  brandId: string,
  numbers: readonly BrandNumber[],
): FormDraft => {
  if (rolePlay !== null) {
    const { id: _, version: __, updatedAt: ___, customerNumber, ...rest } = rolePlay;
    return {
      ...rest,
      numberTyped: customerNumber === null ? '' : displayNumber(customerNumber),
      numberHidden: customerNumber === null,
    };
  }
  return {
    brandId,
    title: '',
    level: 'easy',
    direction: 'inbound',
    character: { name: '', about: '' },
    mood: 'calm',
    goal: '',
    brandNumber: numbers.find((one) => one.brandId === brandId)?.e164 ?? '',
    numberTyped: fictionalNumber,
    numberHidden: false,
    ringPatienceSeconds: 45,
    holdPatienceSeconds: 60,
    steps: [
      { kind: 'listen', atMostSeconds: 10 },
      { kind: 'say', text: '', sound: null },
      { kind: 'listen', atMostSeconds: 20 },
      { kind: 'hang-up', manner: 'polite' },
    ],
    expectedDispositions: [],
  };
};

/** The brand's first number where none is chosen: its numbers may come after the form was opened. */
export const withNumber = (draft: FormDraft, numbers: readonly BrandNumber[]): FormDraft => {
  const { brandId, brandNumber } = draft;
  if (brandNumber !== '') return draft;
  const first = numbers.find((one) => one.brandId === brandId);
  return first === undefined ? draft : { ...draft, brandNumber: first.e164 };
};

/** As it is checked and sent; a number that cannot be read stays as it was typed, and is refused. */
export const draftOf = ({ numberTyped, numberHidden, ...rest }: FormDraft): RolePlayDraft => ({
  ...rest,
  customerNumber: numberHidden ? null : (parseNumber(numberTyped).e164 ?? numberTyped),
});
