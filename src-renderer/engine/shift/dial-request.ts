/** A call that is asked of the line desk. */
import type { CommandInput } from '@shared/contracts/engine/commands.ts';
import type { CallPurpose } from '@shared/domain/law/purpose.ts';
import type { PlayedRole } from '@shared/domain/role-play/played-role.ts';
import type { LineCall } from '../telephony/line.ts';

export type DialRequest = {
  readonly number: string;
  readonly brandId: string | null;
  readonly customerId: string | null;
  readonly callbackId: string | null;
  /** What she says that it is for; undefined: the program supposes. */
  readonly purpose?: CallPurpose | undefined;
  /** For whom it is an attempt; its speech is said, if it has one. */
  readonly campaign?: {
    readonly id: string;
    readonly name: string;
    readonly scriptId: string | null;
    readonly offerRelated: boolean;
    /** The first of its numbers that may be presented by hand; null: it names none. */
    readonly presented?: string | null;
  };
  readonly rolePlay?: PlayedRole;
  /** To a simulated customer of the training line, of whom no law speaks. */
  readonly simulated?: true;
  readonly placed?: (callId: string, call: LineCall) => void;
};

export type TransferRequest = CommandInput<'call.transfer'>;
