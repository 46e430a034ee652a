/** The ends of a step's ways, to be drawn from: what each means is said under the pointer. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import { wordsOfScript } from '@shared/domain/script/editing/answer-words.ts';
import { type WayEnd, wayEndsOf } from '@shared/domain/script/editing/way-ends.ts';
import { formatExpression } from '@shared/domain/script/expression/format.ts';
import { parseExpression } from '@shared/domain/script/expression/parse.ts';
import type { Script } from '@shared/domain/script/script.ts';
import type { Step } from '@shared/domain/script/step.ts';
import { labelIn, type SpeechLanguage } from '@shared/domain/script/text.ts';
import { Handle, Position } from '@xyflow/react';
import { useEditorStore } from '../editor-store.ts';
import styles from '../speech-editor.module.css';
import { markOf } from './edges.ts';
import { shareOf } from './nodes.ts';

const css = styleNames(styles);
type Say = ReturnType<typeof useText>['t'];

const conditionIn = (text: string, script: Script, language: SpeechLanguage): string => {
  const { tree } = parseExpression(text);
  return tree === undefined ? text : formatExpression(tree, language, wordsOfScript(script));
};

/** « 2 · Échange », « Consentement : oui », « Si le transfert échoue ». */
export const sayEnd = (
  t: Say,
  { step, end, script }: { readonly step: Step; readonly end: WayEnd; readonly script: Script },
  language: SpeechLanguage,
): string => {
  const { kind, of } = end;
  if (kind === 'answer') {
    const choice = step.choices[Number(of) - 1];
    return `${of} · ${choice === undefined ? '' : labelIn(choice.label, choice.labels, language)}`;
  }
  if (kind === 'condition') return conditionIn(of, script, language);
  if (kind === 'yes' || kind === 'no') {
    const field = step.fields.find(({ id }) => id === of);
    const label = field === undefined ? '' : labelIn(field.label, field.labels, language);
    return t(`speechEditor.endOf.${kind}`, { label });
  }
  if (kind === 'failure') return t('speechEditor.endOf.failure');
  const some = step.routes.length > 0 || step.choices.length > 0;
  return t(some ? 'speechEditor.nextElse' : 'speechEditor.next');
};

export const WayEnds = ({
  step,
  language,
}: {
  readonly step: Step;
  readonly language: SpeechLanguage;
}) => {
  const { t } = useText();
  const store = useEditorStore();
  const ends = wayEndsOf(step);
  return ends.map((end, at) => (
    <Handle
      key={end.id}
      id={end.id}
      type="source"
      position={Position.Bottom}
      className={css('handle', end.to === undefined && 'open')}
      style={{ left: `${shareOf(at, ends.length)}%` }}
      onPointerEnter={(event) => {
        const script = store.getState().history.now;
        event.currentTarget.title = sayEnd(t, { step, end, script }, language);
      }}
    >
      {markOf(end)}
    </Handle>
  ));
};
