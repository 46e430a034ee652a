/** Which version of each speech is said at an instant, from what was published, ahead or long ago. */

type Dated = { readonly id: string; readonly version: number; readonly publishedAt: string };

/** Of each speech the highest version whose date has come; of one whose date is to come, nothing. */
export const saidAt = <T extends Dated>(published: readonly T[], nowMs: number): T[] => {
  const said = new Map<string, T>();
  for (const one of published) {
    if (Date.parse(one.publishedAt) > nowMs) continue;
    const known = said.get(one.id);
    if (known === undefined || one.version > known.version) said.set(one.id, one);
  }
  return [...said.values()];
};
