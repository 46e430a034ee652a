/** The end of a wrap-up with everything it needs to know: the reference, the speech, the customer. */
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import type { CustomerBundle, Reference } from '@shared/contracts/sync/pull.ts';
import { heldVersion } from '@shared/domain/script/choice/choose-speech.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import type { Result } from '@shared/kernel/result.ts';
import { finishMutations } from './finish-work.ts';

type Deps = {
  readonly reference: () => Reference;
  readonly bundle: (customerId: string) => Promise<CustomerBundle | null>;
  readonly advisorId: string;
  readonly clock: Clock;
  readonly newId: () => string;
};

/** A card that cannot be read keeps no wrap-up from leaving. */
const knownAs = async ({ bundle }: Deps, id: string | null): Promise<CustomerBundle | null> =>
  id === null ? null : bundle(id).catch(() => null);

export const settleWork = async (work: WorkRecord, deps: Deps): Promise<Result<MutationBody[]>> => {
  const known = await knownAs(deps, work.customerId);
  const reference = deps.reference();
  const { brands, reasons, dispositions } = reference;
  // A call that was handed over goes on with the speech of the colleague.
  const { speech } = work.draft;
  const said = speech === null ? work.script : { id: speech.scriptId, version: speech.version };
  return finishMutations(work, {
    brand: brands.find(({ id }) => id === work.brandId),
    reasons,
    dispositions,
    script: heldVersion(reference, said) ?? undefined,
    customer: known?.customer ?? null,
    advisorId: deps.advisorId,
    now: toInstant(deps.clock.now()),
    newId: deps.newId,
  });
};
