/** The queues of the switch: leads in calls, what became of calls, and who is to serve which. */
import type { ArrivalWhy } from '@shared/domain/distribution/arrival.ts';
import type { Qualification, QueueRule } from '@shared/domain/distribution/wanted.ts';
import type { Json } from './json.ts';
import type { QueueCallTables } from './queue-calls.ts';
import type { TeamHelpTables } from './team-help.ts';

type ForATime = { id: string; user_id: string; reason: string; since: string; until: string };

type DistributionTables = {
  user_qualifications: Qualification & { user_id: string };
  queue_rules: { queue: string; rule: Json<QueueRule>; version: number };
  queue_moves: ForATime & {
    queue: string;
    direction: 'in' | 'out';
    penalty: number;
    moved_by: string;
  };
  queue_pauses: ForATime & { queue: string | null; paused_by: string };
  queue_arrivals: {
    queue: string;
    leg_id: string;
    at: string;
    priority: number;
    why: Json<readonly ArrivalWhy[]>;
    first_user: string | null;
    first_penalty: number | null;
    first_until: string | null;
  };
};

export type SwitchTables = TeamHelpTables & QueueCallTables & DistributionTables;
