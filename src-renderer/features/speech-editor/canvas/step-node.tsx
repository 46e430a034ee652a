/** One step on the canvas: its title and how its words begin. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { kindOf, type StepKind } from '@shared/domain/script/step.ts';
import { chooseWords, labelIn } from '@shared/domain/script/text.ts';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { useEditor } from '../editor-store.ts';
import styles from '../speech-editor.module.css';
import { useWriting } from '../use-writing.ts';
import type { StepNodeType } from './nodes.ts';
import { WayEnds } from './way-ends.tsx';

const css = styleNames(styles);

const icons: { readonly [kind in StepKind]?: IconName } = {
  branch: 'transfer',
  do: 'wand',
  'sub-script': 'file',
  end: 'passed',
};
const shownLetters = 44;

/** « Bonjour {nom}… »: the field's name stands for what will be there. */
const beginning = (words: string): string => {
  const plain = words
    .replaceAll(/\{\{\s*(?:\w+\.)?(\w+)[^{}]*\}\}/g, '{$1}')
    .replaceAll(/\[\[|\]\]/g, '');
  return plain.length > shownLetters ? `${plain.slice(0, shownLetters).trimEnd()}…` : plain;
};

/** Only what it says makes it another: the canvas moves it without drawing it anew. */
const sameNode = (a: NodeProps<StepNodeType>, b: NodeProps<StepNodeType>): boolean =>
  a.data === b.data;

export const StepNode = memo(({ data }: NodeProps<StepNodeType>) => {
  const { t } = useText();
  const { writing } = useWriting();
  const { step, severity } = data;
  const selected = useEditor(
    (state) => state.selected.kind === 'step' && state.selected.id === step.id,
  );
  const kind = kindOf(step);
  const icon = icons[kind];
  const { language, written } = writing;
  const words = chooseWords(step.text, { language, written, tone: null });
  const said =
    kind === 'branch' || kind === 'sub-script' ? t(`speechEditor.kindOf.${kind}`) : words;
  return (
    <div className={css('node', selected && 'chosen', severity === 'block' && 'blocked')}>
      <Handle
        type="target"
        position={Position.Top}
        className={css('handle')}
        isConnectableStart={false}
      />
      <b>
        <span>{labelIn(step.title, step.titles, language)}</span>
        {(step.passages ?? []).length > 0 ? <Icon name="lock" size={14} /> : null}
        {icon === undefined ? null : <Icon name={icon} size={14} />}
        {severity === null ? null : (
          <i className={css(severity === 'block' ? 'bad' : 'warn')}>
            <Icon name="alert" size={15} />
          </i>
        )}
      </b>
      <p lang={language}>{beginning(said)}</p>
      <WayEnds step={step} language={language} />
    </div>
  );
}, sameNode);
