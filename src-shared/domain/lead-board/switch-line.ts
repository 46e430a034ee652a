/** What the switch says of an advisor's telephone; `away`: it is not registered. */
export type SwitchLine = 'free' | 'in-use' | 'away' | 'unknown';
