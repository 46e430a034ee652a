import {
  onRecordingEvent,
  type Recording,
  type RecordingEvent,
  recordingAtStart,
  recordingStates,
} from '@shared/domain/recording/recording-machine.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const events: { readonly [name: string]: RecordingEvent } = {
  announced: { type: 'announced' },
  paying: { type: 'causes', causes: ['payment'] },
  clear: { type: 'causes', causes: [] },
  ended: { type: 'ended' },
  objected: { type: 'objected' },
  stored: { type: 'stored' },
  lost: { type: 'lost' },
  purged: { type: 'purged' },
};

/** What follows, and what is asked of the switch and the store; `-`: it does not fit and is ignored. */
const table: { readonly [state in Recording['state']]: Readonly<Record<string, string>> } = {
  announcing: {
    announced: 'recording start',
    paying: 'announcing',
    clear: 'announcing',
    ended: 'void',
    objected: 'objected',
    stored: '-',
    lost: 'void',
    purged: '-',
  },
  recording: {
    announced: '-',
    paying: 'paused pause',
    clear: 'recording',
    ended: 'ended stop',
    objected: 'objected stop delete',
    stored: '-',
    lost: 'void',
    purged: '-',
  },
  paused: {
    announced: '-',
    paying: 'paused',
    clear: 'recording resume',
    ended: 'ended stop',
    objected: 'objected stop delete',
    stored: '-',
    lost: 'void',
    purged: '-',
  },
  ended: {
    announced: '-',
    paying: '-',
    clear: '-',
    ended: '-',
    objected: 'objected delete',
    stored: 'stored',
    lost: 'void',
    purged: '-',
  },
  stored: {
    announced: '-',
    paying: '-',
    clear: '-',
    ended: '-',
    objected: 'objected delete',
    stored: '-',
    lost: '-',
    purged: 'purged delete',
  },
  purged: {},
  objected: {},
  void: {},
};

const cells = recordingStates.flatMap((state) =>
  Object.entries(events).map(([name, event]) => ({ state, name, event })),
);

describe('[REC-4] the states of a recording', () => {
  it.each(cells)('[REC-4] $state and $name', ({ state, name, event }) => {
    const causes = state === 'paused' ? (['by-hand'] as const) : [];
    const step = onRecordingEvent({ state, causes, begun: state !== 'announcing' }, event);
    const wanted = table[state][name] ?? '-';
    const told = 'ignored' in step ? '-' : [step.recording.state, ...step.effects].join(' ');
    expect(told).toBe(wanted);
  });

  it('[REC-4] what was asked to pause before the customer was told begins when it goes on, not before', () => {
    const paying = onRecordingEvent(recordingAtStart, { type: 'causes', causes: ['payment'] });
    if ('ignored' in paying) throw new Error(paying.ignored);
    const told = onRecordingEvent(paying.recording, { type: 'announced' });
    if ('ignored' in told) throw new Error(told.ignored);
    expect(told).toEqual({
      recording: { state: 'paused', causes: ['payment'], begun: false },
      effects: [],
    });
    expect(onRecordingEvent(told.recording, { type: 'causes', causes: [] })).toEqual({
      recording: { state: 'recording', causes: [], begun: true },
      effects: ['start'],
    });
    expect(onRecordingEvent(told.recording, { type: 'ended' })).toMatchObject({
      recording: { state: 'void' },
    });
    expect(onRecordingEvent(told.recording, { type: 'objected' })).toMatchObject({ effects: [] });
  });

  it('[REC-4] it goes on only when no cause stands, in whatever order they come and go', () => {
    const causes = fc.subarray(['by-hand', 'payment', 'hold'] as const);
    fc.assert(
      fc.property(fc.array(causes), (told) => {
        let one: Recording = { state: 'recording', causes: [], begun: true };
        for (const each of told) {
          const step = onRecordingEvent(one, { type: 'causes', causes: each });
          if (!('ignored' in step)) one = step.recording;
          expect(one.state).toBe(each.length === 0 ? 'recording' : 'paused');
          expect(one.causes).toEqual(each);
        }
      }),
    );
  });
});
