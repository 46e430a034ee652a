/**
 * Takes the telephone part out of what SIP carries: name-addr and addr-spec of RFC 3261 §25.1,
 * tel URIs of RFC 3966, with the display name, parameters and host left behind.
 */

export type SipAddress = {
  readonly displayName: string;
  /** The user or subscriber part, percent-decoded; empty when the URI has only a host. */
  readonly user: string;
  /** RFC 3966 §5.1.5: the context of a local number, when it is a global prefix. */
  readonly phoneContext: string | null;
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Splits `"Name" <uri>;tag=x` into its display name and its URI; quotes may hold `<` and `>`. */
const splitNameAddress = (raw: string): { name: string; uri: string } => {
  const quoted = /^\s*"((?:[^"\\]|\\.)*)"\s*/.exec(raw);
  const rest = quoted ? raw.slice(quoted[0].length) : raw;
  const open = rest.indexOf('<');
  const name = quoted
    ? (quoted[1] ?? '').replaceAll(/\\(.)/g, '$1')
    : rest.slice(0, Math.max(0, open));
  if (open < 0) return { name: name.trim(), uri: rest.trim() };
  const close = rest.indexOf('>', open);
  return { name: name.trim(), uri: rest.slice(open + 1, close < 0 ? undefined : close).trim() };
};

const contextOf = (parameters: readonly string[]): string | null => {
  const found = parameters.find((text) => /^phone-context=/i.test(text));
  const value = found === undefined ? '' : decode(found.slice('phone-context='.length));
  return /^\+\d{1,14}$/.test(value) ? value : null;
};

/** Reads a header value or a URI; null when the text is neither (a number typed by hand, say). */
export const readSipAddress = (raw: string): SipAddress | null => {
  const { name, uri } = splitNameAddress(raw);
  const scheme = /^(sips?|tel|callto):(?:\/\/)?/i.exec(uri);
  if (scheme === null) {
    return raw.includes('<') ? { displayName: name, user: decode(uri), phoneContext: null } : null;
  }
  const body = uri.slice(scheme[0].length);
  const isSip = /^sip/i.test(scheme[0]);
  const at = body.lastIndexOf('@');
  if (isSip && at < 0) {
    // Trunks are seen that leave the host out: a number alone is still a user part.
    const alone = decode(body.split(/[;?]/)[0] ?? '');
    const looksLikeNumber = /^\+?[\d\s().-]{3,}$/.test(alone) && !/^\d+(\.\d+){3}/.test(alone);
    return { displayName: name, user: looksLikeNumber ? alone : '', phoneContext: null };
  }
  const subscriber = at < 0 ? (body.split('?')[0] ?? '') : body.slice(0, at);
  const [number = '', ...parameters] = subscriber.split(';');
  const withoutPassword = isSip ? (number.split(':')[0] ?? '') : number;
  // Some gateways escape the semicolon itself: what follows it is still a parameter.
  const user = decode(withoutPassword).split(';')[0] ?? '';
  return { displayName: name, user, phoneContext: contextOf(parameters) };
};
