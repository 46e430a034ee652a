/** Passwords are kept as argon2id (RFC 9106 §4, second recommended option scaled to a login). */
import { hash, verify } from '@node-rs/argon2';

/** The package's algorithm is argon2id unless another is asked for. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** Any valid hash: verifying against it takes as long as for a login that exists. */
let decoy: Promise<string> | undefined;

/** Whether the password fits; an unknown login (null) costs the same time as a wrong password. */
export const passwordFits = async (known: string | null, password: string): Promise<boolean> => {
  decoy ??= hashPassword('nobody signs in with this');
  const fits = await verify(known ?? (await decoy), password).catch(() => false);
  return known !== null && fits;
};
