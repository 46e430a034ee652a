/** What the pictured states are made of. */

import type { DesktopQuestion } from '@renderer/platform/store/screen-store.ts';
import type { CommandOutput } from '@shared/contracts/engine/commands.ts';
import { type OutboxItem, outboxItemSchema } from '@shared/contracts/engine/outbox.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import type { ChannelMap } from '@shared/contracts/http/channel-map.ts';
import type { ImportLines, ImportView } from '@shared/contracts/http/imports.ts';
import type { DesktopSettingsView } from '@shared/contracts/ipc/desktop.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { at, helene } from '../component/support/helene.ts';
import { id } from '../component/support/organisation.ts';
import { emptyDraft } from '../component/support/slices.ts';

export type GalleryState = {
  readonly promises?: CommandOutput<'promises.list'>;
  readonly now: string;
  readonly slices: Partial<Slices>;
  readonly bundles?: readonly CustomerBundle[];
  readonly map?: ChannelMap;
  /** `views` null: the hub is away. */
  readonly imports?: {
    readonly views: readonly ImportView[] | null;
    readonly refused: ImportLines;
    readonly doubtful: ImportLines;
  };
  readonly screen?:
    | 'campaign'
    | 'campaigns'
    | 'diaries'
    | 'customers'
    | 'duplicates'
    | 'channel-map'
    | 'figures'
    | 'forecast'
    | 'board'
    | 'call-in-view'
    | 'knowledge'
    | 'imports'
    | 'speeches'
    | 'speech-measures'
    | 'quality'
    | 'outbox'
    | 'training'
    | 'administration'
    | 'check'
    | 'settings';
  /** The advisor whose call is in view. */
  readonly seenAdvisorId?: string;
  /** The tab of the administration. */
  readonly tab?: string;
  /** What the engine answers besides, by command. */
  readonly answers?: Readonly<Record<string, () => unknown>>;
  /** Part of the name of a button that is pressed before the picture is taken. */
  readonly press?: string;
  /** Names of buttons or options that are pressed after it, once `awaits` is there. */
  readonly presses?: readonly RegExp[];
  readonly articleId?: string;
  /** The message that is written. */
  readonly messageId?: string;
  /** What comes later than the rest, and belongs into the picture: a part that is loaded by itself. */
  readonly awaits?: string;
  /** The title of the sheet that is scrolled to. */
  readonly shows?: string;
  readonly overlay?: 'finder' | 'article' | 'keys' | 'keypad' | 'recording' | 'transfer' | 'leave';
  /** What is typed in the search, and the keys pressed once it has answered. */
  readonly search?: { readonly typed: string; readonly keys?: readonly string[] };
  readonly page?: 'card' | 'wall';
  readonly question?: DesktopQuestion;
  readonly desktop?: DesktopSettingsView;
  readonly outbox?: readonly OutboxItem[];
};

export const onSolution = {
  scriptId: 'reclamation-livraison',
  version: 7,
  stepId: 'solution',
  path: ['welcome', 'facts'],
  choices: { solution: 'foot' },
  fields: {},
  objections: [],
};

export const talkingDraft = {
  ...emptyDraft,
  speech: onSolution,
  notes: [
    {
      at: at('2026-11-05T11:45:00'),
      text: 'Pied avant gauche cassé net, cliente calme mais lasse d’attendre.',
    },
    {
      at: at('2026-11-05T11:47:00'),
      text: 'Reçoit du monde samedi : préfère une solution avant le 7.',
    },
  ],
};
export const saved = { savedAt: at('2026-11-05T11:48:09'), saved: 'disk' as const, revision: 90 };

export const item = (
  number: number,
  kind: string,
  time: string,
  status: OutboxItem['status'],
  more: Partial<OutboxItem> = {},
): OutboxItem =>
  outboxItemSchema.parse({
    id: id(3000 + number),
    kind,
    madeAt: at(`2026-11-05T${time}`),
    customerId: helene,
    customerName: 'Hélène Vasseur',
    brandId: 'kerdoual',
    status,
    sentAt: status === 'sent' ? at(`2026-11-05T${time}`) : null,
    code: null,
    detail: null,
    reason: status === 'waiting' ? 'offline' : null,
    remedies: status === 'parked' ? ['again', 'drop'] : [],
    after: null,
    conflict: null,
    standing: null,
    ...more,
  });
