/** Opening a case and moving it on. */

import { insertCase, lockCase, updateCaseStatus } from '@api/modules/cases/repository.ts';
import { visibleCustomerIds } from '@api/modules/customers/shown-repository.ts';
import type { CustomerCase } from '@shared/domain/customer/customer.ts';
import { type Applied, type Applying, accepted, inScope, rejected } from './outcome.ts';

/** Accepted with the row when its reference was taken and the hub gave another. */
export const openCase = async (applying: Applying, given: CustomerCase): Promise<Applied> => {
  if (!inScope(applying, given.brandId)) return rejected('role-not-allowed');
  const known = await visibleCustomerIds(applying.tx, [given.customerId], applying.user.brandIds);
  if (!known.has(given.customerId)) return rejected('customer-unknown');
  const current = await insertCase(applying.tx, given);
  return current.reference === given.reference ? accepted : { status: 'accepted', current };
};

/** `superseded` when someone moved the case on after this was decided. */
export const advanceCase = async (
  applying: Applying,
  payload: {
    readonly caseId: string;
    readonly status: CustomerCase['status'];
    readonly at: string;
  },
): Promise<Applied> => {
  const current = await lockCase(applying.tx, payload.caseId, applying.user.brandIds);
  if (current === null) return rejected('case-unknown');
  if (current.status === payload.status) return accepted;
  if (Date.parse(current.updatedAt) > Date.parse(payload.at)) {
    return { status: 'superseded', code: 'version-superseded', current };
  }
  await updateCaseStatus(applying.tx, current.id, payload.status, payload.at);
  return accepted;
};
