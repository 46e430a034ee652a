/** How the line desk asks the gate: for a call of its own, and for another number while one is on the line. */
import type { RefusedCall } from '@shared/contracts/engine/refused-call.ts';
import type { CallView } from '@shared/contracts/engine/views.ts';
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import { type Result, succeed } from '@shared/kernel/result.ts';
import type { DialRequest } from '../shift/dial-request.ts';
import type { Dialable } from '../shift/dialable.ts';
import { passTo } from '../telephony/passage.ts';
import type { LawGate, Passed } from './law-gate.ts';

type Deps = {
  readonly law: Pick<LawGate, 'pass'>;
  readonly ownBrands: readonly string[];
  readonly settings: () => LineSettings | null;
  readonly calls: { readonly views: readonly Pick<CallView, 'id' | 'brandId'>[] };
};
type Again = Extract<RefusedCall['again'], { command: 'call.consult' | 'call.transfer' }>;

export const passForDial = (
  { law, ownBrands, settings }: Deps,
  request: DialRequest,
  target: Dialable,
): Promise<Result<Passed>> => {
  const { number, brandId, customerId, callbackId, purpose: said } = request;
  const { campaign, rolePlay, simulated } = request;
  // A role on the training line is nobody; anywhere else a role dials like everyone.
  const isPlayed = rolePlay !== undefined || simulated === true;
  if (isPlayed && settings()?.training === true)
    return Promise.resolve(succeed({ address: passTo(target.address), purpose: null }));
  return law.pass({
    target,
    brandId: brandId ?? ownBrands[0] ?? '',
    customerId,
    callbackId,
    said,
    campaign: campaign ?? null,
    again: { command: 'call.dial', input: { number, brandId, customerId, callbackId } },
  });
};

export const passOn = (
  { law, calls, ownBrands }: Deps,
  again: Again,
  target: Dialable,
): Promise<Result<Passed>> => {
  const asks = calls.views.find(({ id }) => id === again.input.callId);
  return law.pass({
    target,
    brandId: asks?.brandId ?? ownBrands[0] ?? '',
    customerId: null,
    callbackId: null,
    said: again.input.purpose,
    campaign: null,
    again,
  });
};
