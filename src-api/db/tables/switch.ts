/** The queues of the switch: leads in calls, and what became of calls. */
import type { QueueCallTables } from './queue-calls.ts';
import type { TeamHelpTables } from './team-help.ts';

export type SwitchTables = TeamHelpTables & QueueCallTables;
