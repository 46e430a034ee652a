/**
 * What the demo's brand has done with its speeches: versions in every state with remarks, a version
 * that is said from tomorrow on, a trial, and calls that followed them, so that something is measured.
 */

import type { HubDatabase } from '@api/db/database.ts';
import { armOf, type SpeechExperiment } from '@shared/domain/script/choice/experiment.ts';

import type { Script } from '@shared/domain/script/script.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { sql } from 'kysely';
import { nameId } from '../name-id.ts';
import { demoUser } from '../organisation-data.ts';
import { randomOf } from '../random.ts';
import { seededScripts } from './seeded-scripts.ts';
import { walkedCall } from './walked-call.ts';

const dayMs = 86_400_000;
const complaintId = 'kerdoual-reclamation-livraison';

const scriptOf = (id: string): Script => {
  const script = seededScripts.find((one) => one.id === id);
  if (script === undefined) throw new Error(`no demo speech ${id}`);
  return script;
};

/** Another version of a speech: the same, but for the words of one step. */
const another = (script: Script, version: number, publishedAt: string, words: string): Script => ({
  ...script,
  version,
  publishedAt,
  steps: script.steps.map((step) =>
    step.id === script.firstStep
      ? { ...step, text: { ...step.text, default: `${step.text.default} ${words}` } }
      : step,
  ),
});

type Told = {
  readonly script: Script;
  readonly status: 'draft' | 'in-review' | 'published' | 'withdrawn';
  readonly reason?: string;
};

const versionRow = ({ script, status, reason }: Told, nowMs: number) => {
  const author = demoUser('hugo.delmas').id;
  const reader = demoUser('agathe.perrot').id;
  const wasSaid = status === 'published' || status === 'withdrawn';
  const at = toInstant(Math.min(nowMs - 2 * dayMs, Date.parse(script.publishedAt)));
  return {
    script_id: script.id,
    version: script.version,
    brand_id: script.brandId,
    status,
    content: JSON.stringify(script),
    created_by: author,
    created_at: at,
    saved_by: author,
    saved_at: at,
    writers: [author],
    ...(status === 'in-review' ? { submitted_by: author, submitted_at: at } : {}),
    ...(wasSaid ? { approved_by: reader, approved_at: at } : {}),
    published_by: wasSaid ? author : null,
    published_at: wasSaid ? at : null,
    valid_from: wasSaid ? script.publishedAt : null,
    ...(status === 'withdrawn'
      ? { withdrawn_by: author, withdrawn_at: toInstant(nowMs - 50 * dayMs) }
      : {}),
    reason: reason ?? null,
  };
};

const loadVersions = async (db: HubDatabase, nowMs: number): Promise<void> => {
  const complaint = scriptOf(complaintId);
  const cart = scriptOf('kerdoual-panier');
  const invitation = scriptOf('kerdoual-invitation');
  const ago = (days: number) => toInstant(nowMs - days * dayMs);
  const tomorrow = toInstant((Math.floor(nowMs / dayMs) + 1) * dayMs + 7 * 3_600_000);
  const told: Told[] = [
    {
      script: another(complaint, 5, ago(120), 'Vous avez appelé au bon endroit.'),
      status: 'withdrawn',
      reason: 'Promettait un délai que l’atelier ne tient pas.',
    },
    {
      script: another(complaint, 6, ago(90), 'Je prends le temps qu’il faut.'),
      status: 'published',
    },
    {
      script: another(complaint, 8, ago(2), 'Je vous donne tout de suite une solution.'),
      status: 'draft',
    },
    {
      script: another(invitation, invitation.version + 1, ago(2), 'Cela vous prendra une minute.'),
      status: 'in-review',
    },
    {
      script: another(cart, cart.version + 1, tomorrow, 'Vos articles vous attendent toujours.'),
      status: 'published',
    },
  ];
  await db
    .insertInto('script_versions')
    .values(told.map((one) => versionRow(one, nowMs)))
    .execute();
};

const loadRemarks = async (db: HubDatabase, nowMs: number): Promise<void> => {
  const { firstStep } = scriptOf(complaintId);
  const first = nameId('speech-remark:1');
  const remark = (id: string, login: string, body: string, parent: string | null) => ({
    id,
    script_id: complaintId,
    version: 8,
    step_id: firstStep,
    parent_id: parent,
    by_id: demoUser(login).id,
    at: toInstant(nowMs - dayMs + (parent === null ? 0 : 3_600_000)),
    body,
    resolved_by: null,
    resolved_at: null,
  });
  await db
    .insertInto('script_comments')
    .values([
      remark(first, 'nadia.ferrand', 'Au téléphone, cette phrase paraît longue.', null),
      remark(nameId('speech-remark:2'), 'hugo.delmas', 'Je la coupe avant la relecture.', first),
    ])
    .execute();
};

const loadTrial = async (db: HubDatabase, nowMs: number): Promise<SpeechExperiment> => {
  const experiment: SpeechExperiment = {
    id: nameId('speech-trial:1'),
    scriptId: complaintId,
    from: toInstant(nowMs - 40 * dayMs),
    until: null,
    arms: [
      { id: 'actuel', version: 7, share: 70 },
      { id: 'plus-pose', version: 6, share: 30 },
    ],
  };
  await db
    .insertInto('script_experiments')
    .values({
      id: experiment.id,
      script_id: experiment.scriptId,
      brand_id: 'kerdoual',
      name: 'Prendre le temps au début',
      arms: JSON.stringify(experiment.arms),
      from_at: experiment.from,
      until_at: null,
      outcome: 'reached',
      planned_per_arm: 400,
      created_by: demoUser('hugo.delmas').id,
      created_at: experiment.from,
      stopped_by: null,
      stopped_at: null,
    })
    .execute();
  return experiment;
};

type Call = {
  readonly id: string;
  readonly who: string;
  readonly name: string;
  readonly startedMs: number;
};

/** Calls that were answered, the latest first. */
const answeredCalls = async (db: HubDatabase, nowMs: number): Promise<Call[]> => {
  const { rows } = await sql<Call>`
    select one.id, one.customer_id as who,
      case civility when 'mme' then 'Madame ' when 'm' then 'Monsieur ' else first_name || ' ' end
        || last_name as name,
      (extract(epoch from started_at) * 1000)::float8 as "startedMs"
    from interactions one join customers on customers.id = one.customer_id
    where one.brand_id = 'kerdoual' and channel = 'phone' and direction = 'inbound'
      and outcome = 'answered' and speech is null
      and started_at > ${toInstant(nowMs - 200 * dayMs)}
    order by started_at desc, one.id limit 1500`.execute(db);
  return rows;
};

/** Said in the calls of the last months, by the version of that day or of the customer's arm. */
const followSpeech = async (
  db: HubDatabase,
  nowMs: number,
  experiment: SpeechExperiment,
): Promise<void> => {
  const complaint = scriptOf(complaintId);
  const versions = new Map<number, Script>([
    [7, complaint],
    [6, another(complaint, 6, complaint.publishedAt, 'Je prends le temps qu’il faut.')],
  ]);
  for (const { id, who, name, startedMs } of await answeredCalls(db, nowMs)) {
    const onTrial = startedMs >= Date.parse(experiment.from);
    const arm = onTrial ? armOf(experiment, who) : undefined;
    const usual = startedMs >= Date.parse(complaint.publishedAt) ? 7 : 6;
    const script = versions.get(arm?.version ?? usual) ?? complaint;
    const walk = {
      facts: { 'brand.name': 'Maison Kerdoual', 'customer.formalName': name },
      startMs: startedMs,
      breaksOff: script.version === 7 ? 3 : 5,
      random: randomOf(`speech:${id}`),
    };
    const record = {
      ...walkedCall(script, walk),
      experiment: arm === undefined ? null : { id: experiment.id, arm: arm.id },
    };
    await db
      .updateTable('interactions')
      .set({ speech: JSON.stringify(record) })
      .where('id', '=', id)
      .execute();
  }
  await sql`select mark_speech(id, speech, started_at) from interactions
    where speech is not null and not exists (
      select from speech_marks where interaction_id = interactions.id)`.execute(db);
};

/** While no trigger runs: a first load needs no log of it. */
export const tellOfSpeeches = async (db: HubDatabase, nowMs: number): Promise<void> => {
  await loadVersions(db, nowMs);
  await loadRemarks(db, nowMs);
  await followSpeech(db, nowMs, await loadTrial(db, nowMs));
};
