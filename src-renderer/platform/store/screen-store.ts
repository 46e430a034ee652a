/** What the window shows: which screen, which work item, what lies over it. Nothing of the engine's. */
import type { Caret } from '@shared/domain/message/insert-text.ts';
import type { WrittenChannel } from '@shared/domain/message/message.ts';
import type { NumberKind } from '@shared/domain/number/french-plan.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

export const screenNames = [
  'day',
  'work',
  'campaign',
  'campaigns',
  'diaries',
  'customers',
  'duplicates',
  'channel-map',
  'figures',
  'forecast',
  'board',
  'call-in-view',
  'knowledge',
  'imports',
  'speeches',
  'speech-measures',
  'quality',
  'outbox',
  'training',
  'check',
  'administration',
  'settings',
] as const;
export type ScreenName = (typeof screenNames)[number];
export type Overlay =
  | 'finder'
  | 'article'
  | 'keypad'
  | 'recording'
  | 'keys'
  | 'transfer'
  | 'leave'
  | null;

/** A number that something outside wants called, or the window to be closed in a call. */
export type DesktopQuestion =
  | {
      readonly kind: 'call';
      readonly number: string;
      readonly display: string;
      readonly numberKind: NumberKind;
      readonly source: 'link' | 'selection';
    }
  | { readonly kind: 'close' };

export type ScreenState = {
  readonly screen: ScreenName;
  /** The work item she chose to look at, while it lasts. */
  readonly workId: string | null;
  /** It rings while she types elsewhere: shown as a line until she leaves the field or answers. */
  readonly waitingWorkId: string | null;
  /** Where she comes back to when the work that she began there is done. */
  readonly backTo: 'campaign' | null;
  /** The customer opened outside a call. */
  readonly customerId: string | null;
  /** The advisor whose call a lead has in view. */
  readonly seenAdvisorId: string | null;
  /** The article that is read, and what was searched when it was found. */
  readonly articleId: string | null;
  readonly searched: string;
  /** The message that is written, and where its cursor is: what is inserted goes there. */
  readonly messageId: string | null;
  readonly caret: Caret;
  /** What she wrote last, and whether it waits for the network. */
  readonly written: {
    readonly customerId: string;
    readonly channel: WrittenChannel;
    readonly at: number;
    readonly waits: boolean;
  } | null;
  /** The case or order that the search was asked for: its card shows itself. */
  readonly soughtId: string | null;
  readonly overlay: Overlay;
  /** Whom the speech wants the call to go to, when it opened the transfer. */
  readonly transferTo: string | null;
  /** What the desktop asks her, over everything. */
  readonly question: DesktopQuestion | null;
  /** The last thing that did not work, said until she closes it or does something else. */
  readonly failure: { readonly code: ErrorCode; readonly detail: string | undefined } | null;
};

export type ScreenStore = StoreApi<ScreenState>;

export const createScreenStore = (): ScreenStore =>
  createStore<ScreenState>()(() => ({
    screen: 'day',
    workId: null,
    waitingWorkId: null,
    backTo: null,
    customerId: null,
    seenAdvisorId: null,
    articleId: null,
    messageId: null,
    written: null,
    caret: { start: 0, end: 0 },
    searched: '',
    soughtId: null,
    overlay: null,
    transferTo: null,
    question: null,
    failure: null,
  }));
