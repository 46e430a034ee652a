/** How a number is read: pairs with the leading zero in France, international spacing elsewhere. */

import parsePhoneNumber from 'libphonenumber-js/min';
import { displayFrench } from './display-french.ts';

/** @param e164 `+` and digits; anything else is given back as it is. */
export const displayNumber = (e164: string): string =>
  displayFrench(e164) ?? parsePhoneNumber(e164)?.formatInternational() ?? e164;

/** Spaces a French number while it is being typed; other text is left alone. */
export const displayWhileTyping = (typed: string): string => {
  const digits = typed.replaceAll(/[\s.]/g, '');
  if (!/^0[1-79]\d{0,8}$/.test(digits)) return typed;
  return digits.replaceAll(/(\d\d)(?=\d)/g, '$1 ');
};
