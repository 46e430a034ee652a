/**
 * The first call of a day is shown as fast as the later ones: what every INVITE goes through is
 * gone through a few times while nothing rings, so that its code is compiled and its tables read.
 */
import type { Reference } from '@shared/contracts/sync/pull.ts';
import { readCaller } from '../calls/caller.ts';
import type { Library } from '../sync/library.ts';

const nobody = '+33199000000';
const rounds = 50;
const customers = 12;

export const warmUp = async (
  library: Library,
  reference: Pick<Reference, 'numbers' | 'brands'>,
): Promise<void> => {
  const headers = {
    from: `"Essai" <sip:${nobody}@parlance.invalid>;tag=1`,
    assertedIdentity: `<sip:0199000000@parlance.invalid>`,
    to: '<sip:0199000001@parlance.invalid>',
    requestUri: 'sip:6001@parlance.invalid',
    called: [nobody],
    brand: null,
    queue: null,
    callUid: null,
    autoAnswer: false,
  };
  for (let round = 0; round < rounds; round += 1) readCaller(headers, reference);
  await library.byPhone(nobody);
  for (const id of await library.some(customers)) {
    const bundle = await library.bundle(id);
    const number = bundle?.customer.phones[0]?.e164;
    if (number !== undefined) await library.byPhone(number);
  }
};
