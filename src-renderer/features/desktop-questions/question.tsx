/** One question over everything, with its answers; Esc is always the way that changes nothing. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './question.module.css';

const css = styleNames(styles);

export const Question = ({
  icon,
  title,
  back,
  onBack,
  children,
  answer,
  focus,
}: {
  readonly icon: IconName;
  readonly title: string;
  /** The answer that changes nothing. */
  readonly back: string;
  readonly onBack: () => void;
  readonly children: ReactNode;
  readonly answer: ReactNode;
  /** Where Enter lies at first; undefined: for the answer to say. */
  readonly focus?: 'back';
}) => {
  const { t } = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const backButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    if (focus === 'back') backButton.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [focus]);
  useKeys([{ key: 'Escape', whileTyping: 'works', act: onBack }], 'overlay');
  return (
    <dialog
      ref={dialog}
      className={css('question')}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onBack();
      }}
    >
      <h2 id={id}>
        <Icon name={icon} size={20} />
        {title}
      </h2>
      {children}
      <div className={css('answers')}>
        <Button ref={backButton} keys={[t('key.escape')]} onClick={onBack}>
          {back}
        </Button>
        {answer}
      </div>
    </dialog>
  );
};
