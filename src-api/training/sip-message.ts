/**
 * SIP messages as text (RFC 3261 §7), read defensively: whatever cannot be read is `null`, and header
 * values stay untouched text that is passed on, so that nothing is lost that this switch ignores.
 */
export type Header = { readonly name: string; readonly value: string };
type Common = { readonly headers: readonly Header[]; readonly body: string };
export type SipRequest = Common & {
  readonly kind: 'request';
  readonly method: string;
  readonly uri: string;
};
export type SipResponse = Common & {
  readonly kind: 'response';
  readonly status: number;
  readonly reason: string;
};
export type SipMessage = SipRequest | SipResponse;

const longestMessage = 64 * 1024;
const mostHeaders = 100;

/** RFC 3261 §7.3.3 and later compact forms. */
const compactForms: Readonly<Record<string, string>> = {
  v: 'Via',
  f: 'From',
  t: 'To',
  i: 'Call-ID',
  m: 'Contact',
  l: 'Content-Length',
  c: 'Content-Type',
  e: 'Content-Encoding',
  s: 'Subject',
  k: 'Supported',
  r: 'Refer-To',
  b: 'Referred-By',
  o: 'Event',
  u: 'Allow-Events',
};

const requestLine = /^([A-Z]{1,20}) ([^\s]{1,2000}) SIP\/2\.0$/;
const statusLine = /^SIP\/2\.0 ([1-6]\d\d) ?([^\r\n]{0,200})$/;
const headerLine = /^([A-Za-z0-9.!%*_+`'~-]{1,60})[ \t]*:[ \t]*(.*)$/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not be passed on
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const parseHeaders = (lines: readonly string[]): Header[] | null => {
  const headers: Header[] = [];
  for (const line of lines) {
    const last = headers.at(-1);
    if (/^[ \t]/.test(line)) {
      if (last === undefined) return null;
      headers[headers.length - 1] = { name: last.name, value: `${last.value} ${line.trim()}` };
      continue;
    }
    const match = headerLine.exec(line);
    if (match === null || headers.length >= mostHeaders) return null;
    const [, name = '', value = ''] = match;
    headers.push({ name: compactForms[name.toLowerCase()] ?? name, value: value.trim() });
  }
  return headers;
};

/** @returns null for anything that is not one whole SIP message. */
export const parseSip = (text: string): SipMessage | null => {
  if (text.length > longestMessage) return null;
  const end = text.indexOf('\r\n\r\n');
  const head = end < 0 ? text.replace(/\r\n$/, '') : text.slice(0, end);
  if (controls.test(head)) return null;
  const [start = '', ...lines] = head.split('\r\n');
  const headers = parseHeaders(lines);
  if (headers === null) return null;
  const common = { headers, body: end < 0 ? '' : text.slice(end + 4) };
  const request = requestLine.exec(start);
  if (request !== null) {
    return { kind: 'request', method: request[1] ?? '', uri: request[2] ?? '', ...common };
  }
  const status = statusLine.exec(start);
  if (status === null) return null;
  return { kind: 'response', status: Number(status[1]), reason: status[2] ?? '', ...common };
};

/** The message as it goes over the wire, with the length of its body in bytes. */
export const writeSip = (message: SipMessage): string => {
  const start =
    message.kind === 'request'
      ? `${message.method} ${message.uri} SIP/2.0`
      : `SIP/2.0 ${message.status} ${message.reason}`;
  const lines = message.headers
    .filter((header) => header.name.toLowerCase() !== 'content-length')
    .map((header) => `${header.name}: ${header.value}`);
  const length = new TextEncoder().encode(message.body).length;
  return [start, ...lines, `Content-Length: ${length}`, '', message.body].join('\r\n');
};

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The first header of that name, or an empty string. */
export const headerOf = (message: Common, name: string): string =>
  message.headers.find((header) => same(header.name, name))?.value ?? '';

export const withoutHeaders = <M extends SipMessage>(
  message: M,
  ...names: readonly string[]
): M => ({
  ...message,
  headers: message.headers.filter((header) => !names.some((name) => same(header.name, name))),
});

/** Puts headers above all others, where Via and Record-Route belong. */
export const withHeaders = <M extends SipMessage>(message: M, ...added: readonly Header[]): M => ({
  ...message,
  headers: [...added, ...message.headers],
});

/** Splits `a, "b,c" <d>, e` at its commas, as headers with several values allow. */
export const splitList = (value: string): string[] => {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  let depth = 0;
  for (const [index, char] of [...value].entries()) {
    if (char === '"' && value[index - 1] !== '\\') quoted = !quoted;
    if (!quoted && char === '<') depth += 1;
    if (!quoted && char === '>') depth -= 1;
    if (char === ',' && !quoted && depth <= 0) {
      parts.push(part.trim());
      part = '';
    } else part += char;
  }
  return [...parts, part.trim()].filter((one) => one !== '');
};

/** All values of a header, over lines and commas. */
export const valuesOf = (message: Common, name: string): string[] =>
  message.headers
    .filter((header) => same(header.name, name))
    .flatMap((header) => splitList(header.value));

/** The message with its topmost value of that header taken away. */
export const withoutFirst = <M extends SipMessage>(message: M, name: string): M => {
  const index = message.headers.findIndex((header) => same(header.name, name));
  const found = message.headers[index];
  if (found === undefined) return message;
  const rest = splitList(found.value).slice(1);
  const kept = rest.length === 0 ? [] : [{ name: found.name, value: rest.join(', ') }];
  return {
    ...message,
    headers: [...message.headers.slice(0, index), ...kept, ...message.headers.slice(index + 1)],
  };
};
