/** For whom, who, why they may be calling, and two buttons (CARD-1). */
import { useMinute, useSecond } from '@renderer/platform/clock/use-now.ts';
import { callerName } from '@renderer/platform/i18n/caller-name.ts';
import { formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { reasonWords } from '@renderer/platform/i18n/reason-words.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { hotkeyNames } from '@renderer/platform/keys/hotkey-names.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { useBrandColors } from '@renderer/ui/parts/brand-scope.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import { useStore } from 'zustand';
import styles from './incoming-card.module.css';

const css = styleNames(styles);
type Card = NonNullable<Slices['card']>;

const captionOf = ({ training, campaign }: Card) => {
  if (training) return 'call.playingFor';
  return campaign === undefined ? 'call.willSpeakFor' : 'call.callingFor';
};

const BrandHead = ({ card }: { readonly card: Card }) => {
  const { t } = useText();
  const now = useSecond();
  return (
    <header className={css('brand')}>
      <span className={css('monogram')} aria-hidden="true">
        {card.brand?.monogram ?? '?'}
      </span>
      <span>
        <small>{t(captionOf(card))}</small>
        <b>{card.brand?.name ?? '…'}</b>
      </span>
      <i />
      <span className={css('time')}>
        <Icon name="ringing" size={17} />
        <b className="figures" role="timer">
          {formatTimer(now - Date.parse(card.ringingSince))}
        </b>
      </span>
    </header>
  );
};

const Line = ({ icon, words }: { readonly icon: IconName; readonly words: string }) => (
  <p>
    <Icon name={icon} size={16} />
    <span>{words}</span>
  </p>
);

/** What presses, in its colour, and beneath what it is about; else the number and the place. */
const Why = ({ card }: { readonly card: Card }) => {
  const { t } = useText();
  const now = useMinute();
  const [first, next] = card.reasons.map((reason) => reasonWords(reason, now, t));
  if (first === undefined) {
    const known = [card.numberDisplay, card.place].filter(Boolean).join(' · ');
    return known === '' ? null : <Line icon="phone" words={known} />;
  }
  const about = first.subject ?? next?.subject ?? null;
  return (
    <p className={css('why', first.pressing && 'pressing')}>
      <Icon name="flag" size={16} />
      <span>
        <b>{first.headline}</b>
        {about === null ? null : <small>{about}</small>}
      </span>
    </p>
  );
};

const Who = ({ card }: { readonly card: Card }) => {
  const { t } = useText();
  const several = card.candidates > 1;
  return (
    <div className={css('body')}>
      <h1>
        {several
          ? t('caller.title.several', { count: card.candidates })
          : callerName(card.title, t)}
        {card.vip ? (
          <Tag tone="ink" icon="crown">
            VIP
          </Tag>
        ) : null}
        {card.training ? (
          <Tag tone="warn" icon="training">
            {t('training.tag')}
          </Tag>
        ) : null}
      </h1>
      {card.campaign === undefined ? null : (
        <Line icon="campaign" words={t('call.ofCampaign', { campaign: card.campaign })} />
      )}
      {several ? <Line icon="phone" words={t('card.chooseAfter')} /> : <Why card={card} />}
    </div>
  );
};

export const IncomingCard = () => {
  const { t } = useText();
  const request = useRequest();
  const card = useSlice('card') ?? null;
  const colors = useBrandColors(card?.brand);
  const answerKey = useStore(hotkeyNames, (state) => state.answer);
  if (card === null) return null;
  const { callId } = card;
  return (
    <main
      className={css('card', card.training && 'training')}
      aria-label={t(card.campaign === undefined ? 'card.label' : 'card.labelCampaign')}
      {...colors}
    >
      <BrandHead card={card} />
      <Who card={card} />
      <footer className={css('acts')}>
        <Button
          size="large"
          keys={[t('key.escape')]}
          onClick={() => void request('call.decline', { callId })}
        >
          {t('call.decline')}
        </Button>
        <Button
          size="large"
          look="ready"
          icon="answer"
          {...(answerKey === null ? {} : { keys: answerKey.split('+') })}
          onClick={() => void request('call.answer', { callId })}
        >
          {t('call.answer')}
        </Button>
      </footer>
    </main>
  );
};
