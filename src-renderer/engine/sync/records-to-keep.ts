/** What a journal is made of when it is written anew: one line for each thing that is still needed. */
import type { MessageItem } from '@shared/contracts/engine/messages-written.ts';
import type { JournalRecord, WorkRecord } from '@shared/contracts/journal/record.ts';
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import type { OtherChange } from '@shared/contracts/sync/push.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';

export type Parked = {
  readonly mutation: Mutation;
  readonly code: ErrorCode;
  readonly detail: string | null;
  readonly current: unknown;
  readonly others?: OtherChange[] | undefined;
  readonly at: string;
};

type Kept = {
  readonly pending: readonly Mutation[];
  readonly parked: readonly Parked[];
  readonly work: readonly WorkRecord[];
  readonly messages: readonly MessageItem[];
};

export const recordsToKeep = ({ pending, parked, work, messages }: Kept): JournalRecord[][] => [
  ...pending.map((mutation): JournalRecord[] => [{ t: 'mutation', mutation }]),
  ...parked.map(({ mutation, ...rest }): JournalRecord[] => [
    { t: 'mutation', mutation },
    { t: 'parked', id: mutation.id, ...rest },
  ]),
  ...work.map((one): JournalRecord[] => [{ t: 'work', work: one }]),
  ...messages.map((message): JournalRecord[] => [{ t: 'message', message }]),
];
