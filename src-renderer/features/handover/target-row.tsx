/** One place a call can go to: who, why there, and since when they are as they are. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { StarMark } from '@renderer/platform/dial/star-mark.tsx';
import { formatLength } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from './handover.module.css';
import { isAway, type Target } from './targets.ts';

const css = styleNames(styles);

const stateIcons = {
  ready: 'ready',
  busy: 'talking',
  'wrap-up': 'wrapup',
  'do-not-disturb': 'quiet',
  pause: 'pause',
  offline: 'offline',
} as const satisfies Record<string, IconName>;

const iconOf = ({ kind, state }: Target): IconName => {
  if (kind === 'queue') return 'customers';
  if (kind === 'outside') return 'outbound';
  return state === null ? 'user' : stateIcons[state];
};

const useStateWords = ({ kind, state, since }: Target): string => {
  const { t } = useText();
  const now = useMinute();
  if (kind !== 'person') return '';
  if (state === null) return t('handover.stateUnknown');
  if (since === null || state === 'offline') return t(`handover.state.${state}`);
  const time = formatLength(Math.max(0, now - Date.parse(since)), t);
  return t(`handover.since.${state}`, { time });
};

export const TargetRow = ({
  id,
  target,
  chosen,
  onTake,
  onStar,
}: {
  readonly id: string;
  readonly target: Target;
  readonly chosen: boolean;
  readonly onTake: () => void;
  readonly onStar: () => void;
}) => {
  const { t } = useText();
  const words = useStateWords(target);
  const name = target.name ?? t('handover.number', { number: target.detail });
  return (
    // Keys go to the field (aria-activedescendant); the pointer takes a row directly.
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      className={css(
        'row',
        chosen && 'chosen',
        isAway(target) && 'away',
        target.state ?? target.kind,
      )}
      onPointerDown={(event) => {
        event.preventDefault();
        onTake();
      }}
    >
      <Icon name={iconOf(target)} size={18} />
      <span className={css('name')}>
        <b>{name}</b>
        {target.name === null || target.detail === '' ? null : <small>{target.detail}</small>}
      </span>
      <span className={css('since', 'figures')}>{words}</span>
      <StarMark starred={target.starred} onPress={onStar} />
      {chosen ? <KeyCaps keys={['↵']} tone="plain" /> : null}
    </div>
  );
};
