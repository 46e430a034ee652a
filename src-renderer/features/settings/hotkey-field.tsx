/** One global key: press the button, then the keys; Esc leaves it, Delete takes it away. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import { acceleratorOf } from '@shared/domain/desktop/accelerator.ts';
import { type KeyboardEvent, useId, useState } from 'react';
import styles from './settings.module.css';

const css = styleNames(styles);
const modifiers = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'Tab']);

export const HotkeyField = ({
  label,
  value,
  trouble,
  onChange,
}: {
  readonly label: string;
  readonly value: string | null;
  /** Why this key does nothing, or was not taken. */
  readonly trouble: string | null;
  readonly onChange: (value: string | null) => void;
}) => {
  const { t } = useText();
  const id = useId();
  const [listening, setListening] = useState(false);
  const [unfit, setUnfit] = useState(false);
  const press = (event: KeyboardEvent) => {
    if (!listening || modifiers.has(event.key)) return;
    event.preventDefault();
    // What she presses is to be chosen, not to act in the window.
    event.stopPropagation();
    const { nativeEvent } = event;
    const plain = !nativeEvent.ctrlKey && !nativeEvent.altKey && !nativeEvent.shiftKey;
    const accelerator = acceleratorOf(nativeEvent);
    const takenAway = plain && (event.key === 'Delete' || event.key === 'Backspace');
    if (accelerator === null && !takenAway && event.key !== 'Escape') {
      setUnfit(true);
      return;
    }
    setUnfit(false);
    setListening(false);
    if (takenAway) onChange(null);
    else if (accelerator !== null) onChange(accelerator);
  };
  const said = unfit ? t('desktop.settings.unfit') : trouble;
  return (
    <div className={css('field')}>
      <span id={id}>{label}</span>
      <div className={css('hotkey')}>
        <button
          type="button"
          aria-labelledby={`${id} ${id}-value`}
          aria-describedby={said === null ? undefined : `${id}-said`}
          aria-pressed={listening}
          onClick={() => setListening(true)}
          onBlur={() => {
            setListening(false);
            setUnfit(false);
          }}
          onKeyDown={press}
        >
          {listening || value === null ? (
            <span id={`${id}-value`}>
              {t(listening ? 'desktop.settings.press' : 'desktop.settings.noKey')}
            </span>
          ) : (
            <kbd id={`${id}-value`}>{value}</kbd>
          )}
        </button>
        {said === null ? null : (
          <small id={`${id}-said`} role="status">
            {said}
          </small>
        )}
      </div>
    </div>
  );
};
