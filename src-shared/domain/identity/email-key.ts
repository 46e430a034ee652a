/** One mailbox, however its address is written. */

/** Providers that deliver with and without dots to the same box. */
const dotless: Readonly<Record<string, string>> = {
  'gmail.com': 'gmail.com',
  'googlemail.com': 'gmail.com',
};

/** Case and a `+tag` never make another box; dots only where the provider ignores them. */
export const emailKey = (email: string): string => {
  const text = email.trim().toLowerCase();
  const at = text.lastIndexOf('@');
  if (at <= 0) return text;
  const [box = ''] = text.slice(0, at).split('+');
  const domain = text.slice(at + 1);
  const provider = dotless[domain];
  if (box === '') return text;
  return provider === undefined ? `${box}@${domain}` : `${box.replaceAll('.', '')}@${provider}`;
};

const role =
  /^(?:contact|info|infos|accueil|bonjour|hello|service[\w.-]*|sav|compta|comptabilite|facturation|commercial|admin|direction|rh|secretariat|standard|mairie|noreply|no-reply)@/;

/** A box that many people of one house read. */
export const isSharedBox = (key: string): boolean => role.test(key);
