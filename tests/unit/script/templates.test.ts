import { checkScript } from '@shared/domain/script/checks/check-script.ts';
import { graphOf, isEnd, reachedFrom } from '@shared/domain/script/checks/graph.ts';
import { renderSpeech } from '@shared/domain/script/render.ts';
import { languagesOf, scriptSchema } from '@shared/domain/script/script.ts';
import { contentFor } from '@shared/domain/script/templates/template.ts';
import { templates } from '@shared/domain/script/templates/templates.ts';
import { chooseWords } from '@shared/domain/script/text.ts';
import { describe, expect, it } from 'vitest';
import { reference } from '../../component/support/organisation.ts';

const codes = reference.dispositions.filter(({ brandId }) => brandId === 'kerdoual');
const asScript = (template: (typeof templates)[number]) =>
  scriptSchema.parse({
    ...contentFor(template, 'kerdoual', codes),
    id: template.id,
    version: 1,
    publishedAt: '2026-11-28T09:00:00.000Z',
  });

describe.each(templates.map((template) => [template.id, template] as const))(
  '%s',
  (_id, template) => {
    const script = asScript(template);

    it('[EDIT-30] a template passes every check in French and English, for a brand’s own codes', () => {
      const context = {
        brandName: 'Maison Kerdoual',
        dispositionCodes: codes.map(({ code }) => code),
      };
      expect(
        checkScript(script, context).map(
          ({ code, at, data }) =>
            `${code} ${at.stepId ?? at.objectionId ?? ''} ${at.field} ${JSON.stringify(data)}`,
        ),
      ).toEqual([]);
      expect(languagesOf(script)).toEqual(['fr', 'en']);
    });

    it('[EDIT-30] a template is whole: it reaches an aim, answers objections, and says a sentence to whoever is not known', () => {
      const graph = graphOf(script);
      const ends = [...reachedFrom(graph, graph.roots)].flatMap((id) => {
        const step = graph.steps.get(id);
        return step !== undefined && isEnd(step) ? [step] : [];
      });
      expect(ends.some(({ result }) => result === 'reached')).toBe(true);
      expect(ends.length).toBeGreaterThan(1);
      expect(script.objections.length).toBeGreaterThan(1);
      for (const language of languagesOf(script))
        for (const step of script.steps) {
          const words = chooseWords(step.text, { language, written: script.locale, tone: null });
          const said = renderSpeech(words, {}, language)
            .map(({ text }) => text)
            .join('');
          expect(said).not.toMatch(/ {2}|[ \u00a0],|\{|\[|undefined/);
          if (words !== '') expect(said).toMatch(/[.?!…]$/);
        }
    });
  },
);

it('[EDIT-30] there is one for each kind of call that the brands make', () => {
  expect(templates.map(({ id }) => id)).toEqual([
    'inbound-service',
    'complaint',
    'order',
    'retention',
    'outbound-appointment',
    'b2b-qualification',
    'agency-opening',
    'hot-cart',
    'satisfaction-survey',
  ]);
});
