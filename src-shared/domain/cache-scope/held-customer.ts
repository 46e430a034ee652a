/** A customer as the decision who leaves a desktop knows them. */
export type HeldCustomer = {
  readonly id: string;
  /** Of the last exchange or change, in days since 2000. */
  readonly day: number;
  /** A case or a call to make is open. */
  readonly open: boolean;
};
