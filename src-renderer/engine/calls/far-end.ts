/** Who is at the far end, when the network names somebody else within the call. */
import { type ParsedNumber, parseNumber } from '@shared/domain/number/parse-number.ts';
import type { CallDeskListener } from './call-desk-listener.ts';
import type { LiveCall } from './live-call.ts';

/**
 * The number of whom the call has been connected to; null while it is the same one, when it is
 * none that can be called, for a question to a third, and for a caller who hides his number: what
 * the network knows of him stays hidden (RFC 3323).
 */
const newFarEnd = ({ origin }: LiveCall, identity: string): ParsedNumber | null => {
  if (origin.numberHidden || origin.consultFor !== null) return null;
  const number = parseNumber(identity);
  return number.e164 === null || number.e164 === origin.number ? null : number;
};

/**
 * A colleague has handed over to her whom he talked to: the call is that customer's from now on.
 *
 * @param identity the value of P-Asserted-Identity or Remote-Party-ID, untrusted
 * @returns whether the call has changed
 */
export const becomesAnother = (
  call: LiveCall,
  identity: string | null,
  handedTo: CallDeskListener['handedTo'],
): boolean => {
  const number = identity === null ? null : newFarEnd(call, identity);
  if (number === null || !handedTo(call.origin.id, number)) return false;
  const { e164, display } = number;
  call.origin = { ...call.origin, number: e164, numberDisplay: display, title: display };
  return true;
};
