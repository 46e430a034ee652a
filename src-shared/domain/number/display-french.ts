/** French numbers as they are read: pairs with the leading zero, service numbers in threes. */
const frenchCodes = /^\+(?:33|262|590|594|596)(\d{9})$/;

/** Null for a number of another country. @param e164 `+` and digits */
export const displayFrench = (e164: string): string | null => {
  const national = frenchCodes.exec(e164)?.[1];
  if (national === undefined) return null;
  // Service numbers are spoken in threes: 0 809 123 456.
  if (national.startsWith('8') && e164.startsWith('+33'))
    return `0 ${national.slice(0, 3)} ${national.slice(3, 6)} ${national.slice(6)}`;
  return `0${national}`.replaceAll(/(\d\d)(?=\d)/g, '$1 ');
};
