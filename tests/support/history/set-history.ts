/**
 * A set to which facts are only ever added: every acknowledged one is in it, exactly once, and
 * nothing is in it that nobody added.
 */
export type Added = {
  readonly value: string;
  /** `unknown`: nobody can tell, because whoever added it died before the answer. */
  readonly outcome: 'acknowledged' | 'refused' | 'unknown';
};

export type SetFaults = {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly fromNobody: readonly string[];
  readonly refusedButThere: readonly string[];
};

export const checkSet = (added: readonly Added[], found: readonly string[]): SetFaults => {
  const times = new Map<string, number>();
  for (const value of found) times.set(value, (times.get(value) ?? 0) + 1);
  const outcomes = new Map(added.map(({ value, outcome }) => [value, outcome]));
  const values = [...outcomes.keys()];
  return {
    lost: values.filter((one) => outcomes.get(one) === 'acknowledged' && !times.has(one)),
    doubled: [...times].filter(([, count]) => count > 1).map(([value]) => value),
    fromNobody: [...times.keys()].filter((value) => !outcomes.has(value)),
    refusedButThere: values.filter((one) => outcomes.get(one) === 'refused' && times.has(one)),
  };
};

export const noSetFaults: SetFaults = {
  lost: [],
  doubled: [],
  fromNobody: [],
  refusedButThere: [],
};
