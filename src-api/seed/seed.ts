/** Fills an empty database with the demo; a database that holds anything is left alone. */
import type { DatabaseHandle, HubDatabase } from '@api/db/database.ts';
import { queueForLikeness } from '@api/modules/duplicates/keys-repository.ts';
import { queueEverybody } from '@api/modules/insights/queue-repository.ts';
import { copiedTables, copyBundles } from './copy-bundles.ts';
import { bundleAt } from './crowd.ts';
import { loadArticles } from './load-articles.ts';
import { loadOrganisation } from './load-organisation.ts';
import { tellOfSpeeches } from './speech/tell-of-speeches.ts';
import { declareAskedSystems } from './story/asked-systems.ts';
import { tellContacts } from './story/contacts.ts';
import { tellOfDesktops } from './story/desktops.ts';
import { heleneVasseur } from './story/helene-vasseur.ts';
import { household } from './story/household.ts';
import { runInsulationCampaign } from './story/insulation-campaign.ts';
import { tellOfToday } from './story/other-systems.ts';
import { peopleOfTheDay } from './story/people-of-the-day.ts';
import { publishSchedules } from './story/schedules.ts';
import { sendFile } from './story/sent-file.ts';

export type SeedOptions = {
  readonly customers: number;
  /** The moment everything is told from: "yesterday's e-mail" lies a day before it. */
  readonly nowMs: number;
  readonly seed: number;
  readonly progress: (text: string, done: number, total: number) => void;
};

const batchSize = 1_000;
const markKey = 'demo-seed';

const markOf = async (db: HubDatabase): Promise<string | undefined> =>
  (
    await db
      .selectFrom('hub_settings')
      .select('value')
      .where('key', '=', markKey)
      .executeTakeFirst()
  )?.value;

const mark = async (db: HubDatabase, value: 'started' | 'complete'): Promise<void> => {
  await db
    .insertInto('hub_settings')
    .values({ key: markKey, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
};

const isEmpty = async (db: HubDatabase): Promise<boolean> =>
  (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) === undefined;

type Client = Awaited<ReturnType<DatabaseHandle['connectAlone']>>;

/** The change log is for desktops that loaded already; a first load needs no million lines of it. */
const withoutChangeLog = async (client: Client, work: () => Promise<void>): Promise<void> => {
  const watched = copiedTables.filter((name) => !name.startsWith('customer_'));
  const toggle = (state: 'enable' | 'disable') =>
    client.query(watched.map((name) => `alter table ${name} ${state} trigger user`).join('; '));
  await toggle('disable');
  try {
    await work();
  } finally {
    await toggle('enable');
  }
};

const loadCrowd = async (client: Client, options: SeedOptions): Promise<void> => {
  const { customers, nowMs, seed, progress } = options;
  const telling = { customers, nowMs, seed };
  for (let from = 0; from < customers; from += batchSize) {
    const length = Math.min(batchSize, customers - from);
    await client.query('begin');
    await copyBundles(
      client,
      Array.from({ length }, (_, offset) => bundleAt(telling, from + offset)),
    );
    await client.query('commit');
    progress('customers with their history', from + length, customers);
  }
};

/**
 * Seeds unless there is something already. A seeding that was cut short is begun anew.
 * @returns whether it seeded.
 */
export const seedWhenEmpty = async (
  database: DatabaseHandle,
  options: SeedOptions,
): Promise<boolean> => {
  const { db } = database;
  const { customers, nowMs, seed, progress } = options;
  const wasCut = (await markOf(db)) === 'started';
  if (customers === 0 || !(wasCut || (await isEmpty(db)))) return false;
  progress('brands, users and speeches', 0, customers);
  const client = await database.connectAlone();
  try {
    if (wasCut)
      await client.query('truncate customers, users, brands, teams, representatives cascade');
    await db.transaction().execute(async (tx) => {
      await mark(tx, 'started');
      await loadOrganisation(tx);
      await loadArticles(tx, nowMs);
    });
    await withoutChangeLog(client, async () => {
      const told = [
        heleneVasseur(nowMs, seed),
        ...household(nowMs),
        ...peopleOfTheDay(nowMs, seed),
      ];
      await copyBundles(client, told);
      await tellContacts(db);
      await loadCrowd(client, options);
      await tellOfSpeeches(db, nowMs);
    });
    await tellOfDesktops(db, nowMs);
    await publishSchedules(db, nowMs);
    await declareAskedSystems(db, nowMs);
    await tellOfToday(database, nowMs, { error: () => undefined });
    await sendFile(db, nowMs);
    await runInsulationCampaign(database, nowMs);
    await queueEverybody(db);
    await queueForLikeness(db);
    await client.query('analyze');
    await mark(db, 'complete');
  } finally {
    await client.end();
  }
  return true;
};
