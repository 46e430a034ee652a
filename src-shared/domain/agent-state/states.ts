/** The states of an advisor, as desktops tell them and the hub keeps them. */
export const advisorStates = [
  'ready',
  'busy',
  'wrap-up',
  'do-not-disturb',
  'pause',
  'offline',
] as const;
