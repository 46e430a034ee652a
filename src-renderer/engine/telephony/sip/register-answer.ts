/**
 * Registrars are seen that answer REGISTER with 200 but without our Contact, or without any expiry
 * (against RFC 3261 §10.3 step 8). The library drops such answers and stays unregistered for ever;
 * a 200 is a yes, so what is missing is filled in with what we asked for.
 */

const isRegisterAccepted = (text: string): boolean =>
  /^SIP\/2\.0 2\d\d /i.test(text) && /^CSeq\s*:\s*\d+\s+REGISTER\s*$/im.test(text);

const headersEnd = (text: string): number => {
  const at = text.indexOf('\r\n\r\n');
  return at < 0 ? text.length : at;
};

/**
 * @param contact the URI that was registered
 * @param expiresSeconds what was asked for
 * @returns the message as the library wants it; any other message is given back unchanged
 */
export const completeRegisterAnswer = (
  message: string,
  contact: string,
  expiresSeconds: number,
): string => {
  if (!isRegisterAccepted(message)) return message;
  const end = headersEnd(message);
  const head = message.slice(0, end);
  const user = /^sips?:([^@;>]+)@/i.exec(contact)?.[1] ?? contact;
  const contacts = head.match(/^(?:Contact|m)\s*:.*$/gim) ?? [];
  const own = contacts.find((line) => line.includes(user));
  const added: string[] = [];
  if (own === undefined) added.push(`Contact: <${contact}>;expires=${expiresSeconds}`);
  else if (!/[;,]\s*expires\s*=/i.test(own) && !/^Expires\s*:/im.test(head))
    added.push(`Expires: ${expiresSeconds}`);
  if (added.length === 0) return message;
  const firstLineEnd = head.indexOf('\r\n');
  return `${head.slice(0, firstLineEnd)}\r\n${added.join('\r\n')}${head.slice(firstLineEnd)}${message.slice(end)}`;
};
