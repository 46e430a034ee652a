/** A control group shows what happens without solicitation: who belongs to it gets no commercial call. */
import { forEver, type Rule } from '../rule.ts';

export const controlGroup: Rule = {
  id: 'control-group',
  article: 'règle interne : zone aveugle',
  source: 'Plan d’expériences du professionnel : groupe témoin sans pression commerciale',
  fromMs: null,
  untilMs: null,
  check: ({ facts }) => {
    if (facts.callKind === 'service' || facts.controlGroup === false) return null;
    return forEver(facts.controlGroup ? 'in-control-group' : 'control-group-unknown');
  },
};
