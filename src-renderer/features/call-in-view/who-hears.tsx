/** « Qui entend qui »: the three of a call as the switch has them, and how long ago it was asked. */
import { useSecond } from '@renderer/platform/clock/use-now.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { firstName } from '@renderer/platform/talk/talk-list.tsx';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { LineTruth } from '@shared/contracts/http/seat-call.ts';
import styles from './call-in-view.module.css';

const css = styleNames(styles);

export const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((part) => part !== '')
    .map((part) => part.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();

type Link = 'none' | 'both' | 'hears-only' | 'speaks-too';

const leadLinks: { readonly [lead in LineTruth['lead']]: Link } = {
  none: 'none',
  rings: 'none',
  talks: 'both',
  listen: 'hears-only',
  whisper: 'speaks-too',
  barge: 'both',
};

/** Solid: everybody hears it. Dashed: only the head's side does. */
const Arrow = ({ link }: { readonly link: Link }) => (
  <svg className={css('arrow', link)} viewBox="0 0 76 12" aria-hidden="true">
    {link === 'none' ? null : (
      <>
        <line
          x1={link === 'hears-only' ? 2 : 8}
          y1="6"
          x2={link === 'speaks-too' ? 74 : 68}
          y2="6"
        />
        {link === 'hears-only' ? null : <path d="M9 1.5 2 6l7 4.5z" />}
        {link === 'speaks-too' ? null : <path d="M67 1.5 74 6l-7 4.5z" />}
      </>
    )}
  </svg>
);

const looks: { readonly [lead in LineTruth['lead']]: readonly [string, IconName] } = {
  none: ['plain', 'info'],
  rings: ['plain', 'ringing'],
  talks: ['open', 'talking'],
  listen: ['closed', 'microphone-off'],
  whisper: ['closed', 'microphone-off'],
  barge: ['open', 'talking'],
};

const Verified = ({ at }: { readonly at: string }) => {
  const { t } = useText();
  const seconds = Math.max(0, Math.round((useSecond() - Date.parse(at)) / 1000));
  return <small>{t('inView.verified', { count: seconds })}</small>;
};

export const WhoHears = ({
  line,
  customer,
  advisor,
  me,
}: {
  readonly line: LineTruth | null;
  /** How the customer is called, and her initials; null: nobody is known. */
  readonly customer: { readonly name: string; readonly initials: string } | null;
  readonly advisor: string;
  readonly me: string;
}) => {
  const { t } = useText();
  const isKnown = line !== null && line.at !== null;
  const lead = isKnown ? line.lead : 'none';
  const [look, icon] = looks[lead];
  const who = customer?.name ?? t('inView.theCustomer');
  const says = t(`inView.hears.${lead}`, { customer: who, name: firstName(advisor) });
  return (
    <section className={css('hears')} aria-label={t('inView.whoHears')}>
      <h2>{t('inView.whoHears')}</h2>
      <div className={css('three', !isKnown && 'unknown')} role="img" aria-label={says}>
        <figure>
          <span>{customer?.initials ?? '?'}</span>
          <figcaption>{who}</figcaption>
        </figure>
        <Arrow link={isKnown && line.talk ? 'both' : 'none'} />
        <figure>
          <span>{initialsOf(advisor)}</span>
          <figcaption>{firstName(advisor)}</figcaption>
        </figure>
        <Arrow link={leadLinks[lead]} />
        <figure className={css(lead !== 'none' && lead !== 'rings' && 'me')}>
          <span>{initialsOf(me)}</span>
          <figcaption>{t('inView.you')}</figcaption>
        </figure>
      </div>
      {isKnown ? (
        <p className={css('verdict', look)} role="status">
          <Icon name={icon} size={18} />
          <span>
            <b>{says}</b>
            {line.at === null ? null : <Verified at={line.at} />}
          </span>
        </p>
      ) : (
        <p className={css('verdict', 'away')} role="status">
          <Icon name="cloud-off" size={18} />
          <span>
            <b>{t(line === null ? 'inView.asking' : 'inView.notVerified')}</b>
            {line === null ? null : <small>{t('inView.notVerifiedDetail')}</small>}
          </span>
        </p>
      )}
    </section>
  );
};
