/** The few fields of SIP headers that a proxy must understand. */
import { headerOf, type SipMessage, valuesOf } from './sip-message.ts';

/** The address inside `"Name" <sip:…>;tag=…`, or the bare address. */
export const addressIn = (value: string): string => {
  const bracketed = /<([^<>]{1,2000})>/.exec(value)?.[1];
  return bracketed ?? value.split(';')[0]?.trim() ?? '';
};

const uriPattern = /^sips?:(?:([^@:;?]{1,200})(?::[^@]{0,200})?@)?([A-Za-z0-9.:[\]-]{1,255})/i;

export type SipUri = { readonly user: string; readonly host: string };

/** User and host of a sip: address; null for anything else, tel: included. */
export const parseUri = (text: string): SipUri | null => {
  const match = uriPattern.exec(text);
  if (match === null) return null;
  try {
    const user = decodeURIComponent(match[1] ?? '');
    return { user, host: (match[2] ?? '').toLowerCase() };
  } catch {
    return null;
  }
};

const parameterIn = (value: string, name: string): string | null => {
  const after = value.includes('>') ? value.slice(value.lastIndexOf('>')) : value;
  const pattern = new RegExp(`;\\s*${name}\\s*=\\s*"?([^";,\\s]{1,300})`, 'i');
  return pattern.exec(after)?.[1] ?? null;
};

export const tagOf = (message: SipMessage, name: 'From' | 'To'): string | null =>
  parameterIn(headerOf(message, name), 'tag');

export const branchOf = (message: SipMessage): string | null =>
  parameterIn(valuesOf(message, 'Via')[0] ?? '', 'branch');

/** Seconds that a Contact asks for, before the Expires header (RFC 3261 §10.2.1.1). */
export const contactExpires = (contact: string): number | null => {
  const text = parameterIn(contact, 'expires');
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
};

export type CSeq = { readonly number: number; readonly method: string };

export const cseqOf = (message: SipMessage): CSeq | null => {
  const match = /^(\d{1,10})\s+([A-Z]{1,20})$/.exec(headerOf(message, 'CSeq'));
  return match === null ? null : { number: Number(match[1]), method: match[2] ?? '' };
};

/** What RFC 3261 §8.1.1 asks of every request; without it no answer can be sent. */
export const isAnswerable = (message: SipMessage): boolean =>
  branchOf(message) !== null &&
  tagOf(message, 'From') !== null &&
  headerOf(message, 'To') !== '' &&
  headerOf(message, 'Call-ID') !== '' &&
  cseqOf(message) !== null;

/** The dialog that an INVITE with Replaces (RFC 3891) takes over, by its Call-ID. */
export const replacedCallId = (message: SipMessage): string | null =>
  headerOf(message, 'Replaces').split(';')[0]?.trim() || null;
