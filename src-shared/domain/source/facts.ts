/**
 * What a source said about one thing of its own, in the order in which it happened, whatever the
 * order in which it was heard of (TIME-6): by time, then by the sender's message id, each once.
 */
export type Dated<Fact> = { readonly at: string; readonly key: string; readonly fact: Fact };

export const inOrder = <Fact>(facts: readonly Dated<Fact>[]): readonly Dated<Fact>[] => {
  const byKey = new Map(facts.map((one) => [one.key, one]));
  return [...byKey.values()].sort((a, b) =>
    a.at === b.at ? (a.key < b.key ? -1 : 1) : a.at < b.at ? -1 : 1,
  );
};
