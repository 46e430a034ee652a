/** What of WebHID (WICG) a headset needs; tests give a device of their own. */

export type HidReportItem = {
  readonly isAbsolute?: boolean;
  readonly isArray?: boolean;
  readonly isRange?: boolean;
  readonly isConstant?: boolean;
  /** Page in the upper, usage in the lower 16 bits. */
  readonly usages?: readonly number[];
  readonly usageMinimum?: number;
  readonly usageMaximum?: number;
  readonly reportSize?: number;
  readonly reportCount?: number;
  readonly logicalMinimum?: number;
};

export type HidReportInfo = {
  readonly reportId?: number;
  readonly items?: readonly HidReportItem[];
};

export type HidCollection = {
  readonly usagePage?: number;
  readonly usage?: number;
  readonly inputReports?: readonly HidReportInfo[];
  readonly outputReports?: readonly HidReportInfo[];
};

export type HidInputReport = { readonly reportId: number; readonly data: DataView };

export type HidPort = {
  readonly opened: boolean;
  readonly vendorId: number;
  readonly productName: string;
  readonly collections: readonly HidCollection[];
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly sendReport: (reportId: number, data: Uint8Array<ArrayBuffer>) => Promise<void>;
  oninputreport: ((report: HidInputReport) => void) | null;
};

export type HidHost = {
  readonly getDevices: () => Promise<readonly HidPort[]>;
  readonly addEventListener: (
    type: 'connect' | 'disconnect',
    listener: (event: { readonly device: HidPort }) => void,
  ) => void;
};
