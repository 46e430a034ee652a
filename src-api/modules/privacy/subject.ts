/** Whose data: the cards of one person, merged ones included, and the numbers that nobody else has. */
export type Subject = {
  readonly customerIds: readonly string[];
  readonly ownNumbers: readonly string[];
};
