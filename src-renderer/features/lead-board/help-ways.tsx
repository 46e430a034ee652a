/** « Dans l’appel »: listen, whisper, barge in, take it, each with who hears whom; and who sees that she is there. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { HelpMissing, useHelpMissing } from '@renderer/platform/lead-board/help-missing.tsx';
import { helpIcons, helpKeys, useHelp } from '@renderer/platform/lead-board/use-help.ts';
import { firstName } from '@renderer/platform/talk/talk-list.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { BoardSources } from '@shared/contracts/live/board.ts';
import type { Seat } from '@shared/domain/lead-board/seat.ts';
import { helpWays } from '@shared/domain/team-help/policy.ts';
import styles from './board.module.css';

const css = styleNames(styles);

export const HelpWays = ({
  seat,
  sources,
}: {
  readonly seat: Seat;
  readonly sources: BoardSources | null;
}) => {
  const missing = useHelpMissing(sources);
  const { t } = useText();
  const { mine, elsewhere, go, take, leave } = useHelp(seat);
  const isTalking = seat.now?.call?.phase === 'talking';
  const name = firstName(seat.name);
  useKeys(
    isTalking && !elsewhere && mine === null && missing === null
      ? helpWays.map((way) => ({
          key: helpKeys[way],
          whileTyping: 'rests' as const,
          act: () => go(way),
        }))
      : [],
  );
  if (!isTalking) return null;
  if (missing !== null && mine === null) return <HelpMissing missing={missing} />;
  if (elsewhere) return <p className={css('given')}>{t('board.help.elsewhere')}</p>;
  return (
    <section aria-label={t('board.help.inCall')}>
      <h3>{t('board.help.inCall')}</h3>
      <div className={css('ways')}>
        {helpWays.map((way) => (
          <button
            key={way}
            type="button"
            className={css('way', mine?.way === way && 'on')}
            aria-pressed={mine?.way === way}
            aria-keyshortcuts={helpKeys[way].toUpperCase()}
            onClick={() => go(way)}
          >
            <Icon name={helpIcons[way]} size={20} />
            <span>
              <b>{t(`board.help.${way}`)}</b>
              <small>{t(`board.help.${way}Who`, { name })}</small>
            </span>
            <KeyCaps
              keys={[helpKeys[way].toUpperCase()]}
              tone={mine?.way === way ? 'on-solid' : 'plain'}
            />
          </button>
        ))}
      </div>
      <p className={css('sees')}>
        <Icon name="eye" size={16} />
        {t('board.help.trace', { name })}
      </p>
      {mine === null ? null : (
        <div className={css('orders')}>
          <Button size="small" look="primary" keys={['P']} onClick={take}>
            {t('board.help.take')}
          </Button>
          <Button size="small" look="danger" keys={['F9']} onClick={leave}>
            {t('board.help.leave')}
          </Button>
        </div>
      )}
    </section>
  );
};
