/** What the windows see before anything has happened. */
import type { Slices } from '@shared/contracts/engine/views.ts';

const allProcessing = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

const noDevices: Slices['devices'] = {
  inputs: [],
  outputs: [],
  microphoneId: 'default',
  speakerId: 'default',
  ringerId: 'default',
  away: [],
  loudness: { speaker: 1, ringer: 1 },
  processing: allProcessing,
  error: null,
};

const nothingKnown: Slices['reference'] = {
  brands: [],
  numbers: [],
  scripts: [],
  reasons: [],
  dispositions: [],
  users: [],
  teams: [],
  rules: [],
};

const nothingHeard = (since: string): Slices['sync'] => ({
  hub: 'unknown',
  since,
  waiting: 0,
  parked: 0,
  lastSentAt: null,
  freshAt: null,
  initialLoad: null,
  storageError: null,
  protocol: 'agreed',
  skipped: 0,
  newerKept: 0,
});

export const noHelp: Slices['help'] = {
  hand: null,
  ordered: null,
  asked: null,
  given: null,
  inMyCall: [],
};

export const firstSlices = (now: string, apiUrl: string): Slices => ({
  session: {
    status: 'starting',
    user: null,
    lastLogin: null,
    protection: null,
    error: null,
    sealedOfOthers: 0,
    apiUrl,
  },
  line: {
    status: 'off',
    since: now,
    error: null,
    extension: null,
    training: false,
    retryAt: null,
    parks: false,
    picksUp: false,
  },
  advisor: {
    state: 'offline',
    since: now,
    cause: 'restored',
    pauseReason: null,
    about: null,
    next: null,
    nextPauseReason: null,
    notPutThrough: 0,
  },
  calls: [],
  work: [],
  recordings: [],
  sync: nothingHeard(now),
  devices: noDevices,
  headsets: [],
  soundTest: { state: 'idle', levelDb: null, verdict: null, voiceDb: null },
  day: { segments: [], calls: 0, averageHandlingMs: null },
  checks: [],
  card: null,
  favourites: [],
  teamCalls: [],
  help: noHelp,
  alerts: { open: [] },
  helpMessages: { hub: 'unknown', messages: [], waiting: [] },
  campaignsMoved: { times: 0 },
  schedulesMoved: { times: 0 },
  reference: nothingKnown,
  training: null,
  messages: [],
  refusedCall: null,
});
