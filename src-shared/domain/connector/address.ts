/**
 * The address at which another system is asked about one customer: `https://shop.example/c/{ref}`.
 * What is known of the customer is escaped, and can neither choose the host nor climb in the path.
 */
import { z } from 'zod';

export const addressParts = ['ref', 'email', 'phone', 'id'] as const;
export type AddressPart = (typeof addressParts)[number];
/** What is known of a customer; null is not known. */
export type AddressValues = Readonly<Record<AddressPart, string | null>>;

const placeholder = /\{([^{}]*)\}/g;
const isPart = (name: string): name is AddressPart => addressParts.some((part) => part === name);

export const partsOf = (template: string): AddressPart[] => [
  ...new Set([...template.matchAll(placeholder)].map(([, name]) => name ?? '').filter(isPart)),
];

/** A host without placeholders, user or password; nothing behind `#`; `\\` would be read as `/`. */
const fixedHost = /^https?:\/\/[^/?#{}@\s\\]+(?:[/?][^#\s\\]*)?$/;

/** What is wrong with it; null when it can be asked. */
export const faultOf = (template: string): string | null => {
  const names = [...template.matchAll(placeholder)].map(([, name]) => name ?? '');
  const unknown = names.find((name) => !isPart(name));
  if (unknown !== undefined) return `{${unknown}} is none of ${addressParts.join(', ')}`;
  if (names.length === 0) return `must ask by one of {${addressParts.join('}, {')}}`;
  return fixedHost.test(template)
    ? null
    : 'must begin with https:// and a host of its own, without user, password or #';
};

export const addressTemplateSchema = z
  .string()
  .trim()
  .max(500)
  .superRefine((template, context) => {
    const message = faultOf(template);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });

/** `.` and `..` would climb in a path however they are escaped. */
const climbs = (value: string): boolean => /^\.{1,2}$/.test(value);

/** Null when something that the address asks by is not known. */
export const addressFor = (template: string, values: AddressValues): string | null => {
  const known = partsOf(template).every((part) => {
    const value = values[part];
    return value !== null && value !== '' && !climbs(value);
  });
  if (!known) return null;
  return template.replaceAll(placeholder, (_, name: AddressPart) =>
    encodeURIComponent(values[name] ?? ''),
  );
};
