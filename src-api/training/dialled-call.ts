/** The INVITE as the callee gets it: addressed to her, with what a PBX would say about the call. */
import type { Destination } from './routing.ts';
import { addressIn, parseUri } from './sip-fields.ts';
import {
  type Header,
  headerOf,
  type SipRequest,
  withHeaders,
  withoutFirst,
  withoutHeaders,
} from './sip-message.ts';

/** Only the switch says these; whatever a caller writes there is taken away. */
const ours = [
  'X-DNIS',
  'P-Called-Party-ID',
  'X-Brand',
  'X-Queue',
  'X-Call-Uid',
  'P-Asserted-Identity',
  'Remote-Party-ID',
  'X-Practice-For',
  'Proxy-Authorization',
];

type Ringing = Exclude<Destination, { type: 'refusal' }>;

const aboutCall = (destination: Ringing, domain: string): readonly Header[] => {
  if (destination.type !== 'advisor') return [];
  const { e164, brandId, queue } = destination.called;
  return [
    { name: 'X-DNIS', value: e164 },
    { name: 'P-Called-Party-ID', value: `<sip:${e164}@${domain}>` },
    { name: 'X-Brand', value: brandId },
    { name: 'X-Queue', value: queue },
  ];
};

/** The number that a simulated customer shows, or the extension of a colleague. */
const identity = (request: SipRequest, user: string, domain: string): readonly Header[] => {
  const shown = parseUri(addressIn(headerOf(request, 'From')))?.user ?? '';
  if (shown === 'anonymous') return [];
  const known = /^\+?\d{3,15}$/.test(shown) ? shown : user;
  return [{ name: 'P-Asserted-Identity', value: `<sip:${known}@${domain}>` }];
};

export const dialledCall = (
  request: SipRequest,
  user: string,
  destination: Ringing,
  contact: string,
  domain: string,
  newId: () => string,
): SipRequest => {
  const clean = withoutHeaders(withoutFirst(request, 'Route'), ...ours);
  const added: readonly Header[] = [
    ...aboutCall(destination, domain),
    ...identity(request, user, domain),
    { name: 'X-Call-Uid', value: newId() },
  ];
  const recorded = withHeaders(clean, {
    name: 'Record-Route',
    value: `<sip:${domain};transport=ws;lr>`,
  });
  return { ...recorded, uri: contact, headers: [...recorded.headers, ...added] };
};
