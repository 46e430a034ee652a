/** « Dans l’appel »: listen, whisper, barge in, take it, each with who hears whom; and who sees that she is there. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Seat } from '@shared/domain/lead-board/seat.ts';
import { type HelpWay, helpWays } from '@shared/domain/team-help/policy.ts';
import { useRef } from 'react';
import styles from './board.module.css';

const css = styleNames(styles);

const icons: { readonly [way in HelpWay]: IconName } = {
  listen: 'listen',
  whisper: 'speech',
  barge: 'barge',
};
const keys: { readonly [way in HelpWay]: string } = { listen: 'l', whisper: 's', barge: 'e' };

const firstName = (name: string): string => name.split(' ')[0] ?? name;

const useHelp = (seat: Seat) => {
  const { t } = useText();
  const request = useRequest();
  /** What she pressed last: the hub may not have answered what she pressed before. */
  const wanted = useRef<HelpWay | null>(null);
  const isAsking = useRef(false);
  const given = useSlice('help')?.given ?? null;
  const mine = given?.advisorId === seat.userId && given.takenOverAt === null ? given : null;
  const reason = seat.now?.hand == null ? t('board.help.reason') : t('board.help.reasonAsked');
  const goOn = async (from: HelpWay | null): Promise<void> => {
    const way = wanted.current;
    if (way === null || way === from) return;
    const begin = {
      advisorId: seat.userId,
      advisorName: seat.name,
      brandId: seat.now?.call?.brandId ?? null,
      way,
      reason,
    };
    const answer = await (from === null
      ? request('lead.help', begin)
      : request('lead.help-way', { way }));
    if (answer.ok) await goOn(way);
  };
  const go = (way: HelpWay) => {
    wanted.current = way;
    if (isAsking.current) return;
    isAsking.current = true;
    void goOn(mine?.way ?? null).finally(() => {
      isAsking.current = false;
    });
  };
  const take = () => {
    if (mine !== null) void request('lead.help-take', { reason });
  };
  const leave = () => void request('lead.help-end', null);
  return { mine, elsewhere: given !== null && mine === null, go, take, leave };
};

export const HelpWays = ({ seat }: { readonly seat: Seat }) => {
  const { t } = useText();
  const { mine, elsewhere, go, take, leave } = useHelp(seat);
  const isTalking = seat.now?.call?.phase === 'talking';
  const name = firstName(seat.name);
  useKeys(
    isTalking && !elsewhere
      ? [
          ...helpWays.map((way) => ({
            key: keys[way],
            whileTyping: 'rests' as const,
            act: () => go(way),
          })),
          { key: 'p', whileTyping: 'rests' as const, act: take },
        ]
      : [],
  );
  if (!isTalking) return null;
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
            aria-keyshortcuts={keys[way].toUpperCase()}
            onClick={() => go(way)}
          >
            <Icon name={icons[way]} size={20} />
            <span>
              <b>{t(`board.help.${way}`)}</b>
              <small>{t(`board.help.${way}Who`, { name })}</small>
            </span>
            <KeyCaps
              keys={[keys[way].toUpperCase()]}
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
