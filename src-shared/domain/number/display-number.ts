/** How a number is read: pairs with the leading zero in France, international spacing elsewhere. */
import parsePhoneNumber from 'libphonenumber-js/min';

const frenchCodes = /^\+(?:33|262|590|594|596)(\d{9})$/;

/** @param e164 `+` and digits; anything else is given back as it is. */
export const displayNumber = (e164: string): string => {
  const national = frenchCodes.exec(e164)?.[1];
  if (national?.startsWith('8') && e164.startsWith('+33')) {
    // Service numbers are spoken in threes: 0 809 123 456.
    return `0 ${national.slice(0, 3)} ${national.slice(3, 6)} ${national.slice(6)}`;
  }
  if (national !== undefined) return `0${national}`.replaceAll(/(\d\d)(?=\d)/g, '$1 ');
  return parsePhoneNumber(e164)?.formatInternational() ?? e164;
};

/** Spaces a French number while it is being typed; other text is left alone. */
export const displayWhileTyping = (typed: string): string => {
  const digits = typed.replaceAll(/[\s.]/g, '');
  if (!/^0[1-79]\d{0,8}$/.test(digits)) return typed;
  return digits.replaceAll(/(\d\d)(?=\d)/g, '$1 ');
};
