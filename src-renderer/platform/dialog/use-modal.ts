/** A dialog over the screen: Escape is the way that changes nothing, and the focus comes back to where it was. */
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { type RefObject, type SyntheticEvent, useEffect, useRef, useState } from 'react';

export type Modal = {
  readonly ref: RefObject<HTMLDialogElement | null>;
  readonly onCancel: (event: SyntheticEvent) => void;
};

/** To be spread on a `<dialog>`, which opens as soon as it is there. */
export const useModal = (onClose: () => void): Modal => {
  const ref = useRef<HTMLDialogElement>(null);
  // Asked before the dialog is there: a field of it may take the focus as soon as it is.
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    ref.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [before]);
  useKeys([{ key: 'Escape', whileTyping: 'works', act: onClose }], 'overlay');
  return {
    ref,
    onCancel: (event) => {
      event.preventDefault();
      onClose();
    },
  };
};
