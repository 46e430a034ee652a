/** The conditions of a step: the first one that is true leads on. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { environmentOf } from '@shared/domain/script/answers.ts';
import { wordsOfScript } from '@shared/domain/script/editing/answer-words.ts';
import type { Step } from '@shared/domain/script/step.ts';
import { useMemo } from 'react';
import { useReadOnly, useScript } from './editor-store.ts';
import { ExpressionField } from './expression-field.tsx';
import { RowButton } from './form-parts.tsx';
import styles from './speech-editor.module.css';
import { TargetSelect } from './target-select.tsx';
import { useStepEdit } from './use-step-edit.ts';

const css = styleNames(styles);
const mostRoutes = 20;

export const RoutesForm = ({ step }: { readonly step: Step }) => {
  const { t } = useText();
  const script = useScript();
  const change = useStepEdit(step);
  const readOnly = useReadOnly();
  const environment = useMemo(() => environmentOf(script), [script]);
  const words = useMemo(() => wordsOfScript(script), [script]);
  const { routes } = step;
  const at = script.steps.indexOf(step);
  const target = (script.steps[at + 1] ?? script.steps.find((one) => one !== step))?.id;
  const add = () =>
    target !== undefined && change('routes', { routes: [...routes, { if: ' ', next: target }] });
  return (
    <fieldset className={css('rows')}>
      <legend>{t('speechEditor.routes')}</legend>
      <ol>
        {routes.map((route, at) => (
          // A route has no name of its own: it is its place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={at} className={css('row', 'routeRow')}>
            <ExpressionField
              label={t('speechEditor.condition', { number: at + 1 })}
              value={route.if}
              environment={environment}
              words={words}
              place={`routes.${at}`}
              onChange={(text) =>
                change(`routes.${at}`, {
                  routes: routes.map((one, index) => (index === at ? { ...one, if: text } : one)),
                })
              }
            />
            <TargetSelect
              label={t('speechEditor.leadsTo')}
              step={step}
              field={`routes.${at}`}
              value={route.next}
            />
            <RowButton
              label={t('speechEditor.removeCondition', { number: at + 1 })}
              onPress={() => change('routes', { routes: routes.filter((one) => one !== route) })}
            >
              <Icon name="close" size={16} />
            </RowButton>
          </li>
        ))}
      </ol>
      {readOnly || routes.length >= mostRoutes || target === undefined ? null : (
        <Button size="small" look="ghost" icon="plus" onClick={add}>
          {t('speechEditor.addCondition')}
        </Button>
      )}
    </fieldset>
  );
};
