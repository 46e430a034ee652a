/** What became of calls in queues, and of those that advisors handled. */
import type { QueueCall, QueueFact } from '@shared/domain/queue-call/queue-call.ts';
import type { Generated } from 'kysely';
import type { Json } from './json.ts';

export type QueueCallTables = {
  queue_facts: {
    queue: string;
    leg_id: string;
    kind: QueueFact['kind'];
    at: string;
    fact: Json<QueueFact>;
  };
  queue_calls: {
    queue: string;
    leg_id: string;
    joined_at: string;
    outcome: QueueCall['outcome'];
    waited_s: number | null;
    talked_s: number | null;
  };
  /** Kept by triggers; see the migration. */
  handled_calls: {
    interaction_id: string;
    answered_at: string;
    call_uid: string | null;
    talk_ms: number;
    hold_ms: number;
    took: boolean;
    in_queue: boolean;
  };
  queue_targets: {
    queue: string;
    target_s: number;
    short_s: number;
    answered_share: number | null;
    wait_s: number | null;
    version: Generated<number>;
  };
  queue_heard: { id: string; heard_from: string; heard_until: string };
  queue_log_read: { path: string; bytes: string; read_from: string; read_until: string };
};
