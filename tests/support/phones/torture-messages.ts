/**
 * Messages in the manner of RFC 4475, written anew from what its sections describe: what is odd and
 * right must be answered, what is wrong must do no harm.
 */
import { randomUUID } from 'node:crypto';

/** `answered`: with some final response, or by ringing. `harmless`: whatever comes, if anything. */
export type Torture = {
  readonly name: string;
  readonly expects: 'rings' | 'answered' | 'harmless';
  readonly write: (contact: string, callId: string) => string | Buffer;
};

type Change = {
  readonly method?: string;
  readonly uri?: string;
  readonly version?: string;
  readonly cseq?: string;
  readonly via?: string;
  readonly from?: string;
  readonly to?: string;
  readonly maxForwards?: string;
  /** Lines after all others, as they are. */
  readonly more?: readonly string[];
  readonly without?: readonly string[];
  readonly body?: string;
  readonly length?: string;
};

const branch = (): string => `z9hG4bK${randomUUID()}`;

const request = (contact: string, callId: string, change: Change = {}): string => {
  const { method = 'OPTIONS', uri = contact, version = 'SIP/2.0', body = '' } = change;
  const lines: readonly (readonly [string, string])[] = [
    ['Via', change.via ?? `SIP/2.0/WS odd.invalid;branch=${branch()}`],
    ['Max-Forwards', change.maxForwards ?? '70'],
    ['From', change.from ?? '<sip:+33639980002@odd.invalid>;tag=odd'],
    ['To', change.to ?? `<${contact}>`],
    ['Call-ID', callId],
    ['CSeq', change.cseq ?? `7 ${method}`],
    ['Contact', '<sip:odd@odd.invalid;transport=ws>'],
  ];
  const kept = lines.filter(([name]) => !change.without?.includes(name));
  const head = kept.map(([name, value]) => `${name}: ${value}`);
  const length = change.without?.includes('Content-Length')
    ? []
    : [`Content-Length: ${change.length ?? Buffer.byteLength(body)}`];
  const start = `${method} ${uri} ${version}`;
  return [start, ...head, ...(change.more ?? []), ...length, '', body].join('\r\n');
};

const like =
  (change: Change | ((contact: string) => Change)): Torture['write'] =>
  (contact, callId) =>
    request(contact, callId, typeof change === 'function' ? change(contact) : change);

const tortuous: Torture['write'] = (contact, callId) =>
  [
    `INVITE ${contact} SIP/2.0`,
    `TO :\r\n <${contact}>    `,
    'from   : "J Rosenberg \\\\\\""       <sip:+33639980002@odd.invalid>\r\n  ;\r\n  tag = 98asjd8',
    'MaX-fOrWaRdS: 0068',
    `i: ${callId}`,
    'cseq: 0009\r\n  INVITE',
    `V: SIP  / 2.0\r\n  / WS  odd.invalid;branch=${branch()}`,
    's :',
    'NewFangledHeader:   newfangled value\r\n continued newfangled value',
    'UnknownHeaderWithUnusualValue: ;;,,;;,;',
    'm:"Quoted string \\"\\"" <sip:odd@odd.invalid;transport=ws> ; newparam =\r\n newvalue ;\r\n secondparam ; q = 0.33',
    'l: 0',
    '',
    '',
  ].join('\r\n');

const invite: Change = { method: 'INVITE' };
const long = (text: string, times: number): string => text.repeat(times);

const right: readonly Torture[] = [
  { name: 'a short tortuous INVITE', expects: 'rings', write: tortuous },
  {
    name: 'a method of every allowed character',
    expects: 'answered',
    write: like({ method: "!interesting-Method0123456789_*+`.%indeed'~" }),
  },
  {
    name: 'escaped characters in addresses',
    expects: 'rings',
    write: like({ ...invite, from: '"%Z%45" <sip:sips%3Auser%40odd.invalid@odd.invalid>;tag=1' }),
  },
  {
    name: 'escaped nulls in addresses',
    expects: 'answered',
    write: like({ from: '<sip:null-%00-null@odd.invalid>;tag=1' }),
  },
  {
    name: 'a method that only looks escaped',
    expects: 'answered',
    write: like({ method: 'RE%47IST%45R' }),
  },
  {
    name: 'no space between name and bracket',
    expects: 'answered',
    write: like({ from: 'caller<sip:caller@odd.invalid>;tag=323' }),
  },
  {
    name: 'very long values everywhere',
    expects: 'rings',
    write: like({
      ...invite,
      from: `"${long('long name ', 40)}" <sip:${long('long', 60)}@odd.invalid>;tag=${long('1', 200)}`,
      more: [`Unknown-${long('Long-', 60)}Name: ${long('value ', 400)}`],
    }),
  },
  {
    name: 'octets after the end of the message',
    expects: 'answered',
    write: (contact, callId) =>
      `${request(contact, callId)}${request(contact, randomUUID(), invite)}`,
  },
  {
    name: 'a semicolon in the user part',
    expects: 'answered',
    write: like({ to: '<sip:user;par=u%40odd.invalid@odd.invalid>' }),
  },
  {
    name: 'five transports in Via',
    expects: 'answered',
    write: like({
      via: `SIP/2.0/WS odd.invalid;branch=${branch()}, SIP/2.0/UDP t1.invalid;branch=${branch()}, SIP/2.0/SCTP t2.invalid;branch=${branch()}, SIP/2.0/TLS t3.invalid;branch=${branch()}, SIP/2.0/UNKNOWN t4.invalid;branch=${branch()}`,
    }),
  },
  {
    name: 'a message in several parts',
    expects: 'answered',
    write: like({
      method: 'MESSAGE',
      more: ['Content-Type: multipart/mixed;boundary=part'],
      body: '--part\r\nContent-Type: text/plain\r\n\r\nbonjour\r\n--part\r\nContent-Type: application/octet-stream\r\n\r\n\u0001\u0002\r\n--part--',
    }),
  },
  {
    name: 'an unusual reason in a response',
    expects: 'harmless',
    write: (_, callId) =>
      `SIP/2.0 200 = 2**3 * 5**2 но сто девяносто девять\r\nVia: SIP/2.0/WS a;branch=${branch()}\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:c@d>;tag=2\r\nCall-ID: ${callId}\r\nCSeq: 35 INVITE\r\nContent-Length: 0\r\n\r\n`,
  },
  {
    name: 'no reason in a response',
    expects: 'harmless',
    write: (_, callId) =>
      `SIP/2.0 100 \r\nVia: SIP/2.0/WS a;branch=${branch()}\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:c@d>;tag=2\r\nCall-ID: ${callId}\r\nCSeq: 35 INVITE\r\nContent-Length: 0\r\n\r\n`,
  },
  {
    name: 'an INVITE of RFC 2543, without tag, branch and Max-Forwards',
    expects: 'harmless',
    write: like({
      ...invite,
      via: 'SIP/2.0/UDP iftgw.invalid',
      from: '<sip:+13035551111@ift.invalid;user=phone>',
      without: ['Max-Forwards'],
    }),
  },
];

const wrong: readonly (readonly [string, Torture['write']])[] = [
  [
    'extra separators',
    like({ ...invite, via: `SIP/2.0/WS odd.invalid;;,;,,`, more: ['Contact: ;;,"'] }),
  ],
  ['a length larger than the message', like({ ...invite, body: 'v=0\r\n', length: '9999' })],
  ['a negative length', like({ ...invite, length: '-999' })],
  [
    'numbers beyond every limit',
    like({ cseq: '36893488147419103232 OPTIONS', maxForwards: '300' }),
  ],
  [
    'a response with numbers beyond every limit',
    () =>
      'SIP/2.0 503 Service Unavailable\r\nCSeq: 9292394834772304023312 OPTIONS\r\nRetry-After: 949302838503028349304023988\r\nWarning: 1812 x "y"\r\n\r\n',
  ],
  ['an unfinished quotation', like({ ...invite, to: '"Mr. J. User <sip:j.user@odd.invalid>' })],
  ['brackets around the request address', like((contact) => ({ ...invite, uri: `<${contact}>` }))],
  ['spaces in the request address', like((contact) => ({ ...invite, uri: `${contact}; lr` }))],
  ['several spaces in the first line', like((contact) => ({ ...invite, uri: ` ${contact} ` }))],
  ['spaces after the first line', like({ ...invite, version: 'SIP/2.0  ' })],
  [
    'headers in the request address',
    like((contact) => ({ ...invite, uri: `${contact}?Route=%3Csip:odd.invalid%3E` })),
  ],
  ['a date in another zone', like({ ...invite, more: ['Date: Fri, 01 Jan 2010 16:00:00 EST'] })],
  [
    'a contact with headers outside brackets',
    like({ more: ['Contact: sip:user@odd.invalid?Route=%3Csip:sip.odd.invalid%3E'] }),
  ],
  [
    'an address with spaces inside its brackets',
    like({ to: '"Watson" < sip:t.watson@odd.invalid >' }),
  ],
  [
    'a name that must be quoted',
    like({ from: 'Bell, Alexander <sip:a.g.bell@odd.invalid>;tag=43' }),
  ],
  ['an unknown version', like({ version: 'SIP/7.0' })],
  ['two methods that differ', like({ cseq: '8 INVITE' })],
  ['an unknown method that differs', like({ method: 'NEWMETHOD', cseq: '8 INVITE' })],
  [
    'a status of ten digits',
    () => 'SIP/2.0 4294967301 better not break\r\nCall-ID: x\r\nCSeq: 353 OPTIONS\r\n\r\n',
  ],
  ['a branch of nothing but the cookie', like({ via: 'SIP/2.0/WS odd.invalid;branch=z9hG4bK' })],
  [
    'no required header at all',
    () => 'INVITE sip:6001@odd.invalid SIP/2.0\r\nCSeq: 193942 INVITE\r\nl: 0\r\n\r\n',
  ],
  ['an unknown scheme', like({ uri: 'nobodyKnowsThisScheme:totallyopaquecontent' })],
  ['a known scheme that is no SIP', like({ uri: 'soap.beep://192.0.2.103:3002' })],
  [
    'unknown schemes in From and To',
    like({ from: '<http://www.odd.invalid>;tag=1', to: 'isbn:2983792873' }),
  ],
  [
    'an extension that nobody knows',
    like({
      ...invite,
      more: ['Require: nothingSupportsThis', 'Proxy-Require: noProxiesSupportThis'],
    }),
  ],
  [
    'a body of an unknown kind',
    like({
      ...invite,
      more: ['Content-Type: application/unknownformat'],
      body: '<audio><pcmu port="443"/></audio>',
    }),
  ],
  [
    'an unknown authorization',
    like({ method: 'REGISTER', more: ['Authorization: NoOneKnowsThisScheme opaque-data=here'] }),
  ],
  [
    'the same header several times',
    like({
      ...invite,
      more: [
        'Call-ID: second@odd.invalid',
        'CSeq: 5 INVITE',
        'From: <sip:b@odd.invalid>;tag=8',
        'Max-Forwards: 5',
      ],
    }),
  ],
  [
    'several lengths',
    like({
      ...invite,
      more: ['Content-Length: 13', 'Content-Length: 5'],
      body: 'There is no limit',
    }),
  ],
  [
    'a response that goes everywhere',
    () =>
      `SIP/2.0 200 OK\r\nVia: SIP/2.0/WS 255.255.255.255;branch=${branch()}\r\nContact: <sip:u@255.255.255.255>\r\nCall-ID: x\r\nCSeq: 1 INVITE\r\n\r\n`,
  ],
  ['no hop left', like({ maxForwards: '0' })],
  [
    'parameters of a contact that are unknown',
    like({
      method: 'REGISTER',
      more: ['Contact: sip:a@b.invalid;unknownparam', 'Contact: <sip:a@b.invalid;unknownparam>'],
    }),
  ],
  [
    'an address with an escaped header',
    like({
      method: 'REGISTER',
      more: ['Contact: <sip:u@odd.invalid?Route=%3Csip:odd.invalid%3E>'],
    }),
  ],
  ['no kind of body that it takes', like({ ...invite, more: ['Accept: text/nobodyKnowsThis'] })],
];

/** All of them, each with its section's idea as a name. */
export const tortureMessages: readonly Torture[] = [
  ...right,
  ...wrong.map(([name, write]) => ({ name, expects: 'harmless' as const, write })),
];
