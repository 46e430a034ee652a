/** A pair that the hub proposes, and one merging of the past. */
import type { CommandOutput } from '@shared/contracts/engine/commands.ts';
import type { Duplicate } from '@shared/contracts/http/duplicates.ts';
import { heleneBundle } from './helene.ts';
import { id } from './organisation.ts';

const { customer } = heleneBundle;
const mobile = (e164: string) => ({ e164, label: 'mobile' as const });

export const pair: Duplicate = {
  one: { ...customer, phones: [mobile('+33639984117')], emails: ['helene.vasseur@exemple.fr'] },
  other: {
    ...customer,
    id: id(81),
    firstName: 'H.',
    phones: [mobile('+33639984117'), mobile('+33639984118')],
    emails: [],
  },
  verdict: 'probable',
  for: ['initials', 'same-mobile'],
  against: ['other-address'],
  foundAt: '2026-11-05T09:00:00.000Z',
  reportedBy: null,
  choices: {
    civility: 'survivor',
    firstName: 'survivor',
    lastName: 'survivor',
    companyName: 'survivor',
    birthDate: 'survivor',
    registration: 'survivor',
    language: 'survivor',
    address: 'survivor',
    phones: 'both',
    emails: 'both',
  },
};

export const listing: CommandOutput<'duplicates.list'> = {
  duplicates: [pair],
  total: 1,
  merges: [
    {
      id: id(82),
      survivor: { id: id(83), name: 'Gilles Armand' },
      absorbed: { id: id(84), name: 'ARMAND GILLES' },
      mergedAt: '2026-11-04T09:00:00.000Z',
      mergedBy: null,
      undoneAt: null,
    },
  ],
};
