/** A system that would be asked about customers, declared and switched off: nobody answers for it here. */
import type { HubDatabase } from '@api/db/database.ts';
import {
  findConnector,
  insertConnector,
  updateConnector,
} from '@api/modules/connectors/repository.ts';
import { nameId } from '../name-id.ts';
import { demoUser } from '../organisation-data.ts';
import { instant } from './telling.ts';

export const declareAskedSystems = async (db: HubDatabase, nowMs: number): Promise<void> => {
  const id = nameId('connector:Livraisons');
  // A seeding that was cut short is begun anew.
  if ((await findConnector(db, id, ['kerdoual'])) !== null) return;
  await insertConnector(db, {
    id,
    brandId: 'kerdoual',
    name: 'Livraisons',
    card: 'appointments',
    address: 'https://transport.exemple.fr/clients/{ref}/livraisons',
    sourceId: null,
    secretHeader: null,
    secret: null,
    timeLimitMs: 800,
    freshSeconds: 60,
    keepHours: 720,
    roles: [],
    behind: 'appointments',
    createdBy: demoUser('agathe.perrot').id,
    createdAt: instant(nowMs),
  });
  await updateConnector(db, id, { active: false }, undefined);
};
