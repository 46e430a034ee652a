/** The demo's speeches as the hub has them: with the articles that their writers put at hand at a step. */
import { demoScripts } from '@shared/domain/script/demo-scripts/demo-scripts.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { nameId } from '../name-id.ts';

type AtHand = { readonly [scriptId: string]: { readonly [stepId: string]: readonly string[] } };

const atHand: AtHand = {
  'kerdoual-reclamation-livraison': {
    adresse: [nameId('article:kerdoual:date-livraison')],
  },
};

export const seededScripts: readonly Script[] = demoScripts.map((script) => ({
  ...script,
  steps: script.steps.map((step) => {
    const articles = atHand[script.id]?.[step.id];
    return articles === undefined ? step : { ...step, articles: [...articles] };
  }),
}));
