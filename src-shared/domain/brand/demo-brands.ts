/** The invented brands of the demo, the seed and the lab; numbers lie in ARCEP's fiction ranges. */
import type { Brand } from './brand.ts';

export const demoBrands: readonly Brand[] = [
  {
    id: 'kerdoual',
    name: 'Maison Kerdoual',
    monogram: 'MK',
    hue: 358,
    chroma: 0.15,
    wrapUpSeconds: 120,
    reasonRequired: true,
    dispositionRequired: true,
  },
  {
    id: 'solvenne',
    name: 'Solvenne Énergie',
    monogram: 'SÉ',
    hue: 52,
    chroma: 0.13,
    wrapUpSeconds: 90,
    reasonRequired: true,
    dispositionRequired: true,
  },
  {
    id: 'lorvane',
    name: 'Lorvane Voyages',
    monogram: 'LV',
    hue: 232,
    chroma: 0.1,
    wrapUpSeconds: 60,
    reasonRequired: false,
    dispositionRequired: true,
  },
];

export type DemoNumber = {
  readonly e164: string;
  readonly brandId: string;
  readonly label: string;
  readonly queue: string;
  readonly reasonCode: string | null;
};

export const demoNumbers: readonly DemoNumber[] = [
  {
    e164: '+33199004110',
    brandId: 'kerdoual',
    label: 'Service clients',
    queue: 'kerdoual-service',
    reasonCode: null,
  },
  {
    e164: '+33199004120',
    brandId: 'kerdoual',
    label: 'Commandes',
    queue: 'kerdoual-commandes',
    reasonCode: 'commande',
  },
  {
    e164: '+33199005220',
    brandId: 'solvenne',
    label: 'Contrats et factures',
    queue: 'solvenne-contrats',
    reasonCode: null,
  },
  {
    e164: '+33199006330',
    brandId: 'lorvane',
    label: 'Voyages en cours',
    queue: 'lorvane-voyages',
    reasonCode: null,
  },
];

/** The advisors of the demo, with their line at the training switch and in the lab's PBX. */
export const demoAdvisors = [
  {
    login: 'camille.roussel',
    password: 'parlance-demo',
    extension: '6001',
    linePassword: 'ligne-6001',
  },
  {
    login: 'yanis.morel',
    password: 'parlance-demo',
    extension: '6002',
    linePassword: 'ligne-6002',
  },
  {
    login: 'lea.fontaine',
    password: 'parlance-demo',
    extension: '6003',
    linePassword: 'ligne-6003',
  },
] as const;
