/** What each tab of Savoirs is given. */
export type TabProps = {
  readonly brandId: string;
  /** An article of another brand was asked for. */
  readonly onBrand: (brandId: string) => void;
};
