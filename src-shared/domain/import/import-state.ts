/**
 * Where an import stands. Nothing is written before `running`; whatever was written can be undone.
 *
 *   reading → ready → trying → tried → running → done → undoing → undone
 *      └→ unreadable     (cancel from anywhere before done → cancelled → undoing)
 */
export const importStates = [
  'reading',
  'unreadable',
  'ready',
  'trying',
  'tried',
  'running',
  'done',
  'cancelled',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof importStates)[number];

export const importEvents = [
  'read',
  'found-unreadable',
  'mapped',
  'try',
  'tried',
  'run',
  'finished',
  'cancel',
  'undo',
  'undone',
] as const;
export type ImportEvent = (typeof importEvents)[number];

/** Null: the event does not fit and changes nothing. Every cell is said. */
const moves: { readonly [state in ImportState]: Partial<Record<ImportEvent, ImportState>> } = {
  reading: { read: 'ready', 'found-unreadable': 'unreadable', cancel: 'cancelled' },
  unreadable: { cancel: 'cancelled' },
  ready: { mapped: 'ready', try: 'trying', cancel: 'cancelled' },
  trying: { tried: 'tried', cancel: 'cancelled' },
  tried: { mapped: 'ready', try: 'trying', run: 'running', cancel: 'cancelled' },
  running: { finished: 'done', cancel: 'cancelled' },
  // Lines that were refused or doubtful can be settled and brought in after the others.
  done: { run: 'running', undo: 'undoing' },
  cancelled: { undo: 'undoing' },
  undoing: { undone: 'undone' },
  undone: {},
};

export const nextState = (state: ImportState, event: ImportEvent): ImportState | null =>
  moves[state][event] ?? null;

export const undoDays = 7;
