/** Alerts of the floor at 11:48: one queue waits, one advisor is beyond her time. */
import type { AlertRulesAnswer, LeadAlert } from '@shared/contracts/http/lead-alerts.ts';
import { usualAlertRules } from '@shared/domain/lead-alert/alert-rules.ts';
import { floor, floorAt } from './lead-board.ts';
import { id } from './organisation.ts';

const team = floor().teams[0]?.id ?? '';
const ago = (minutes: number) => new Date(floorAt - minutes * 60_000).toISOString();

export const alert = (
  kind: LeadAlert['kind'],
  name: string,
  minutes: number,
  more: Partial<LeadAlert> = {},
): LeadAlert => ({
  id: id(7_000 + minutes),
  teamId: team,
  teamName: 'Rennes',
  kind,
  subject: { id: name, name },
  brandIds: ['kerdoual'],
  since: ago(minutes),
  toldAt: ago(minutes),
  escalatedAt: null,
  takenBy: null,
  takenAt: null,
  endedAt: null,
  ...more,
});

export const byNadia = { takenBy: { id: id(7_100), name: 'Nadia Ferrand' } };
export const alerts = [
  alert('queue-wait', 'Service clients', 3),
  alert('over', 'Lina Haddou', 9),
  alert('queue-level', 'Contrats et factures', 22, byNadia),
];
export const pastAlerts = [
  alert('hand', 'Samir Ouali', 40, { ...byNadia, endedAt: ago(31) }),
  alert('queue-wait', 'Service clients', 71, { escalatedAt: ago(68), endedAt: ago(55) }),
  alert('stuck', 'Anne-Laure de la Villemarqué-Kersauson', 85, { toldAt: null }),
];
export const alertRules: AlertRulesAnswer = {
  teamId: team,
  version: 2,
  rules: {
    ...usualAlertRules,
    quiet: [{ weekdays: [1, 2, 3, 4, 5], from: 1_200, until: 480 }],
    escalateTo: [id(7_200)],
  },
  nameable: [
    { id: id(7_200), name: 'Agathe Perrot' },
    { id: id(7_201), name: 'Élise Castel' },
    { id: id(7_202), name: 'Hugo Delmas' },
  ],
};
