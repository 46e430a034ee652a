/**
 * Who is meant by a number, an address and perhaps a name (HOOK-13 to HOOK-15). One candidate is
 * the customer; of several, or beside a name, only one of the same name; otherwise nobody is guessed.
 */
export type Candidate = { readonly id: string; readonly name: string };
export type Decision = { readonly customerId: string } | 'unknown' | 'ambiguous';

export const decideCustomer = (name: string, candidates: readonly Candidate[]): Decision => {
  const fitting = name === '' ? candidates : candidates.filter((one) => one.name === name);
  const [first, second] = fitting;
  if (first === undefined) return 'unknown';
  return second === undefined ? { customerId: first.id } : 'ambiguous';
};
