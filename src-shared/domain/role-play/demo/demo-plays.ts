/** The role-plays and series of the demo; their ids are made from their keys. */
import type { DemoPlay } from './demo-play.ts';
import { kerdoualPlays } from './kerdoual-plays.ts';
import { solvennePlays } from './solvenne-plays.ts';

export const demoPlays: readonly DemoPlay[] = [...kerdoualPlays, ...solvennePlays];

const keysOf = (plays: readonly DemoPlay[]): string[] => plays.map(({ key }) => key);

export const demoSeries = [
  {
    key: 'kerdoual-premiers-pas',
    brandId: 'kerdoual',
    title: 'Premiers pas chez Maison Kerdoual',
    plays: keysOf(kerdoualPlays),
    passMark: 4,
  },
  {
    key: 'solvenne-premier-appel',
    brandId: 'solvenne',
    title: 'Premier appel chez Solvenne Énergie',
    plays: keysOf(solvennePlays),
    passMark: 3.5,
  },
] as const;
