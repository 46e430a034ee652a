/** The call of an advisor that a lead has in view: whispering, listening, barging in, before she goes in, old, away. */
import type { SeatCall } from '@shared/contracts/http/seat-call.ts';
import type { BoardState } from '@shared/contracts/live/board-state.ts';
import { succeed } from '@shared/kernel/result.ts';
import { floor, leading, samirsHelp } from '../component/support/lead-board.ts';
import {
  leadTalk,
  seenFloor,
  seenReference,
  seenSamir,
  yvesBundle,
} from '../component/support/lead-call.ts';
import { quiet, talkingCall } from '../component/support/slices.ts';
import type { GalleryState } from './parts.ts';

const noHelp = { hand: null, ordered: null, asked: null, given: null, inMyCall: [] };
const inCall = (way: 'listen' | 'whisper' | 'barge', lead: SeatCall['line']['lead'] = way) => ({
  help: { ...noHelp, given: { ...samirsHelp, way } },
  call: { ...seenSamir, line: { ...seenSamir.line, lead } },
});
type Shown = {
  readonly help?: typeof noHelp | object;
  readonly call?: SeatCall;
  readonly board?: BoardState;
  readonly more?: Partial<GalleryState['slices']>;
};
const state = ({ help = noHelp, call = seenSamir, board = seenFloor(), more = {} }: Shown) => {
  const given = (help as { given: { helpId: string } | null }).given;
  return {
    now: '11:48:07',
    slices: {
      ...leading,
      reference: seenReference,
      help: help as never,
      helpMessages: leadTalk,
      calls:
        given === null
          ? []
          : [talkingCall({ id: given.helpId, help: given.helpId, brandId: 'solvenne' })],
      ...more,
    },
    bundles: [yvesBundle],
    screen: 'call-in-view' as const,
    seenAdvisorId: samirsHelp.advisorId,
    answers: {
      'lead.watch': () => succeed(board),
      'lead.call': () => succeed(call),
      'lead.call-end': () => succeed(null),
      'talk.read': () => succeed(null),
    } as never,
  } satisfies GalleryState;
};

const withoutSpeech = (): BoardState => {
  const board = seenFloor();
  const samir = board.seats.get(samirsHelp.advisorId);
  const call = samir?.now?.call;
  if (samir?.now == null || call == null) return board;
  const now = { ...samir.now, call: { ...call, speech: null, customerId: null } };
  return { ...board, seats: new Map(board.seats).set(samir.userId, { ...samir, now }) };
};
const ended = (): BoardState => {
  const board = seenFloor();
  const samir = board.seats.get(samirsHelp.advisorId);
  if (samir?.now == null) return board;
  const now = { ...samir.now, state: 'ready' as const, call: null, hand: null };
  return { ...board, seats: new Map(board.seats).set(samir.userId, { ...samir, now }) };
};
const long =
  'La cliente dit que son voisin, Monsieur Delahaye-Kerguelen, a eu le même tarif. '.repeat(5);

export const leadCallStates: { readonly [name: string]: GalleryState } = {
  'lead-whispers': state(inCall('whisper')),
  'lead-listens': state(inCall('listen')),
  'lead-barges': state(inCall('barge')),
  'lead-not-verified': state({
    ...inCall('whisper'),
    call: { ...seenSamir, line: { at: null, talk: false, lead: 'none' } },
  }),
  'lead-before': state({ call: { ...seenSamir, line: { ...seenSamir.line, lead: 'none' } } }),
  'lead-long': state({
    ...inCall('whisper'),
    call: {
      ...seenSamir,
      line: { ...seenSamir.line, lead: 'whisper' },
      told:
        seenSamir.told === null
          ? null
          : {
              ...seenSamir.told,
              notes: seenSamir.told.notes.map((note) => ({ ...note, text: long })),
            },
    },
    more: {
      helpMessages: {
        ...leadTalk,
        messages: leadTalk.messages.map((one) => ({ ...one, words: long.slice(0, 300) })),
      },
    },
  }),
  'lead-nobody-known': state({
    board: withoutSpeech(),
    call: {
      customer: null,
      telling: 'older',
      told: null,
      line: { ...seenSamir.line, lead: 'none' },
    },
  }),
  'lead-call-over': state({
    board: ended(),
    call: {
      customer: null,
      telling: 'none',
      told: null,
      line: { ...seenSamir.line, talk: false, lead: 'none' },
    },
  }),
  'lead-stale': state({
    ...inCall('whisper'),
    board: seenFloor({ status: 'lost', trueAt: (floor().trueAt ?? 0) - 34_000 }),
    more: { sync: { ...quiet.sync, hub: 'offline' as const } },
  }),
};
