/** "Send": channels by what she likes, consent and price beside; what goes out is the customer's version. */
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { SendingWay } from '@shared/domain/article/sending-ways.ts';
import { displayNumber } from '@shared/domain/number/display-number.ts';
import type { RefObject } from 'react';
import styles from './article.module.css';
import type { Sending } from './use-sending.ts';

const css = styleNames(styles);

const consentIcons: { readonly [state in SendingWay['consent']]: IconName } = {
  given: 'check',
  expiring: 'check',
  expired: 'limited',
  limited: 'limited',
  opposed: 'opposed',
  'never-asked': 'limited',
  'not-needed': 'limited',
};

const Way = ({
  way,
  first,
  chosen,
  linked,
  onChoose,
}: {
  readonly way: SendingWay;
  readonly first: boolean;
  readonly chosen: boolean;
  readonly linked: boolean;
  readonly onChoose: () => void;
}) => {
  const { t, language } = useText();
  const { channel, consent, allowed, appetence, cents, to } = way;
  const price =
    cents === null
      ? null
      : new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' }).format(cents / 100);
  const address = channel === 'email' ? to : displayNumber(to);
  const detail = [first && appetence !== null ? t('knowledge.favourite') : address, price];
  const isGiven = consent === 'given' || consent === 'expiring';
  return (
    <button
      type="button"
      aria-pressed={chosen}
      disabled={!allowed}
      className={css('way', chosen && 'chosen')}
      onClick={onChoose}
    >
      <Icon name={channel} size={17} />
      <span>
        <b>{t(linked ? 'knowledge.smsWithLink' : `channel.${channel}`)}</b>
        <small>{detail.filter(Boolean).join(' · ')}</small>
      </span>
      <em className={css(isGiven && 'given', !allowed && 'opposed')}>
        <Icon name={consentIcons[consent]} size={15} />
        {t(`knowledge.consent.${isGiven ? 'given' : allowed ? 'here' : 'opposed'}`)}
      </em>
    </button>
  );
};

const SentLine = ({ sending }: { readonly sending: Sending }) => {
  const { t, language } = useText();
  const { sent } = sending;
  if (sent === null) return null;
  const words = { channel: t(`channel.${sent.channel}`), time: formatTime(sent.at, language) };
  return (
    <p className={css('sent', sent.waits && 'waits')} role="status">
      <Icon name={sent.waits ? 'database' : 'check'} size={16} />
      {t(sent.waits ? 'knowledge.sentLater' : 'knowledge.sent', words)}
    </p>
  );
};

export const SendPart = ({
  sending,
  greetingRef,
}: {
  readonly sending: Sending;
  readonly greetingRef: RefObject<HTMLInputElement | null>;
}) => {
  const { t } = useText();
  const { ways, chosen, refusal } = sending;
  if (refusal !== null)
    return (
      <div className={css('send')}>
        <p className={css('quiet')}>{t(`knowledge.notSent.${refusal}`)}</p>
      </div>
    );
  return (
    <div className={css('send')}>
      <h3 className={css('label')}>
        {t('knowledge.sendTo')} <KeyCaps keys={['Alt', 'V']} />
      </h3>
      <ul aria-label={t('knowledge.sendTo')}>
        {ways.map((way, at) => (
          <li key={way.channel}>
            <Way
              way={way}
              first={at === 0}
              chosen={way.channel === chosen?.channel}
              linked={way.channel === 'sms' && sending.linked}
              onChoose={() => sending.choose(way.channel)}
            />
          </li>
        ))}
      </ul>
      <input
        ref={greetingRef}
        className={css('greeting')}
        aria-label={t('knowledge.greeting')}
        maxLength={300}
        value={sending.greeting}
        onChange={(event) => sending.greet(event.currentTarget.value)}
      />
      <SentLine sending={sending} />
      <div className={css('acts')}>
        <span title={sending.preview}>{t('knowledge.customerVersion')}</span>
        <Button look="ghost" size="small" keys={['Alt', 'C']} onClick={sending.copy}>
          {t(sending.copied ? 'knowledge.copied' : 'knowledge.copy')}
        </Button>
        <Button
          look="brand"
          size="small"
          keys={['↵']}
          blocked={chosen === null ? t('knowledge.notSent.opposed') : undefined}
          onClick={sending.send}
        >
          {t('knowledge.send')}
        </Button>
      </div>
    </div>
  );
};
