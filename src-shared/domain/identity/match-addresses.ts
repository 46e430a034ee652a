/** Whether two addresses are one: the same door, the same house, the same commune. */
import type { AddressKey } from './address-key.ts';
import { areClose } from './distance.ts';

/** `near`: the same street or house, with something missing or mistyped. */
export type AddressMatch = 'same' | 'near' | 'commune' | 'different' | 'missing';

const sameCommune = (one: AddressKey, other: AddressKey): boolean => {
  if (one.district !== '' && other.district !== '' && one.district !== other.district) return false;
  if (one.inseeCode !== null && one.inseeCode === other.inseeCode) return true;
  const sameDepartment = one.postcode.slice(0, 2) === other.postcode.slice(0, 2);
  // A CEDEX has a code of its own: the department and the name count then.
  if (one.commune !== '' && other.commune !== '') {
    const alike = one.commune === other.commune || areClose(one.commune, other.commune);
    return alike && (sameDepartment || one.postcode === '' || other.postcode === '');
  }
  return one.postcode !== '' && one.postcode === other.postcode;
};

export const matchAddresses = (one: AddressKey | null, other: AddressKey | null): AddressMatch => {
  if (one === null || other === null) return 'missing';
  const isEmpty = (key: AddressKey) => key.commune === '' && key.postcode === '';
  if (isEmpty(one) || isEmpty(other)) return 'missing';
  if (!sameCommune(one, other)) return 'different';
  if (one.street === '' || other.street === '') return 'commune';
  const sameStreet = one.street === other.street;
  if (!sameStreet && !areClose(one.street, other.street)) return 'commune';
  if (one.number !== other.number) {
    return one.number === '' || other.number === '' ? 'near' : 'commune';
  }
  const otherFlat = one.flat !== '' && other.flat !== '' && one.flat !== other.flat;
  return sameStreet && !otherFlat ? 'same' : 'near';
};
