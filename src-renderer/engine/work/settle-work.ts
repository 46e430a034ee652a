/** The end of a wrap-up with everything it needs to know: the reference, the speech, the customer. */
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { Result } from '@shared/kernel/result.ts';
import { finishMutations } from './finish-work.ts';
import type { WorkDeps } from './work-desk.ts';

type Deps = Pick<WorkDeps, 'reference' | 'bundle' | 'advisorId' | 'clock' | 'newId'>;

/** A card that cannot be read keeps no wrap-up from leaving. */
const knownAs = async ({ bundle }: Deps, id: string | null): Promise<CustomerBundle | null> =>
  id === null ? null : bundle(id).catch(() => null);

export const settleWork = async (work: WorkRecord, deps: Deps): Promise<Result<MutationBody[]>> => {
  const known = await knownAs(deps, work.customerId);
  const { brands, reasons, dispositions, scripts } = deps.reference();
  return finishMutations(work, {
    brand: brands.find(({ id }) => id === work.brandId),
    reasons,
    dispositions,
    script: scripts.find(
      ({ id, version }) => id === work.script?.id && version === work.script.version,
    ),
    customer: known?.customer ?? null,
    advisorId: deps.advisorId,
    now: toInstant(deps.clock.now()),
    newId: deps.newId,
  });
};
