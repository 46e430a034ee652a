/** Over the screen: an act that asks back with what will happen, and a form of its own. */
import { useModal } from '@renderer/platform/dialog/use-modal.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type ReactNode, useId, useState } from 'react';
import styles from './administration.module.css';
import { TextField } from './fields.tsx';

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

const leastReason = 3;

/** `onYes` gets the reason; without `reason` it is empty. */
export const Confirm = ({
  title,
  what,
  yes,
  reason,
  onYes,
  onClose,
}: {
  readonly title: string;
  /** What will happen, in a sentence. */
  readonly what: string;
  readonly yes: string;
  /** The label of the reason, where one is needed. */
  readonly reason?: string;
  readonly onYes: (reason: string) => Promise<unknown> | unknown;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const [why, setWhy] = useState('');
  const [wrong, setWrong] = useState(false);
  const confirm = async () => {
    if (reason !== undefined && why.trim().length < leastReason) return setWrong(true);
    await onYes(why.trim());
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{what}</p>
      {reason === undefined ? null : (
        <TextField
          label={reason}
          hint={t('admin.reasonHint')}
          value={why}
          wrong={wrong}
          onChange={setWhy}
        />
      )}
      <footer>
        <Button keys={[t('key.escape')]} onClick={onClose}>
          {t('admin.changeNothing')}
        </Button>
        <Button look="danger" onClick={() => void confirm()}>
          {yes}
        </Button>
      </footer>
    </Dialog>
  );
};
