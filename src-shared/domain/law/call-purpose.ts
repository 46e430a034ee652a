/** What a call is for, as far as the program can tell before it is placed. Pure. */
import type { Callback } from '../callback/callback.ts';
import type { CustomerCase } from '../customer/customer.ts';
import type { Interaction } from '../interaction/interaction.ts';
import type { PurposeSaid } from './dial-decision.ts';
import type { CallPurpose } from './purpose.ts';

type Asked = {
  /** What the advisor says of it. */
  readonly said: CallPurpose | undefined;
  readonly callbackKind: Callback['kind'] | undefined;
  readonly cases: readonly Pick<CustomerCase, 'brandId' | 'status'>[];
  readonly interactions: readonly Pick<
    Interaction,
    'brandId' | 'direction' | 'startedAt' | 'call'
  >[];
  readonly brandId: string;
  readonly nowMs: number;
};

/** An exchange that she began is answered for so long. */
const threadMs = 30 * 86_400_000;

/**
 * A cart that was left is a call to sell, whoever says what. Otherwise the advisor's word counts, then
 * what is open: a call that was promised or missed, a case, an exchange that the customer began. Of a
 * call of which nothing is known the strictest is supposed.
 */
export const purposeOf = (asked: Asked): { purpose: CallPurpose; saidBy: PurposeSaid } => {
  const { said, callbackKind, cases, interactions, brandId, nowMs } = asked;
  if (callbackKind === 'cart') return { purpose: 'commercial', saidBy: 'callback' };
  if (said !== undefined) return { purpose: said, saidBy: 'advisor' };
  if (callbackKind !== undefined) return { purpose: 'service', saidBy: 'callback' };
  const isOpen = cases.some(
    (one) => one.brandId === brandId && (one.status === 'open' || one.status === 'waiting'),
  );
  const sheBegan = interactions.some(
    (one) =>
      one.brandId === brandId &&
      one.direction === 'inbound' &&
      one.call?.training !== true &&
      nowMs - Date.parse(one.startedAt) <= threadMs,
  );
  if (isOpen || sheBegan) return { purpose: 'service', saidBy: 'history' };
  return { purpose: 'commercial', saidBy: 'nobody' };
};
