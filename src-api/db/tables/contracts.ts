/** Contracts of customers, and who is kept apart by a campaign that runs. */
export type CustomerContractsTable = {
  id: string;
  customer_id: string;
  brand_id: string;
  reference: string;
  object: string;
  since: string;
  until: string | null;
  told_at: string;
};

/** A view. */
export type KeptApartView = {
  customer_id: string;
  brand_id: string;
  campaign_id: string;
  until: string;
};
