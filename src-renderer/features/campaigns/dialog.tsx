/** Over the screen: a form of its own, and an act that asks back with what will happen. */
import { useModal } from '@renderer/platform/dialog/use-modal.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type ReactNode, useId } from 'react';
import styles from './campaigns.module.css';

const css = styleNames(styles);

/** Escape is always the way that changes nothing. */
export const Dialog = ({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) => {
  const id = useId();
  const modal = useModal(onClose);
  return (
    <dialog {...modal} className={css('dialog')} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
};

export const AskBack = ({
  title,
  what,
  yes,
  onYes,
  onClose,
}: {
  readonly title: string;
  /** What will happen, in a sentence. */
  readonly what: string;
  readonly yes: string;
  readonly onYes: () => Promise<unknown>;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const confirm = async () => {
    await onYes();
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{what}</p>
      <footer>
        <Button keys={[t('key.escape')]} onClick={onClose}>
          {t('planning.changeNothing')}
        </Button>
        <Button look="danger" onClick={() => void confirm()}>
          {yes}
        </Button>
      </footer>
    </Dialog>
  );
};
