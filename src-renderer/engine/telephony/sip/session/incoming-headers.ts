/** Takes from an INVITE what a screen pop needs; values stay untrusted text, cut to a sane length. */
import { dialledOf } from '@shared/domain/dialling/dialled-call.ts';
import { ivrOfHeaders } from '@shared/domain/ivr/ivr.ts';
import { idSchema } from '@shared/kernel/ids.ts';
import type { Core } from 'sip.js';
import type { IncomingHeaders } from '../../line.ts';

const longest = 500;
const cut = (text: string | undefined): string | null =>
  text === undefined ? null : text.slice(0, longest);

/** RFC 5373, and the ways of switches that are older than it. */
const asksToBeAnswered = (header: (name: string) => string | null): boolean =>
  /^\s*auto\b/i.test(header('Answer-Mode') ?? '') ||
  /;\s*answer-after\s*=\s*\d+/i.test(header('Call-Info') ?? '') ||
  /alert-autoanswer|auto[ -]?answer|ring-answer/i.test(header('Alert-Info') ?? '') ||
  /^\s*(?:1|true|yes)\b/i.test(header('X-Auto-Answer') ?? '');

const isId = (text: string | null): boolean => idSchema.safeParse(text).success;

/** Who the network says it is: RFC 3325, or what switches used before it. */
export const identityOf = (request: Core.IncomingRequestMessage): string | null =>
  cut(request.getHeader('P-Asserted-Identity') ?? request.getHeader('Remote-Party-ID'));

export const incomingHeaders = (
  request: Core.IncomingRequestMessage,
  calledNumberHeaders: readonly string[],
): IncomingHeaders => {
  const header = (name: string) => cut(request.getHeader(name));
  const ivr = ivrOfHeaders({
    choice: header('X-IVR-Choice'),
    path: header('X-IVR-Path'),
    digits: header('X-IVR-Digits'),
    words: header('X-IVR-Words'),
    reason: header('X-IVR-Reason'),
  });
  const dialled = dialledOf({
    callId: header('X-Call-Uid'),
    campaignId: header('X-Campaign-Id'),
    campaignName: header('X-Campaign'),
    scriptId: header('X-Campaign-Script'),
    contactId: header('X-Contact'),
    customerId: header('X-Customer'),
    purpose: header('X-Purpose'),
  });
  return {
    from: header('From') ?? '',
    assertedIdentity: identityOf(request),
    to: header('To') ?? '',
    requestUri: cut(String(request.ruri ?? '')) ?? '',
    called: calledNumberHeaders.map(header).filter((value) => value !== null),
    brand: header('X-Brand'),
    queue: header('X-Queue'),
    campaign: header('X-Campaign'),
    autoAnswer: asksToBeAnswered(header),
    ...(ivr === null ? {} : { ivr }),
    ...(dialled === null ? {} : { dialled }),
    ...(isId(header('X-Parlance-Help')) ? { help: header('X-Parlance-Help') ?? '' } : {}),
    callUid: header('X-Call-Uid')?.slice(0, 200) ?? request.callId?.slice(0, 200) ?? null,
  };
};
