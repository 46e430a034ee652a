/** Offers what can be written at the caret; arrows choose, Enter and Tab take, Escape puts away. */
import { styleNames } from '@renderer/ui/style-names.ts';
import { type KeyboardEvent, useId, useState } from 'react';
import styles from './speech-editor.module.css';

const css = styleNames(styles);

export type Offer = { readonly text: string; readonly note: string };

export type Completing = {
  readonly offers: readonly Offer[];
  readonly at: number;
  readonly id: string;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly take: (offer: Offer) => void;
  readonly reopen: () => void;
  readonly close: () => void;
};

export const useCompleting = (
  found: readonly Offer[],
  onTake: (offer: Offer) => void,
): Completing => {
  const id = useId();
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const offers = open ? found : [];
  const chosen = Math.min(at, Math.max(offers.length - 1, 0));
  const take = (offer: Offer) => {
    setAt(0);
    onTake(offer);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      setOpen(true);
      return;
    }
    const offer = offers[chosen];
    if (offer === undefined) return;
    if (event.key === 'ArrowDown') setAt((chosen + 1) % offers.length);
    else if (event.key === 'ArrowUp') setAt((chosen + offers.length - 1) % offers.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(offer);
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    offers,
    at: chosen,
    id,
    onKeyDown,
    take,
    reopen: () => setOpen(true),
    close: () => setOpen(false),
  };
};

export const CompletionList = ({
  of: { offers, at, id, take },
  label,
}: {
  readonly of: Completing;
  readonly label: string;
}) =>
  offers.length === 0 ? null : (
    <div className={css('offers')} role="listbox" id={id} aria-label={label} tabIndex={-1}>
      {offers.map((offer, place) => (
        <button
          key={offer.text}
          id={`${id}-${place}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={place === at}
          className={css('offer', place === at && 'on')}
          // The field keeps the focus and its caret.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(offer)}
        >
          <b>{offer.text}</b>
          <span>{offer.note}</span>
        </button>
      ))}
    </div>
  );
