/** The way that was chosen on the canvas: what it is, and how it is taken away. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { leadEnd, wayEndsOf } from '@shared/domain/script/editing/way-ends.ts';
import { labelIn } from '@shared/domain/script/text.ts';
import { Panel } from '@xyflow/react';
import { useEdit, useScript } from '../editor-store.ts';
import styles from '../speech-editor.module.css';
import { useWriting } from '../use-writing.ts';
import type { WayEdge } from './edges.ts';
import { sayEnd } from './way-ends.tsx';

const css = styleNames(styles);

export const ChosenWay = ({
  edge,
  onGone,
}: {
  readonly edge: Pick<WayEdge, 'source' | 'sourceHandle' | 'target'>;
  readonly onGone: () => void;
}) => {
  const { t } = useText();
  const script = useScript();
  const edit = useEdit();
  const { writing } = useWriting();
  const { source, sourceHandle, target } = edge;
  const remove = () => {
    edit(`${source} ${sourceHandle}`, (now) =>
      leadEnd(now, { stepId: source, end: sourceHandle }, null),
    );
    onGone();
  };
  useKeys([
    { key: 'Delete', whileTyping: 'rests', act: remove },
    { key: 'Escape', whileTyping: 'rests', act: onGone },
  ]);
  const step = script.steps.find(({ id }) => id === source);
  const end =
    step === undefined ? undefined : wayEndsOf(step).find(({ id }) => id === sourceHandle);
  const to = script.steps.find(({ id }) => id === target);
  if (step === undefined || end === undefined || to === undefined) return null;
  const { language } = writing;
  const words = t('speechEditor.chosenWay', {
    from: labelIn(step.title, step.titles, language),
    end: sayEnd(t, { step, end, script }, language),
    to: labelIn(to.title, to.titles, language),
  });
  return (
    <Panel position="top-center" className={css('chosenWay')}>
      <span role="status">
        {words}
        <small>{t('speechEditor.chosenWayHint')}</small>
      </span>
      <Button
        size="small"
        look="ghost"
        icon="close"
        keys={[t('speechEditor.deleteKey')]}
        onClick={remove}
      >
        {t('speechEditor.removeWay')}
      </Button>
    </Panel>
  );
};
