/** A card that another system fills: what it said, as of when, and what is wrong with it. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import {
  formatEuros,
  formatShortDay,
  formatTime,
  isSameDay,
} from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type {
  OutsideCard as CardKind,
  OutsideRow,
} from '@shared/domain/connector/outside-answer.ts';
import styles from './outside-card.module.css';
import type { OutsideCardState } from './use-outside.ts';

const css = styleNames(styles);
const shownAtMost = 4;
const icons: { readonly [card in CardKind]: IconName } = {
  orders: 'order',
  carts: 'cart',
  contracts: 'file',
  cases: 'flag',
  appointments: 'calendar',
  documents: 'file',
  other: 'info',
};

const Row = ({ row, card }: { readonly row: OutsideRow; readonly card: CardKind }) => {
  const { t, language } = useText();
  const under = [
    row.status,
    row.at === null ? '' : formatShortDay(row.at, language),
    card === 'appointments' && row.at !== null ? formatTime(row.at, language) : '',
    row.detail,
  ].filter((part) => part !== '');
  return (
    <li
      className={css('row')}
      title={
        row.reference === '' ? undefined : t('purchase.reference', { reference: row.reference })
      }
    >
      <Icon name={icons[card]} size={16} />
      <span>
        {row.title}
        <small>{under.join(' · ')}</small>
      </span>
      {row.amountCents === null ? null : (
        <span className={css('amount')}>{formatEuros(row.amountCents, language)}</span>
      )}
    </li>
  );
};

/** Why it is not newer, and as of when it is: one line, none while all is well. */
const Trouble = ({
  card,
  onRetry,
}: {
  readonly card: OutsideCardState;
  readonly onRetry: () => void;
}) => {
  const { t, language } = useText();
  const now = useMinute();
  const { failure, at, name } = card;
  if (failure === null) return null;
  const moment = (one: string) =>
    isSameDay(one, now)
      ? formatTime(one, language)
      : t('c360.at', { day: formatShortDay(one, language), time: formatTime(one, language) });
  const why = t(`outside.failure.${failure}`, {
    name,
    ms: card.timeLimitMs,
    status: card.status ?? '',
    time: card.restsUntil === null ? '' : formatTime(card.restsUntil, language),
  });
  const seen = at === null ? t('outside.never') : t('outside.seen', { moment: moment(at) });
  return (
    <p className={css('trouble')} role="status">
      <span>{failure === 'not-known-there' ? why : `${why}, ${seen}`}</span>
      {failure === 'not-known-there' ? null : (
        <Button
          size="small"
          icon="refresh"
          aria-label={t('outside.retry', { name })}
          onClick={onRetry}
        >
          {t('common.retry')}
        </Button>
      )}
    </p>
  );
};

export const OutsideCard = ({
  card,
  onRetry,
}: {
  readonly card: OutsideCardState;
  readonly onRetry: () => void;
}) => {
  const { t } = useText();
  const { rows, wrongRows } = card;
  const title = card.title ?? card.name;
  const more = (rows?.length ?? 0) - shownAtMost;
  return (
    <section aria-label={title} aria-busy={card.asking}>
      <h2 className={css('title')}>{title}</h2>
      {card.asking && rows === null ? (
        <p className={css('more')} role="status">
          {t('outside.asking', { name: card.name })}
        </p>
      ) : null}
      {rows === null ? null : (
        <ul>
          {rows.slice(0, shownAtMost).map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of another system have no key of ours
            <Row key={place} row={row} card={card.card} />
          ))}
        </ul>
      )}
      {rows?.length === 0 ? <p className={css('more')}>{t('outside.nothing')}</p> : null}
      {more > 0 ? <p className={css('more')}>{t('purchase.more', { count: more })}</p> : null}
      {wrongRows > 0 ? (
        <p className={css('more')}>{t('outside.wrongRows', { count: wrongRows })}</p>
      ) : null}
      {card.asking ? null : <Trouble card={card} onRetry={onRetry} />}
    </section>
  );
};
