/** What one of something cost; null while there was none, or while no call was recorded. */
export type CostOf = {
  readonly cents: number;
  /** Calls whose length is known. */
  readonly recorded: number;
  readonly reached: number;
  readonly successes: number;
  readonly appointments: number;
  readonly sales: number;
};

export type UnitCosts = {
  readonly centsPerContact: number | null;
  readonly centsPerSuccess: number | null;
  readonly centsPerAppointment: number | null;
  readonly centsPerSale: number | null;
};

export const unitCosts = ({ cents, recorded, ...counts }: CostOf): UnitCosts => {
  const each = (count: number): number | null =>
    count === 0 || recorded === 0 ? null : Math.round(cents / count);
  return {
    centsPerContact: each(counts.reached),
    centsPerSuccess: each(counts.successes),
    centsPerAppointment: each(counts.appointments),
    centsPerSale: each(counts.sales),
  };
};
