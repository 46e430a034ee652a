/** The French department of an address, by the code of its commune, else by its postcode. Pure. */
type Place = {
  readonly inseeCode: string | null;
  readonly postcode: string;
  readonly country: string;
};

/** Corsica's postcodes begin with 20; the south has 200 and 201. */
const corsica = (postcode: string): string => (/^20[01]/.test(postcode) ? '2A' : '2B');

/**
 * `29`, `2A`, `974`; null outside of France and for what is no postcode. A postcode names the
 * department of its post office, which for a few communes is the neighbouring one: the code of the
 * commune goes before it.
 */
export const departmentOf = ({ inseeCode, postcode, country }: Place): string | null => {
  if (country !== 'FR') return null;
  const code = inseeCode ?? (/^\d{5}$/.test(postcode) ? postcode : null);
  if (code === null) return null;
  if (code.startsWith('97') || code.startsWith('98')) return code.slice(0, 3);
  return code.startsWith('20') ? corsica(code) : code.slice(0, 2);
};
