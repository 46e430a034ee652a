/** Writes the organisation of the demo: a few rows, before the many customers. */

import type { HubDatabase } from '@api/db/database.ts';
import { hashPassword } from '@api/modules/auth/passwords.ts';
import type { Disposition } from '@shared/domain/brand/brand.ts';
import { demoBrands } from '@shared/domain/brand/demo-brands.ts';
import { demoPlays, demoSeries } from '@shared/domain/role-play/demo/demo-plays.ts';

import { kerdoualDispositions, kerdoualReasons } from './brands/kerdoual.ts';
import { lorvaneDispositions, lorvaneReasons } from './brands/lorvane.ts';
import { demoRules } from './brands/rules.ts';
import { solvenneDispositions, solvenneReasons } from './brands/solvenne.ts';
import { nameId } from './name-id.ts';
import {
  demoBrandNumbers,
  demoLines,
  demoPassword,
  demoTeams,
  demoUser,
  demoUsers,
} from './organisation-data.ts';
import { seededScripts } from './speech/seeded-scripts.ts';

const reasons = [...kerdoualReasons, ...solvenneReasons, ...lorvaneReasons];
const dispositions = [...kerdoualDispositions, ...solvenneDispositions, ...lorvaneDispositions];

const writtenAt = '2026-10-01T08:00:00.000Z';

const dispositionRow = (disposition: Disposition) => ({
  brand_id: disposition.brandId,
  code: disposition.code,
  label_fr: disposition.label.fr,
  label_en: disposition.label.en,
  group_fr: disposition.group.fr,
  group_en: disposition.group.en,
  synonyms: disposition.synonyms,
  resolves_case: disposition.resolvesCase,
  refuses_offer: disposition.refusesOffer ?? false,
  opposes_calls: disposition.opposesCalls ?? false,
  expects_callback: disposition.expectsCallback,
  rank: disposition.rank,
});

const loadBrands = async (db: HubDatabase): Promise<void> => {
  const brands = demoBrands.map((brand) => ({
    id: brand.id,
    name: brand.name,
    monogram: brand.monogram,
    hue: brand.hue,
    chroma: brand.chroma,
    wrap_up_seconds: brand.wrapUpSeconds,
    reason_required: brand.reasonRequired,
    disposition_required: brand.dispositionRequired,
  }));
  await db.insertInto('brands').values(brands).execute();
  const numbers = demoBrandNumbers.map((number) => ({
    id: number.id,
    e164: number.e164,
    brand_id: number.brandId,
    label: number.label,
    tariff_class: number.tariffClass,
    queue: number.queue,
    reason_code: number.reasonCode,
  }));
  await db.insertInto('brand_numbers').values(numbers).execute();
  const reasonRows = reasons.map(({ brandId, code, label }) => ({
    brand_id: brandId,
    code,
    label_fr: label.fr,
    label_en: label.en,
  }));
  await db.insertInto('reasons').values(reasonRows).execute();
  await db.insertInto('dispositions').values(dispositions.map(dispositionRow)).execute();
};

const loadRules = async (db: HubDatabase): Promise<void> => {
  const rows = Object.entries(demoRules).map(([brandId, rules]) => ({
    brand_id: brandId,
    version: 1,
    content: JSON.stringify(rules),
    changed_by: demoUser('hugo.delmas').id,
    changed_at: writtenAt,
  }));
  await db.insertInto('brand_rules').values(rows).execute();
  await db.insertInto('brand_rules_history').values(rows).execute();
};

const loadPeople = async (db: HubDatabase): Promise<void> => {
  await db
    .insertInto('teams')
    .values([...demoTeams])
    .execute();
  const passwordHash = await hashPassword(demoPassword);
  const users = demoUsers.map((user) => ({
    id: user.id,
    login: user.login,
    first_name: user.firstName,
    last_name: user.lastName,
    role: user.role,
    team_id: user.teamId,
    locale: user.locale,
    password_hash: passwordHash,
  }));
  await db.insertInto('users').values(users).execute();
  const scopes = demoUsers.flatMap((user) =>
    user.brandIds.map((brandId) => ({ user_id: user.id, brand_id: brandId })),
  );
  await db.insertInto('user_brands').values(scopes).execute();
  const lines = demoLines.map(({ userId, extension, password }) => ({
    user_id: userId,
    extension,
    password,
  }));
  await db.insertInto('lines').values(lines).execute();
};

const loadScripts = async (db: HubDatabase): Promise<void> => {
  const author = demoUser('hugo.delmas').id;
  const reader = demoUser('agathe.perrot').id;
  const versions = seededScripts.map((script) => ({
    script_id: script.id,
    version: script.version,
    brand_id: script.brandId,
    status: 'published' as const,
    content: JSON.stringify(script),
    created_by: author,
    writers: [author],
    approved_by: reader,
    approved_at: script.publishedAt,
    published_by: author,
    published_at: script.publishedAt,
    valid_from: script.publishedAt,
  }));
  await db.insertInto('script_versions').values(versions).execute();
};

const playId = (key: string): string => nameId(`role-play:${key}`);

const loadRolePlays = async (db: HubDatabase): Promise<void> => {
  const author = demoUser('nadia.ferrand').id;
  const plays = demoPlays.map(({ key, ...draft }) => ({
    id: playId(key),
    brand_id: draft.brandId,
    version: 1,
    content: JSON.stringify(draft),
    created_by: author,
    updated_at: writtenAt,
  }));
  await db.insertInto('role_plays').values(plays).execute();
  const series = demoSeries.map((one) => ({
    id: nameId(`series:${one.key}`),
    brand_id: one.brandId,
    version: 1,
    title: one.title,
    role_play_ids: one.plays.map(playId),
    pass_mark: one.passMark,
    updated_at: writtenAt,
  }));
  await db.insertInto('role_play_series').values(series).execute();
};

/** Brands, numbers, reasons, dispositions, team, users, lines, speeches and role-plays, in an open transaction. */
export const loadOrganisation = async (db: HubDatabase): Promise<void> => {
  await loadBrands(db);
  await loadPeople(db);
  await loadRules(db);
  await loadScripts(db);
  await loadRolePlays(db);
};
