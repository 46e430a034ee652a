/** A hub that records with a switch in the test's hands: by default calls in their contract phase. */
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { RecordingParts } from '@api/modules/recordings/recording-parts.ts';
import { workOnRecordings } from '@api/modules/recordings/work.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { CallRecording } from '@shared/contracts/http/recordings.ts';
import { routes } from '@shared/contracts/routes.ts';
import { noRecording, type RecordingRules } from '@shared/domain/recording/purpose.ts';
import { FakeRecorder } from '../../support/recording/fake-recorder.ts';
import { until } from '../../support/until.ts';
import { type Ask, asker } from './campaigns.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someInteraction } from './mutations.ts';

export const allOn: RecordingRules = {
  evaluation: {
    ...noRecording.evaluation,
    on: true,
    perMonth: 10,
    audioDays: 30,
    analysisDays: 90,
  },
  contract: { on: true, audioDays: 30, analysisDays: 90 },
  complaint: noRecording.complaint,
};

export type RecordingStage = {
  readonly hub: HubUnderTest;
  readonly recorder: FakeRecorder;
  readonly parts: RecordingParts;
  readonly camille: Session;
  readonly as: (login: string) => Promise<Ask>;
  readonly askCamille: Ask;
  /** Of her line, to a new exchange; answers what the hub decided. */
  readonly call: (
    change?: Readonly<Record<string, unknown>>,
    ask?: Ask,
  ) => Promise<{ id: string; told: CallRecording }>;
  /** An exchange that is in the sample. */
  readonly drawn: () => Promise<string>;
  readonly stands: (interactionId: string, state: string) => Promise<CallRecording>;
  /** As the hub's own loop, once. */
  readonly work: () => Promise<void>;
  /** A call that was recorded, ended and stored; its exchange is at the hub. */
  readonly stored: (
    customerId?: string | null,
    change?: Readonly<Record<string, unknown>>,
  ) => Promise<{ id: string; recordingId: string }>;
  readonly setRules: (rules: RecordingRules) => Promise<void>;
  readonly close: () => Promise<void>;
};

export const setRecordingStage = async (
  announcement: RecordingParts['announcement'] = 'hub',
): Promise<RecordingStage> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'parlance-recordings-'));
  const recorder = new FakeRecorder(path.join(folder, 'spool'));
  const parts: RecordingParts = {
    recorder,
    spool: path.join(folder, 'spool'),
    store: path.join(folder, 'store'),
    announcement,
  };
  const hub = await startHubUnderTest({ recording: parts });
  const camille = await hub.signIn('camille.roussel');
  const askCamille = asker(hub, () => camille);
  const own = await hub.database.db
    .selectFrom('lines')
    .select('extension')
    .where('user_id', '=', camille.user.id)
    .executeTakeFirstOrThrow();
  let legs = 0;
  const stage = {
    hub,
    recorder,
    parts,
    camille,
    askCamille,
    as: async (login: string) => {
      const session = await hub.signIn(login, hub.newId());
      return asker(hub, () => session);
    },
    setRules: async (rules: RecordingRules) => {
      const body = { rules, reason: 'pour les essais' };
      const hugo = await stage.as('hugo.delmas');
      const answer = await hugo('PUT', `${routes.recordingRules}/kerdoual`, body);
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.json));
    },
    call: async (change: Readonly<Record<string, unknown>> = {}, ask: Ask = askCamille) => {
      legs += 1;
      recorder.calls(own.extension, `leg-${legs}`);
      const id =
        typeof change['interactionId'] === 'string' ? change['interactionId'] : hub.newId();
      const answer = await ask('POST', routes.recordingCalls, {
        interactionId: id,
        brandId: 'kerdoual',
        customerId: null,
        callUid: null,
        number: '+33639980123',
        scriptId: null,
        part: 'contract',
        training: false,
        causes: [],
        ...change,
      });
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.json));
      return { id, told: answer.json as CallRecording };
    },
    drawn: async () => {
      const interactionId = hub.newId();
      const values = {
        interaction_id: interactionId,
        advisor_id: camille.user.id,
        brand_id: 'kerdoual',
        month: new Date(hub.clock.now()).toISOString().slice(0, 7),
        at: new Date(hub.clock.now()).toISOString(),
        unit: 0.01,
        chance: 0.02,
        per_month: 10,
        drawn: 0,
        expected_rest: 500,
      };
      await hub.database.db.insertInto('recording_draws').values(values).execute();
      return interactionId;
    },
    stands: (id: string, state: string) =>
      until(`the recording is ${state}`, async () => {
        const { json } = await askCamille('GET', `${routes.recordingCalls}/${id}`);
        return json.recordings[0]?.state === state ? (json as CallRecording) : null;
      }),
    work: () =>
      workOnRecordings(
        {
          database: hub.database,
          clock: hub.clock,
          newId: hub.newId,
          random: (length) => crypto.getRandomValues(new Uint8Array(length)),
          log: hub.app.log,
          recording: parts,
        },
        parts,
      ),
    stored: async (
      customerId: string | null = null,
      change: Readonly<Record<string, unknown>> = {},
    ) => {
      const { id, told } = await stage.call({ customerId, ...change });
      await stage.stands(id, 'recording');
      const payload = someInteraction(id, { customerId, advisorId: camille.user.id });
      await push(hub, camille, [mutation(hub, { kind: 'interaction.record', payload })]);
      recorder.hangUp(`leg-${legs}`);
      await until('it is stored', async () => {
        await stage.work();
        const { json } = await askCamille('GET', `${routes.recordingCalls}/${id}`);
        return json.recordings[0]?.state === 'stored';
      });
      return { id, recordingId: told.recordings[0]?.id ?? '' };
    },
    close: () => hub.close(),
  };
  return stage;
};
