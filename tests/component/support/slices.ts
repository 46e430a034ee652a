/** The engine's slices as they stand between two calls, and calls and work made from few words. */
import {
  type CallView,
  callViewSchema,
  type Slices,
  slices as sliceSchemas,
  type WorkItem,
  workItemSchema,
} from '@shared/contracts/engine/views.ts';
import { at, helene } from './helene.ts';
import { camille, id, reference } from './organisation.ts';

export const callId = id(7001);

export const quiet = {
  session: {
    status: 'signed-in',
    user: camille,
    lastLogin: camille.login,
    protection: 'os',
    error: null,
    sealedOfOthers: 0,
    apiUrl: 'http://127.0.0.1:3000',
  },
  line: {
    status: 'registered',
    since: at('2026-11-05T08:56:00'),
    error: null,
    extension: '6001',
    training: true,
    retryAt: null,
    parks: false,
    picksUp: false,
  },
  advisor: {
    state: 'ready',
    since: at('2026-11-05T11:42:46'),
    cause: 'wrap-up-finished',
    pauseReason: null,
    about: 'Odile Marchand',
    next: null,
    nextPauseReason: null,
    notPutThrough: 0,
  },
  calls: [],
  work: [],
  recordings: [],
  training: null,
  messages: [],
  sync: {
    hub: 'online',
    since: at('2026-11-05T08:55:00'),
    waiting: 0,
    parked: 0,
    lastSentAt: at('2026-11-05T11:43:00'),
    freshAt: at('2026-11-05T11:43:00'),
    initialLoad: null,
    storageError: null,
    protocol: 'agreed',
    skipped: 0,
    newerKept: 0,
  },
  devices: {
    inputs: [{ id: 'talia', label: 'Casque Talia 40' }],
    outputs: [
      { id: 'talia', label: 'Casque Talia 40' },
      { id: 'screen', label: 'Haut-parleur de l’écran' },
    ],
    microphoneId: 'talia',
    speakerId: 'talia',
    ringerId: 'screen',
    away: [],
    loudness: { speaker: 1, ringer: 1 },
    processing: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    error: null,
  },
  headsets: [{ name: 'Talia 40', maker: 'USB f00d' }],
  soundTest: { state: 'idle', levelDb: null, verdict: null, voiceDb: null },
  day: {
    segments: [
      ['talking', '09:00', '09:24'],
      ['wrap-up', '09:24', '09:30'],
      ['ready', '09:30', '09:42'],
      ['talking', '09:42', '10:05'],
      ['wrap-up', '10:05', '10:11'],
      ['talking', '10:11', '10:29'],
      ['pause', '10:29', '10:39'],
      ['ready', '10:39', '10:46'],
      ['talking', '10:46', '11:05'],
      ['held', '11:05', '11:08'],
      ['talking', '11:08', '11:36'],
      ['wrap-up', '11:36', '11:42'],
      ['ready', '11:42', null],
    ].map(([state, from, to]) => ({
      state,
      from: at(`2026-11-05T${from}:00`),
      to: to === null ? null : at(`2026-11-05T${to}:00`),
    })),
    calls: 23,
    averageHandlingMs: 312_000,
  },
  checks: [
    {
      id: 'microphone',
      status: 'passed',
      measure: '−38 dB',
      detail: 'Casque Talia 40',
      error: null,
    },
    { id: 'loudspeaker', status: 'passed', measure: null, detail: 'Casque Talia 40', error: null },
    {
      id: 'ringer',
      status: 'passed',
      measure: null,
      detail: 'Haut-parleur de l’écran',
      error: null,
    },
    { id: 'permissions', status: 'passed', measure: null, detail: null, error: null },
    { id: 'pbx', status: 'passed', measure: '41 ms', detail: null, error: null },
    { id: 'line', status: 'passed', measure: '6001', detail: null, error: null },
    { id: 'media', status: 'passed', measure: '4.4 MOS', detail: null, error: null },
    { id: 'hub', status: 'passed', measure: '24 ms', detail: null, error: null },
    { id: 'clock', status: 'passed', measure: '0.3 s', detail: null, error: null },
    { id: 'storage', status: 'passed', measure: '18.2 GB', detail: null, error: null },
    { id: 'key', status: 'passed', measure: 'os', detail: null, error: null },
  ],
  card: null,
  favourites: [],
  teamCalls: [],
  campaignsMoved: { times: 0 },
  schedulesMoved: { times: 0 },
  refusedCall: null,
  reference,
} as const;

/** All slices, parsed, with some of them changed. */
export const slicesWith = (changes: Partial<Slices> = {}): Slices =>
  Object.fromEntries(
    Object.entries({ ...quiet, ...changes }).map(([name, value]) => [
      name,
      sliceSchemas[name as keyof Slices].parse(value),
    ]),
  ) as unknown as Slices;

export const callWith = (changes: Partial<CallView> = {}): CallView =>
  callViewSchema.parse({
    id: callId,
    direction: 'inbound',
    phase: 'ringing',
    hold: 'active',
    muted: false,
    number: '+33639984117',
    numberDisplay: '06 39 98 41 17',
    numberHidden: false,
    brandId: 'kerdoual',
    calledNumber: '+33199004110',
    calledLabel: 'Service clients',
    queue: 'kerdoual-service',
    title: 'Hélène Vasseur',
    startedAt: at('2026-11-05T11:44:00'),
    answeredAt: null,
    endedAt: null,
    heldSince: null,
    outcome: null,
    failure: null,
    mos: null,
    consultFor: null,
    bridgedWith: null,
    transfer: null,
    quality: { reason: null, alarm: null, network: 'wifi' },
    training: false,
    ...changes,
  });

export const emptyDraft: WorkItem['draft'] = {
  notes: [],
  reasonCode: null,
  dispositionCode: null,
  callback: null,
  case: null,
  speech: null,
};

export const workWith = (changes: Partial<WorkItem> = {}): WorkItem =>
  workItemSchema.parse({
    id: callId,
    brandId: 'kerdoual',
    direction: 'inbound',
    phase: 'ringing',
    match: { status: 'one', customerId: helene },
    customerId: helene,
    customerName: 'Hélène Vasseur',
    number: '+33639984117',
    numberDisplay: '06 39 98 41 17',
    calledLabel: 'Service clients',
    callbackId: null,
    startedAt: at('2026-11-05T11:44:00'),
    answeredAt: null,
    endedAt: null,
    outcome: null,
    endedBy: null,
    training: false,
    script: { id: 'reclamation-livraison', version: 7 },
    scriptBecause: [
      { by: 'number', value: '+33199004110' },
      { by: 'brand', value: 'kerdoual' },
      { by: 'reason', value: 'livraison' },
    ],
    likelyReasons: [
      {
        kind: 'unanswered',
        title: 'Sa réclamation attend une réponse',
        at: at('2026-11-04T18:42:00'),
        channel: 'email',
        verdict: 'almost-sure',
      },
      {
        kind: 'recent-order',
        title: 'La livraison du canapé Belle-Île',
        at: at('2026-11-03T15:20:00'),
        channel: 'web',
        verdict: 'likely',
      },
    ],
    wrapUp: null,
    draft: emptyDraft,
    revision: 0,
    savedAt: null,
    saved: 'none',
    ...changes,
  });

export const talkingCall = (changes: Partial<CallView> = {}): CallView =>
  callWith({
    phase: 'talking',
    answeredAt: at('2026-11-05T11:44:06'),
    mos: 4.3,
    ...changes,
  });

export const talkingWork = (changes: Partial<WorkItem> = {}): WorkItem =>
  workWith({ phase: 'talking', answeredAt: at('2026-11-05T11:44:06'), ...changes });

export const wrapUpWork = (changes: Partial<WorkItem> = {}): WorkItem =>
  workWith({
    phase: 'wrap-up',
    answeredAt: at('2026-11-05T11:43:55'),
    endedAt: at('2026-11-05T11:52:00'),
    outcome: 'answered',
    endedBy: 'customer',
    wrapUp: { startedAt: at('2026-11-05T11:52:00'), allowedMs: 120_000 },
    ...changes,
  });
