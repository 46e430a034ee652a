/** A SIP message as text in parts; header names are kept in lower case, values in their order. */
export type SipMessage = {
  readonly startLine: string;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: string;
};

const COMPACT: Readonly<Record<string, string>> = {
  v: 'via',
  f: 'from',
  t: 'to',
  i: 'call-id',
  m: 'contact',
  l: 'content-length',
  c: 'content-type',
};

/** Reads a message that a real peer sent; as lenient as a test may be. */
export function parseSip(text: string): SipMessage {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [startLine = '', ...lines] = head.split('\r\n');
  const headers = new Map<string, string[]>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const written = line.slice(0, colon).trim().toLowerCase();
    const name = COMPACT[written] ?? written;
    headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()]);
  }
  return { startLine, headers, body: rest.join('\r\n\r\n') };
}

/** The first value of a header, or an empty text. */
export const header = (message: SipMessage, name: string): string =>
  message.headers.get(name.toLowerCase())?.[0] ?? '';

/** INVITE, ACK, …; empty for a response. */
export const methodOf = ({ startLine }: SipMessage): string =>
  startLine.startsWith('SIP/2.0') ? '' : (startLine.split(' ')[0] ?? '');

/** 200, 486, …; 0 for a request. */
export const statusOf = ({ startLine }: SipMessage): number =>
  startLine.startsWith('SIP/2.0') ? Number(startLine.split(' ')[1]) : 0;

/** Puts a message together; the length of the body is added. */
export function writeSip(
  startLine: string,
  headers: readonly (readonly [string, string])[],
  body = '',
): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  return `${[startLine, ...lines, length].join('\r\n')}\r\n\r\n${body}`;
}

const REASONS: Readonly<Record<number, string>> = {
  100: 'Trying',
  180: 'Ringing',
  200: 'OK',
  403: 'Forbidden',
  404: 'Not Found',
  480: 'Temporarily Unavailable',
  486: 'Busy Here',
  487: 'Request Terminated',
  503: 'Service Unavailable',
  603: 'Decline',
};

/** The answer to a request (RFC 3261 §8.2.6); `tag` names our side of the dialog. */
export function writeResponse(
  request: SipMessage,
  status: number,
  { tag, extra = [], body = '' }: ResponseParts = {},
): string {
  const via = (request.headers.get('via') ?? []).map((value) => ['Via', value] as const);
  const to = header(request, 'to');
  const named = tag === undefined || to.includes(';tag=') ? to : `${to};tag=${tag}`;
  const echoed = (['From', 'Call-ID', 'CSeq'] as const).map(
    (name) => [name, header(request, name)] as const,
  );
  const startLine = `SIP/2.0 ${status} ${REASONS[status] ?? 'Test'}`;
  return writeSip(startLine, [...via, ['To', named], ...echoed, ...extra], body);
}

export type ResponseParts = {
  readonly tag?: string;
  readonly extra?: readonly (readonly [string, string])[];
  readonly body?: string;
};
