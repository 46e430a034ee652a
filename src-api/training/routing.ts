/**
 * Where a call goes. Training only: nothing leaves the switch, whatever number is called. The
 * customer is played by an agent `customer-6001` that belongs to the advisor of extension 6001.
 */
import { parseNumber } from '@shared/domain/number/parse-number.ts';

export type CalledNumber = {
  readonly e164: string;
  readonly brandId: string;
  readonly queue: string;
};
export type NumberPlan = {
  readonly brandNumber: (e164: string) => CalledNumber | null;
  readonly isExtension: (user: string) => boolean;
};

export type Destination =
  | { readonly type: 'advisor'; readonly extension: string; readonly called: CalledNumber }
  | { readonly type: 'colleague'; readonly extension: string }
  | { readonly type: 'customer'; readonly agent: string; readonly number: string }
  | {
      readonly type: 'refusal';
      readonly status: 403 | 404 | 480 | 486 | 603;
      readonly ringMs: number;
    };

const agentPrefix = 'customer-';
export const customerAgent = (extension: string): string => `${agentPrefix}${extension}`;
export const extensionOfAgent = (user: string): string | null =>
  user.startsWith(agentPrefix) ? user.slice(agentPrefix.length) : null;

const ringOutMs = 25_000;

/** Numbers that always end the same way, so that an advisor can practise that too. */
export const rehearsalNumbers: Readonly<Record<string, Destination>> = {
  '+33199009986': { type: 'refusal', status: 486, ringMs: 300 },
  '+33199009980': { type: 'refusal', status: 480, ringMs: ringOutMs },
  '+33199009903': { type: 'refusal', status: 603, ringMs: 1_500 },
  '+33199009904': { type: 'refusal', status: 404, ringMs: 0 },
};

const refusal = (status: 403 | 404): Destination => ({ type: 'refusal', status, ringMs: 0 });

const fromCustomer = (
  extension: string,
  number: string | null,
  wanted: string,
  plan: NumberPlan,
) => {
  if (wanted !== '' && wanted !== extension) return refusal(403);
  const called = number === null ? null : plan.brandNumber(number);
  return called === null ? refusal(404) : ({ type: 'advisor', extension, called } as const);
};

/**
 * @param caller who sends the INVITE, already authenticated
 * @param target user part of the Request-URI
 * @param practiceFor value of X-Practice-For, empty when absent
 */
export const destinationOf = (
  caller: string,
  target: string,
  practiceFor: string,
  plan: NumberPlan,
): Destination => {
  const number = parseNumber(target).e164;
  const extension = extensionOfAgent(caller);
  if (extension !== null) return fromCustomer(extension, number, practiceFor, plan);
  if (plan.isExtension(target)) return { type: 'colleague', extension: target };
  if (number === null) return refusal(404);
  return rehearsalNumbers[number] ?? { type: 'customer', agent: customerAgent(caller), number };
};
