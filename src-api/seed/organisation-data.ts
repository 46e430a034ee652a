/** The invented organisation: one team, its people with their brands, and the brands' numbers. */

import type { BrandNumber } from '@shared/domain/brand/brand.ts';
import { demoAdvisors, demoNumbers } from '@shared/domain/brand/demo-brands.ts';
import type { Team, User } from '@shared/domain/user/user.ts';
import { nameId } from './name-id.ts';

const teamId = nameId('team:ferrand');
export const demoTeams: readonly Team[] = [{ id: teamId, name: 'Équipe de Nadia Ferrand' }];

const all = ['kerdoual', 'lorvane', 'solvenne'];

type Person = readonly [first: string, last: string, role: User['role'], brandIds: string[]];
const people: readonly Person[] = [
  ['Camille', 'Roussel', 'advisor', all],
  ['Yanis', 'Morel', 'advisor', ['kerdoual', 'solvenne']],
  ['Léa', 'Fontaine', 'advisor', ['kerdoual', 'lorvane']],
  ['Maëlle', 'Le Bris', 'advisor', ['solvenne']],
  ['Théo', 'Garnier', 'advisor', ['kerdoual', 'lorvane']],
  ['Aïcha', 'Benali', 'advisor', ['lorvane', 'solvenne']],
  ['Nadia', 'Ferrand', 'team-lead', all],
  ['Hugo', 'Delmas', 'brand-manager', ['kerdoual']],
  ['Élise', 'Castel', 'brand-manager', all],
  ['Agathe', 'Perrot', 'administrator', all],
];

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** `Maëlle Le Bris` signs in as `maelle.lebris`. */
const loginOf = (first: string, last: string) =>
  `${plain(first)}.${plain(last).replace(/[^a-z]/g, '')}`;

export const demoUsers: readonly User[] = people.map(([firstName, lastName, role, brandIds]) => {
  const login = loginOf(firstName, lastName);
  const id = nameId(`user:${login}`);
  return { id, login, firstName, lastName, role, teamId, locale: 'fr', brandIds };
});

/** The demo user of that login. @throws for a login that is not in the list. */
export const demoUser = (login: string): User => {
  const user = demoUsers.find((candidate) => candidate.login === login);
  if (user === undefined) throw new Error(`no demo user ${login}`);
  return user;
};

/** Everybody of the demo signs in with it; it is written on the sign-in help of the demo. */
export const demoPassword = demoAdvisors[0].password;

export const demoLines = demoAdvisors.map(({ login, extension, linePassword }) => ({
  userId: demoUser(login).id,
  extension,
  password: linePassword,
}));

export const demoBrandNumbers: readonly BrandNumber[] = demoNumbers.map((number) => ({
  ...number,
  id: nameId(`number:${number.e164}`),
  tariffClass: 'normal',
}));
