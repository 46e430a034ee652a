/** Responses that the switch gives itself (RFC 3261 §8.2.6). */
import { tagOf } from './sip-fields.ts';
import { type Header, headerOf, type SipRequest, type SipResponse } from './sip-message.ts';

const reasons: Readonly<Record<number, string>> = {
  100: 'Trying',
  180: 'Ringing',
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  480: 'Temporarily Unavailable',
  481: 'Call/Transaction Does Not Exist',
  483: 'Too Many Hops',
  486: 'Busy Here',
  487: 'Request Terminated',
  500: 'Server Internal Error',
  603: 'Decline',
};

/** A response to a request; `tag` marks our side of it, as every response but 100 needs. */
export const answerTo = (
  request: SipRequest,
  status: number,
  tag: string,
  ...added: readonly Header[]
): SipResponse => {
  const copied = request.headers.filter((header) =>
    ['via', 'from', 'call-id', 'cseq'].includes(header.name.toLowerCase()),
  );
  const to = headerOf(request, 'To');
  const tagged = status === 100 || tagOf(request, 'To') !== null ? to : `${to};tag=${tag}`;
  return {
    kind: 'response',
    status,
    reason: reasons[status] ?? 'Unknown',
    headers: [...copied, { name: 'To', value: tagged }, ...added],
    body: '',
  };
};
